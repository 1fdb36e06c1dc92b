#!/usr/bin/env bash
# Lint, types, what is generated, then every test: unit, gold, integration (which has its own way to a Neo4j: test/support/neo4j.ts).
# Every part runs, whatever the part before found; the exit code is non-zero where one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
npm run --silent lint || failed=1
npm run --silent types || failed=1
npm run --silent build || failed=1
node scripts/generate.mjs --check || failed=1
npx vitest run || failed=1
[ $failed = 0 ] || { echo "verify: failed; see above" >&2; exit 1; }

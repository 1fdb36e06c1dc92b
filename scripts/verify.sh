#!/usr/bin/env bash
# Lint, types, what is generated, then every test: unit, gold, integration, browser. What these need is installed first, one
# after the other, where that can be done; what then is missing fails the tests that need it, with its name.
# Every part runs, whatever the part before found; the exit code is non-zero where one failed.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
npm run --silent lint || failed=1
npm run --silent types || failed=1
npm run --silent build || failed=1
node scripts/generate.mjs --check || failed=1
for tools in browser redis office python container; do bash scripts/$tools-tools.sh >/dev/null || true; done
npx vitest run || failed=1
[ $failed = 0 ] || { echo "verify: failed; see above" >&2; exit 1; }

#!/usr/bin/env bash
# Makes docker-compose and an image with Node ready for the test of docker-compose.yml; prints the image's name on the last line.
# The official image where it can be pulled; else one made from the base that scripts/container-tools.sh made (run it first),
# with this machine's own Node and npm, and the certificates that it trusts.
set -euo pipefail
. "$(dirname "$0")/install.sh"
official=node:20-bookworm-slim
built=node:20-local

say() { printf 'compose-tools: %s\n' "$*" >&2; }

command -v docker-compose >/dev/null || need docker-compose docker-compose

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

if has_image $official || timeout 120 docker pull -q $official >/dev/null 2>&1; then
  echo $official
  exit
fi
if ! has_image $built; then
  say "$official cannot be pulled here: building $built"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  cp "$(readlink -f "$(command -v node)")" "$work/node"
  cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$work/npm"
  cat "${NODE_EXTRA_CA_CERTS:-/dev/null}" >"$work/trusted.pem"
  cat >"$work/Dockerfile" <<'END'
FROM debian-jre:local
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/npm
COPY trusted.pem /etc/trusted.pem
ENV NODE_EXTRA_CA_CERTS=/etc/trusted.pem
RUN printf '#!/bin/sh\nexec node /usr/local/lib/npm/bin/npm-cli.js "$@"\n' > /usr/local/bin/npm && chmod +x /usr/local/bin/npm
END
  docker build -q -t $built "$work" >/dev/null
fi
echo $built

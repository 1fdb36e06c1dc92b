#!/usr/bin/env bash
# Makes docker-compose, an image with Node and one with Redis ready for the test of docker-compose.yml; prints the images' names
# on the last line. The official images where they can be pulled; else ones made from the base that
# scripts/container-tools.sh made (run it first), with this machine's own Node, npm and redis-server, and the certificates
# that it trusts.
set -euo pipefail
. "$(dirname "$0")/install.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf 'compose-tools: %s\n' "$*" >&2; }

command -v docker-compose >/dev/null || need docker-compose docker-compose

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# Prints the name of an image: the official one, or what a function puts into a folder, built.
image_of() {
  local official=$1 built=$2 fill=$3
  if has_image "$official" || timeout 120 docker pull -q "$official" >/dev/null 2>&1; then
    echo "$official"
    return
  fi
  if ! has_image "$built"; then
    say "$official cannot be pulled here: building $built"
    mkdir "$work/$built"
    "$fill" "$work/$built"
    docker build -q -t "$built" "$work/$built" >/dev/null
  fi
  echo "$built"
}

fill_node() {
  cp "$(readlink -f "$(command -v node)")" "$1/node"
  cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$1/npm"
  cat "${NODE_EXTRA_CA_CERTS:-/dev/null}" >"$1/trusted.pem"
  cat >"$1/Dockerfile" <<'END'
FROM debian-jre:local
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/npm
COPY trusted.pem /etc/trusted.pem
ENV NODE_EXTRA_CA_CERTS=/etc/trusted.pem
RUN printf '#!/bin/sh\nexec node /usr/local/lib/npm/bin/npm-cli.js "$@"\n' > /usr/local/bin/npm && chmod +x /usr/local/bin/npm
END
}

fill_redis() {
  local server
  server=$(bash "$(dirname "$0")/redis-tools.sh" | tail -n 1)
  mkdir "$1/lib"
  cp "$(readlink -f "$server")" "$1/redis-server"
  # Its libraries, but those of C itself, which the image has.
  ldd "$(readlink -f "$server")" | awk '$3 ~ /^\// && $1 !~ /^lib(c|m)\.so/ { print $3 }' | xargs -I{} cp -L {} "$1/lib"
  cat >"$1/Dockerfile" <<'END'
FROM debian-jre:local
COPY redis-server /usr/local/bin/redis-server
COPY lib /opt/redis/lib
ENV LD_LIBRARY_PATH=/opt/redis/lib
WORKDIR /data
END
}

node=$(image_of node:20-bookworm-slim node:20-local fill_node)
redis=$(image_of redis:7-bookworm redis:7-local fill_redis)
echo "$node $redis"

#!/usr/bin/env bash
# Makes a redis-server ready for the tests of the queue; prints its path on the last line.
set -euo pipefail
say() { printf 'redis-tools: %s\n' "$*" >&2; }
if ! command -v redis-server >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { say "missing: redis-server. Install it and run this again."; exit 1; }
  say "installing redis-server"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends redis-server >/dev/null
fi
command -v redis-server

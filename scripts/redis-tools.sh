#!/usr/bin/env bash
# Makes a redis-server ready for the tests of the queue; prints its path on the last line.
set -euo pipefail
. "$(dirname "$0")/install.sh"
command -v redis-server >/dev/null || need redis-server redis-server
command -v redis-server

#!/usr/bin/env bash
# Makes a Python with networkx, igraph and pandas ready for the tests that read exports back; prints its path on the last line.
# They live in .cache/python of the project and are fetched from the package index once.
set -euo pipefail
cd "$(dirname "$0")/.."
place=.cache/python
packages=(networkx==3.2.1 igraph==0.11.8 pandas==2.2.3 pyarrow==18.1.0)

say() { printf 'python-tools: %s\n' "$*" >&2; }
if ! "$place/bin/python" -c 'import networkx, igraph, pandas, pyarrow' 2>/dev/null; then
  rm -rf "$place"
  if ! python3 -m venv "$place" 2>/dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { say "missing: python3 with venv. Install it (Debian: python3-venv) and run this again."; exit 1; }
    say "installing python3-venv"
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    rm -rf "$place"
    python3 -m venv "$place"
  fi
  say "installing ${packages[*]}"
  "$place/bin/pip" install -q --disable-pip-version-check "${packages[@]}" >&2
fi
echo "$PWD/$place/bin/python"

#!/usr/bin/env bash
# Makes a Python with networkx, igraph and pandas ready for the tests that read exports back; prints its path on the last line.
# They live in .cache/python of the project and are fetched from the package index once.
set -euo pipefail
. "$(dirname "$0")/install.sh"
cd "$(dirname "$0")/.."
place=.cache/python
packages=(networkx==3.2.1 igraph==0.11.8 pandas==2.2.3 pyarrow==18.1.0)
if ! "$place/bin/python" -c 'import networkx, igraph, pandas, pyarrow' 2>/dev/null; then
  rm -rf "$place"
  if ! python3 -m venv "$place" 2>/dev/null; then
    need "Python 3 with venv" python3 python3-venv
    rm -rf "$place"
    python3 -m venv "$place"
  fi
  echo "installing ${packages[*]}" >&2
  "$place/bin/pip" install -q --disable-pip-version-check "${packages[@]}" >&2
fi
echo "$PWD/$place/bin/python"

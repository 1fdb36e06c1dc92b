#!/usr/bin/env bash
# Makes a LibreOffice Writer ready for the test that saves reports as Word files; prints its path on the last line.
set -euo pipefail
say() { printf 'office-tools: %s\n' "$*" >&2; }
if ! command -v soffice >/dev/null; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { say "missing: LibreOffice Writer. Install it and run this again."; exit 1; }
  say "installing LibreOffice Writer"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui >/dev/null
fi
command -v soffice

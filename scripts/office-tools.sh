#!/usr/bin/env bash
# Makes a LibreOffice Writer ready for the test that saves reports as Word files; prints its path on the last line.
set -euo pipefail
. "$(dirname "$0")/install.sh"
command -v soffice >/dev/null || need "LibreOffice Writer" libreoffice-writer-nogui
command -v soffice

#!/usr/bin/env bash
# Makes a Chromium ready for the browser tests and prints its path on the last line: $CHROMIUM where it is set, else one that
# is installed, else Debian's. Chinese letters need a Chinese font: without one the screenshots show boxes.
set -euo pipefail
. "$(dirname "$0")/install.sh"
find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}
has_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh)" ]; }
find_browser >/dev/null || need Chromium chromium
has_font || need "a Chinese font" fontconfig fonts-noto-cjk
find_browser

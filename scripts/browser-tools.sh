#!/usr/bin/env bash
# Makes a Chromium ready for the browser tests and prints its path on the last line: $CHROMIUM where it is set, else one that
# is installed, else Debian's. Chinese letters need a Chinese font: without one the screenshots show boxes.
set -euo pipefail

say() { printf 'browser-tools: %s\n' "$*" >&2; }
find_browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}
has_font() { command -v fc-list >/dev/null && fc-list :lang=zh | grep -q .; }

missing=()
find_browser >/dev/null || missing+=(chromium)
has_font || missing+=(fontconfig fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { say "missing: ${missing[*]}. Install them and run this again."; exit 1; }
  say "installing ${missing[*]}"
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
find_browser

# Sourced by the other scripts: installs Debian packages where that can be done, else says what is missing.
#   need WHAT PACKAGE…      WHAT is what a person would call it
# One installs at a time: tests that run side by side may need something each.
need() {
  what=$1; shift
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "missing: $what. Install it (Debian: sudo apt-get install $*) and run this again." >&2
    exit 1
  fi
  echo "installing $what" >&2
  (
    flock 9
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  ) 9>/tmp/gongwen-install.lock
}

#!/usr/bin/env bash
# Makes a Neo4j 5.26 image ready for the integration tests and prints its name on the last line.
# Order: NEO4J_IMAGE from the environment; the official image where it can be pulled; else one built here from
# Debian's and Maven's packages (scripts/neo4j-image). As root on Debian or Ubuntu it installs and starts what is
# missing; otherwise it says what to install. Safe to run again: what is there is kept.
set -euo pipefail
cd "$(dirname "$0")"
. ./install.sh
official=neo4j:5.26-community
built=neo4j:5.26-local
version=5.26.0

say() { printf 'container-tools: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

start_docker() {
  docker info >/dev/null 2>&1 && return
  command -v dockerd >/dev/null || need Docker docker.io iptables
  [ "$(id -u)" = 0 ] || fail "the Docker daemon does not answer. Start it (sudo systemctl start docker) and run this again."
  say "starting dockerd"
  nohup setsid dockerd >/var/log/gongwen-dockerd.log 2>&1 </dev/null &
  for _ in $(seq 60); do docker info >/dev/null 2>&1 && return; sleep 1; done
  fail "dockerd did not come up in 60 s; its log is /var/log/gongwen-dockerd.log"
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

build_image() {
  command -v debootstrap >/dev/null || need debootstrap debootstrap
  command -v mvn >/dev/null || need Maven maven default-jre-headless
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  if ! has_image debian-jre:local; then
    say "making a Debian base with a Java runtime (about a minute)"
    debootstrap --variant=minbase --include=openjdk-17-jre-headless bookworm "$work/rootfs" >"$work/debootstrap.log" 2>&1 \
      || { tail -5 "$work/debootstrap.log" >&2; fail "debootstrap failed"; }
    tar -C "$work/rootfs" -c . | docker import - debian-jre:local >/dev/null
  fi
  say "fetching Neo4j $version from Maven Central (about two minutes the first time)"
  cp neo4j-image/* "$work/"
  (cd "$work" && mvn -q -B -Dneo4j.version=$version dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=lib) >&2
  chmod +x "$work/entrypoint.sh"
  docker build -q -t $built "$work" >/dev/null
}

start_docker
if [ -n "${NEO4J_IMAGE:-}" ]; then image=$NEO4J_IMAGE
elif has_image $official || timeout 120 docker pull -q $official >/dev/null 2>&1; then image=$official
else
  image=$built
  has_image $built || { say "$official cannot be pulled here: building $built"; build_image; }
fi
echo "$image"

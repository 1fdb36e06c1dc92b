#!/bin/sh
# Starts Neo4j under the official image's conventions, as far as the tests and docker-compose.yml use them:
# NEO4J_AUTH (neo4j/<password> or none) and NEO4J_<setting> (dots as _, underscores as __).
set -eu
home=/var/lib/neo4j
conf=$home/conf/neo4j.conf
mkdir -p $home/conf $home/data $home/logs $home/plugins $home/import $home/run
{
  echo "server.default_listen_address=0.0.0.0"
  echo "server.directories.neo4j_home=$home"
  echo "server.jvm.additional=-XX:+UseSerialGC"
  echo "dbms.usage_report.enabled=false"
} > $conf
env | grep '^NEO4J_[a-z]' | while IFS='=' read -r key value; do
  setting=$(echo "${key#NEO4J_}" | sed 's/__/@/g; s/_/./g; s/@/_/g')
  printf '%s=%s\n' "$setting" "$value" >> $conf
done
case "${NEO4J_AUTH:-}" in
  none) echo "dbms.security.auth_enabled=false" >> $conf ;;
  neo4j/*)
    java -cp "/opt/neo4j/lib/*" -Dbasedir=$home org.neo4j.server.startup.Neo4jAdminCommand \
      dbms set-initial-password "${NEO4J_AUTH#neo4j/}" || true ;;
esac
# An environment variable of the user's named NEO4J_AUTH must not reach the server's own process listing.
unset NEO4J_AUTH
exec java -Xms256m "-Xmx${HEAP:-512m}" -XX:+UseSerialGC \
  --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
  -cp "/opt/neo4j/lib/*" org.neo4j.server.CommunityEntryPoint --home-dir=$home --config-dir=$home/conf --console-mode

# shellcheck shell=bash
# A PostgreSQL of one's own in a temporary folder, reached by a socket inside it and gone afterwards.
# Needs common.sh and system.sh. Sets PG_FOLDER and PG_URL.

PG_FOLDER=""
PG_URL=""

# For tests, where a crash may lose everything and all lies in memory; a benchmark starts with no
# such setting.
PG_CARELESS="-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c random_page_cost=1.1"

as_postgres() { # PostgreSQL refuses to run as root.
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

postgres_start() { # [SETTINGS]
  local programs
  programs=$(postgres_bin) || fail "PostgreSQL's server is missing: run scripts/setup test."
  PG_FOLDER=$(cd / && as_postgres mktemp -d /tmp/elearn-pg.XXXXXX) # A socket's path must be short.
  chmod 755 "$PG_FOLDER"
  (
    cd /
    quietly as_postgres "$programs/initdb" --no-sync --auth trust --username elearn \
      --encoding UTF8 --locale C.UTF-8 --pgdata "$PG_FOLDER/data" &&
      quietly as_postgres "$programs/pg_ctl" --pgdata "$PG_FOLDER/data" --wait --log "$PG_FOLDER/log" \
        --options "-c listen_addresses='' -c unix_socket_directories=$PG_FOLDER ${1:-}" start &&
      quietly as_postgres "$programs/createdb" --host "$PG_FOLDER" --username elearn elearn
  ) || fail "PostgreSQL did not start: see above."
  PG_URL="postgresql+psycopg://elearn@/elearn?host=$PG_FOLDER"
}

postgres_stop() {
  [ -n "$PG_FOLDER" ] || return 0
  (cd / && as_postgres "$(postgres_bin)/pg_ctl" --pgdata "$PG_FOLDER/data" --mode immediate stop) \
    >/dev/null 2>&1 || true
  rm -rf "$PG_FOLDER"
  PG_FOLDER=""
}

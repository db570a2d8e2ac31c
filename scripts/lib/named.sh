# shellcheck shell=bash
# Run one Python program of a folder by its name, with a PostgreSQL beside it.
# Needs common.sh; used by scripts/bench and scripts/prove.
source "$ROOT/scripts/lib/system.sh"
source "$ROOT/scripts/lib/postgres.sh"

list_named() { # FOLDER
  find "$ROOT/$1" -maxdepth 1 -name '*.py' ! -name '_*' -printf '  %f\n' | sed 's/\.py$//' | sort
}

run_named() { # PURPOSE FOLDER NAME ARGUMENT…
  local purpose=$1 folder=$2 name=${3:-} program
  program="$ROOT/$folder/${name//-/_}.py"
  if [ -z "$name" ] || [ ! -f "$program" ]; then
    fail "Which one? $folder has:" "$(list_named "$folder")"
  fi
  shift 3
  "$ROOT/scripts/setup" "$purpose"
  cd "$ROOT"
  trap postgres_stop EXIT
  trap 'exit 130' INT TERM
  postgres_start
  ELEARN_TEST_DATABASE_URL="$PG_URL" "$BIN/python" "$program" "$@"
}

# shellcheck shell=bash
# What every script shares: where the project lies, how it speaks, and work done only once.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034  # Used by the scripts that read this one.
BIN="$ROOT/.venv/bin"
export PYTHONUTF8=1
unset PYTHONDONTWRITEBYTECODE # Or every process would compile all it imports anew, for a second.

say() { printf '%s\n' "$*"; }

fail() { # MESSAGE…: say what is wrong and what to do, one line each, and end with 2.
  printf '%s\n' "$@" >&2
  exit 2
}

quietly() { # COMMAND…: show what it printed only if it failed.
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  [ "$status" = 0 ] || tail -n 25 "$log" >&2
  rm -f "$log"
  return "$status"
}

digest() { # PATH…: one hash of the names and contents of these files and folders.
  (cd "$ROOT" && find "$@" -type f ! -name '*.mo' -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum) |
    sha256sum | cut -c1-64
}

is_stamped() { # FILE DIGEST
  [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]
}

stamp() { # FILE DIGEST
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "$2" >"$1"
}

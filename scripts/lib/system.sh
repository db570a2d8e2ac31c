# shellcheck shell=bash
# The programs of the operating system that the project needs, by purpose (demo, test or bench).

# The system's own comes first: what a version manager compiles is often a tenth slower.
PYTHONS=(/usr/bin/python3 python3 python3.13 python3.12 python3.11)

find_python() { # Print the first Python that is new enough, if possible one that can make a .venv.
  local name wanted
  for wanted in "import ensurepip, venv" ""; do
    for name in "${PYTHONS[@]}"; do
      if "$name" -c "import sys; sys.version_info >= (3, 11) or sys.exit(1); $wanted" 2>/dev/null; then
        say "$name"
        return
      fi
    done
  done
  return 1
}

postgres_bin() { # Print the folder of PostgreSQL's server programs, the newest if there are several.
  local initdb
  initdb=$(find /usr/lib/postgresql/*/bin -name initdb 2>/dev/null | sort -V | tail -n 1)
  [ -n "$initdb" ] || initdb=$(command -v initdb) || return 1
  dirname "$initdb"
}

has() { command -v "$1" >/dev/null 2>&1; }

has_nginx() { has nginx || [ -x /usr/sbin/nginx ]; } # Not everybody's path leads there.

has_library() { /sbin/ldconfig -p | grep "$1" >/dev/null; }

missing_packages() { # PURPOSE PYTHON: print the Debian packages that are still needed.
  if [ -z "$2" ] && ! has python3; then say python3; fi
  "${2:-python3}" -c 'import ensurepip, venv' 2>/dev/null || say python3-venv
  { has ffmpeg && has ffprobe; } || say ffmpeg
  has espeak-ng || say espeak-ng
  has pdftotext || say poppler-utils
  [ "$1" != demo ] || return 0
  postgres_bin >/dev/null || say postgresql
  has_nginx || say nginx-light
  if [ "$1" = bench ]; then
    has wrk || say wrk
  else
    has chromium || say chromium
    has chromium-headless-shell || say chromium-headless-shell
    has_library libatomic.so.1 || say libatomic1 # The node inside Playwright wants it.
  fi
}

as_administrator() { # COMMAND…: run it if this user may.
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

may_install() {
  has apt-get || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

install_packages() { # PACKAGE…
  as_administrator apt-get update -q
  as_administrator env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "$@"
}

need_packages() { # PURPOSE PYTHON
  local missing
  mapfile -t missing < <(missing_packages "$1" "$2")
  [ "${#missing[@]}" -gt 0 ] || return 0
  may_install || fail "An administrator must run this once: apt-get install -y ${missing[*]}"
  say "Installing ${missing[*]} …"
  # The server that Debian starts must not inherit the lock of this set-up.
  quietly install_packages "${missing[@]}" 9<&- || quietly install_packages "${missing[@]}" 9<&- ||
    fail "Could not install ${missing[*]}: check the network and the package sources, then start again."
}

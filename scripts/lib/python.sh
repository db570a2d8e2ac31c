# shellcheck shell=bash
# The virtual environment in .venv, filled from the locks and from nothing else.

lock_of() { # PURPOSE: print the lock that serves it; the one for tests holds all of the other.
  if [ "$1" != demo ] || [ -f "$ROOT/.venv/.locked-test" ]; then say test; else say run; fi
}

need_venv() { # PYTHON: anew if it is half made, if its Python has gone or if the clone was moved.
  ! { [ -x "$BIN/python" ] && is_stamped "$ROOT/.venv/.at" "$ROOT"; } || return 0
  say "Making .venv …"
  quietly "$1" -m venv --clear "$ROOT/.venv" ||
    fail "Could not make .venv: look at what Python says above."
  stamp "$ROOT/.venv/.at" "$ROOT"
}

need_uv() { # The version and the hashes that the lock names, by the pip that came with Python.
  [ ! -x "$BIN/uv" ] || return 0
  local wanted
  wanted=$(mktemp)
  awk '/^uv==/ { on = 1 } on { print } on && !/\\$/ { exit }' "$ROOT/locks/run.txt" >"$wanted"
  quietly "$BIN/python" -m pip install --disable-pip-version-check --require-hashes -r "$wanted" || true
  rm -f "$wanted"
}

install_lock() { # FILE: uv is quick; pip, the second try, knows the machine's own package sources.
  if [ -x "$BIN/uv" ]; then
    quietly "$BIN/uv" pip sync --compile-bytecode --python "$BIN/python" --require-hashes "$1" && return 0
  fi
  say "That did not work; trying once more, with pip …"
  quietly "$BIN/python" -m pip install --disable-pip-version-check --require-hashes -r "$1"
}

need_lock() { # NAME
  local file="$ROOT/locks/$1.txt" wanted
  wanted=$(digest "locks/$1.txt")
  ! is_stamped "$ROOT/.venv/.locked-$1" "$wanted" || return 0
  say "Installing the Python packages of locks/$1.txt …"
  need_uv
  install_lock "$file" ||
    fail "The Python packages did not arrive: check the network (or pip's settings), then start again."
  rm -f "$ROOT/.venv/.project"
  stamp "$ROOT/.venv/.locked-$1" "$wanted"
}

need_project() { # So that .venv/bin/elearn exists.
  local wanted
  wanted=$(digest pyproject.toml)
  ! { [ -x "$BIN/elearn" ] && is_stamped "$ROOT/.venv/.project" "$wanted"; } || return 0
  quietly "$BIN/python" -m pip install --disable-pip-version-check --no-deps --no-build-isolation \
    --no-index --editable "$ROOT" || fail "The project itself did not install: see above."
  stamp "$ROOT/.venv/.project" "$wanted"
}

have_translations() { # Each catalogue stands compiled beside its source.
  local source
  find "$ROOT/elearn/translations" -name '*.po' | while read -r source; do
    [ -f "${source%.po}.mo" ] || exit 1
  done
}

need_translations() {
  local wanted folder="$ROOT/elearn/translations"
  [ -n "$(find "$folder" -name '*.po' 2>/dev/null)" ] || return 0
  wanted=$(digest elearn/translations)
  ! { have_translations && is_stamped "$ROOT/.venv/.translations" "$wanted"; } || return 0
  quietly "$BIN/pybabel" compile --directory "$folder" || fail "A translation does not compile: see above."
  stamp "$ROOT/.venv/.translations" "$wanted"
}

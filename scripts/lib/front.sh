# shellcheck shell=bash
# The front end: packages from package-lock.json, built into static/dist. Node comes out of .venv.

FONTS=node_modules/@expo-google-fonts

install_node_packages() { # ARGUMENT…
  (cd "$ROOT" && PATH="$BIN:$PATH" "$BIN/npm" ci --ignore-scripts --no-audit --no-fund "$@")
}

need_node_packages() { # [PURPOSE]: the tests also need those that package.json lists for development
  local wanted which=.locked omitted=(--omit=dev)
  wanted=$(digest package.json package-lock.json)
  ! is_stamped "$ROOT/node_modules/.locked-dev" "$wanted" || return 0
  if [ "${1:-}" = test ]; then which=.locked-dev omitted=(); fi
  ! is_stamped "$ROOT/node_modules/$which" "$wanted" || return 0
  say "Installing the packages of package-lock.json …"
  quietly install_node_packages "${omitted[@]}" || quietly install_node_packages "${omitted[@]}" ||
    fail "The front-end packages did not arrive: check the network (or npm's settings), then start again."
  stamp "$ROOT/node_modules/$which" "$wanted"
}

need_fonts() {
  local wanted
  wanted=$(digest static/fonts.py package-lock.json)
  ! is_stamped "$ROOT/static/dist/fonts/.stamp" "$wanted" || return 0
  quietly "$BIN/python" "$ROOT/static/fonts.py" "$ROOT/$FONTS" "$ROOT/static/dist/fonts" ||
    fail "The fonts could not be cut: see above."
  stamp "$ROOT/static/dist/fonts/.stamp" "$wanted"
}

need_icons() {
  local wanted
  wanted=$(digest static/icons.py static/src/img/mark.svg)
  ! is_stamped "$ROOT/static/dist/icons/.stamp" "$wanted" || return 0
  quietly "$BIN/python" "$ROOT/static/icons.py" "$ROOT/static/src/img/mark.svg" "$ROOT/static/dist/icons" ||
    fail "The mark could not be drawn: see above."
  stamp "$ROOT/static/dist/icons/.stamp" "$wanted"
}

need_bundles() {
  local wanted
  wanted=$(digest static/src static/build.mjs static/fonts.py static/icons.py package-lock.json)
  ! is_stamped "$ROOT/static/dist/.stamp" "$wanted" || return 0
  say "Building static/dist …"
  quietly "$BIN/node" "$ROOT/static/build.mjs" || fail "The front end does not build: see above."
  stamp "$ROOT/static/dist/.stamp" "$wanted"
}

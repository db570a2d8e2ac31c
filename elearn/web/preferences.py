"""Language and colours of a device: any page asked with ?language= or ?theme= keeps the choice.

They stand in cookies, since they belong to the eyes at this screen and not to an account.
"""

from urllib.parse import urlencode

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from elearn.web.i18n import COOKIE, LANGUAGES

CHOICES = {COOKIE: tuple(LANGUAGES), "theme": ("light", "dark", "device")}
_YEAR = 365 * 24 * 3600


def theme() -> str:
    """Return the colours chosen on this device; empty if the device itself decides."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""


def with_choice(name: str, value: str) -> str:
    """Return the address that makes a choice and comes back to this page."""
    path = _path() if request.method == "GET" else "/"
    rest = [item for item in request.args.items(multi=True) if item[0] != name]
    return f"{path}?{urlencode([*rest, (name, value)])}"


def _path() -> str:
    """Return the path of this page, of this site: two slashes would name another host."""
    return "/" + request.path.lstrip("/")


def _remember() -> Response | None:
    chosen = {
        name: request.args[name]
        for name, allowed in CHOICES.items()
        if request.args.get(name) in allowed
    }
    if not chosen or request.method != "GET":
        return None
    rest = [item for item in request.args.items(multi=True) if item[0] not in CHOICES]
    answer = redirect(_path() + ("?" + urlencode(rest) if rest else ""))
    for name, value in chosen.items():
        answer.set_cookie(
            name, value, _YEAR, secure=request.is_secure, httponly=True, samesite="Lax"
        )
    return answer


def init_app(app: Flask) -> None:
    app.before_request(_remember)
    app.jinja_env.globals.update(theme=theme, with_choice=with_choice)

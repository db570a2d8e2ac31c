"""Language, colours, size of letters and saving of data: any page asked with ?theme= keeps it.

They stand in cookies, since they belong to the eyes at this screen and not to an account.
"""

from urllib.parse import urlencode

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from elearn.web.i18n import COOKIE, LANGUAGES

CHOICES = {
    COOKIE: tuple(LANGUAGES),
    "theme": ("light", "dark", "device"),
    "letters": ("normal", "large", "larger"),
    "saver": ("on", "off"),
}
#: Set by the player's script where the line is slow and nobody has chosen; it ends with the visit.
SLOW_LINE = "slow_line"
_YEAR = 365 * 24 * 3600


def theme() -> str:
    """Return the colours chosen on this device; empty if the device itself decides."""
    chosen = request.cookies.get("theme", "")
    return chosen if chosen in ("light", "dark") else ""


def letters() -> str:
    """Return the size of letters chosen on this device; empty if they are as large as usual."""
    chosen = request.cookies.get("letters", "")
    return chosen if chosen in ("large", "larger") else ""


def chose_saving() -> bool:
    """Return whether somebody at this device said that data is to be saved, or is not."""
    return request.cookies.get("saver") in CHOICES["saver"]


def is_saving() -> bool:
    """Return whether this device saves data: as was chosen, else as it or its line asks for."""
    if chose_saving():
        return request.cookies["saver"] == "on"
    return request.headers.get("Save-Data") == "on" or request.cookies.get(SLOW_LINE) == "yes"


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
    app.jinja_env.globals.update(
        theme=theme,
        letters=letters,
        chose_saving=chose_saving,
        is_saving=is_saving,
        with_choice=with_choice,
    )

"""The worker of the browser, by which pages and copies are there without a line: /worker.js.

Its address is always the same, and browsers ask each time whether it has changed. It is built with
the rest of static/, and told here what the page without a line consists of.
"""

import json
from functools import cache

from flask import Flask, Response, request, url_for

from elearn import accounts
from elearn.errors import Refusal
from elearn.text import msg
from elearn.web.assets import DIST
from elearn.web.navigation import is_built, is_signed_in
from elearn.web.session import here

PAGE = "offline.shell"
_WORKER, _WITHDRAWN = "worker.js", "withdrawn.js"


@cache
def _built(name: str) -> str:
    try:
        return (DIST / name).read_text()
    except FileNotFoundError:
        raise Refusal(msg("Chưa dựng phần giao diện. Chạy ./scripts/setup một lần.")) from None


def _shell() -> str:
    """Return the line that tells the worker what to have here."""
    names = json.loads(_built("shell.json"))
    assets = [url_for("static", filename=name) for name in names]
    return f"self.SHELL={json.dumps({'page': url_for(PAGE), 'assets': assets})};\n"


def is_there() -> bool:
    """Return whether pages are there without a line: the operator may withdraw the worker."""
    return here().settings.offline and is_built(PAGE)


def works_offline() -> bool:
    """Return whether this browser is to have the worker.

    The browsers within messengers keep nothing for long.
    """
    within = accounts.is_within_app(request.user_agent.string)
    return is_there() and is_signed_in() and not within


def init_app(app: Flask) -> None:
    app.jinja_env.globals["works_offline"] = works_offline

    @app.get("/worker.js")
    def worker() -> Response:
        text = _shell() + _built(_WORKER) if is_there() else _built(_WITHDRAWN)
        answer = Response(text, mimetype="text/javascript")
        answer.cache_control.no_cache = True
        answer.add_etag()
        answer.make_conditional(request)
        return answer

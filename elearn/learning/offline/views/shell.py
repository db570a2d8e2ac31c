"""The one page that is there without a line: /offline. It names nobody; the phone fills it in."""

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn.learning.offline.views.door import bp


@bp.get("/offline")
def shell() -> ResponseReturnValue:
    return render_template("offline/shell.html", alone=True)

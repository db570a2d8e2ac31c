"""The signals of one's area: those that wait for somebody to look, and those that were judged."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import people
from elearn.learning.signals import queries
from elearn.learning.signals.rules import KIND_NAMES, STATE_NAMES, SignalKind, SignalState
from elearn.learning.signals.rules.telling import told_of
from elearn.learning.signals.views.door import bp
from elearn.web import actor, db, role_required

_LAST = 9_999  # Page: nobody turns so many.


@bp.get("/signals")
@role_required(*people.SEEING)
def signals() -> ResponseReturnValue:
    asked = queries.Asked(
        state=request.args.get("state", SignalState.OPEN, type=SignalState),
        kind=request.args.get("kind", type=SignalKind),
        page=min(max(1, request.args.get("page", 1, type=int)), _LAST),
    )
    return render_template(
        "learning/signals/signals.html",
        page=queries.signal_page(db(), actor(), asked),
        asked=asked,
        states=STATE_NAMES,
        kinds=KIND_NAMES,
        told_of=told_of,
    )

"""The list of classes."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.classes import queries
from elearn.classes.rules import ClassState
from elearn.classes.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("")
@role_required(*queries.SEEING)
def classes() -> ResponseReturnValue:
    state = request.args.get("state", type=ClassState)
    page = max(1, request.args.get("page", 1, type=int))
    return render_template(
        "classes/classes.html",
        list=queries.classes_page(db(), actor(), state=state, page=page),
        state=state,
        may_open=actor().as_decider().has(*queries.MANAGING),
        today=clock.today(),
        page_address=lambda number: url_for("classes.classes", state=state, page=number),
    )

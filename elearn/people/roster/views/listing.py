"""The files that were sent in, and what of all of them waits for a decision."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn.people.queries import DECIDING, SEEING, decides_anywhere
from elearn.people.roster.queries.batches import batches_page, batches_with_doubts
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES
from elearn.people.roster.views import door
from elearn.people.roster.views.showing.states import state_of
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("/import")
@role_required(*SEEING)
def imports() -> ResponseReturnValue:
    door.refuse_proposers()
    return render_template(
        "people/roster/imports.html",
        page=batches_page(db(), actor(), request.args.get("page", 1, type=int)),
        page_address=lambda number: url_for("people.imports", page=number),
        state_of=state_of,
        statuses=ROW_STATUS_NAMES,
        may_import=decides_anywhere(actor()),
        you=door.you(),
    )


@bp.get("/import/doubts")
@role_required(*DECIDING)
def import_doubts() -> ResponseReturnValue:
    door.refuse_readers()
    lines = batches_with_doubts(db(), actor())
    return render_template("people/roster/doubts.html", lines=lines, you=door.you())

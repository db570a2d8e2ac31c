"""Who stands in the units of a file and is not in it: told, and never ended."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn.people.queries import SEEING
from elearn.people.roster.queries import batches
from elearn.people.roster.queries.missing import missing_page
from elearn.people.roster.views import door
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("/import/<int:batch_id>/missing")
@role_required(*SEEING)
def import_missing(batch_id: int) -> ResponseReturnValue:
    door.refuse_proposers()
    batch = batches.batch_seen_by(db(), actor(), batch_id)
    page = missing_page(db(), batch, request.args.get("after", 0, type=int))
    return render_template("people/roster/missing.html", batch=batch, page=page)

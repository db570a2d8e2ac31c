"""What somebody in one's scope was told, when, and whether she has read it."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import people
from elearn.notices import queries
from elearn.notices.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("/of/<int:told_id>")
@role_required(*people.SEEING)
def told_to(told_id: int) -> ResponseReturnValue:
    person = people.person_seen_by(db(), actor(), told_id)
    after = request.args.get("after", type=int)
    return render_template(
        "notices/told_to.html",
        person=person,
        log=queries.log_of(db(), person.id, after=after),
        after=after,
    )

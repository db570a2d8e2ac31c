"""The list of people within one's scope."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.people import queries
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required


@bp.get("")
@role_required(*queries.SEEING)
def people() -> ResponseReturnValue:
    text, after = request.args.get("q", ""), request.args.get("after", type=int)
    page = queries.people_page(
        db(), actor(), queries.Filters(text), queries.Turn(after), day=clock.today()
    )
    return render_template("people/people.html", text=text, after=after, page=page)

"""What is asked under all lectures, for those who teach: what waits comes first."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import catalogue
from elearn.access import Role
from elearn.learning.queries import questions as asked
from elearn.learning.views.door import bp
from elearn.media import MAKERS
from elearn.web import actor, db, role_required
from elearn.web.navigation import waiting_at


@bp.get("/questions")
@role_required(*MAKERS)
def inbox() -> ResponseReturnValue:
    code, page = request.args.get("lecture"), max(1, request.args.get("page", 1, type=int))
    lecture = catalogue.lecture_by_code(db(), code) if code else None
    shelf = request.args.get("shelf", asked.Shelf.OPEN, type=asked.Shelf)
    mine = request.args.get("mine")
    names: dict[str, Any] = {"lecture": code, "mine": mine, "shelf": shelf.value}
    sought = asked.Sought(shelf, bool(mine), lecture.id if lecture else None, page)
    return render_template(
        "learning/inbox.html",
        found=asked.inbox(db(), actor(), sought),
        sought=sought,
        lecture=lecture,
        shelves=asked.SHELF_NAMES,
        address=lambda **other: url_for("learning.inbox", **{**names, **other}),
        page_address=lambda number: url_for("learning.inbox", page=number, **names),
    )


@waiting_at("learning.inbox")
def _waiting() -> int:
    """Count for instructors; whoever else may answer is told by notice, and spared the query."""
    return asked.waiting_for(db(), actor()) if actor().has(Role.INSTRUCTOR) else 0

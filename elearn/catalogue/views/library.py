"""The instructor's library: each film, what it weighs in each form, and where it is used."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import media
from elearn.catalogue.queries.films import uses_of
from elearn.catalogue.views.door import bp
from elearn.media import MAKERS, Shelf
from elearn.web import actor, db, role_required


@bp.get("/library")
@role_required(*MAKERS)
def library() -> ResponseReturnValue:
    text, page = request.args.get("q", ""), max(1, request.args.get("page", 1, type=int))
    shelf = request.args.get("shelf", Shelf.ALL, type=Shelf)
    owner_id = actor().person_id if request.args.get("mine") else None
    rows, count = media.media_page(db(), page, text=text, shelf=shelf, owner_id=owner_id)
    keys = [row.medium.id for row in rows]
    asked: dict[str, Any] = {name: request.args.get(name) for name in ("q", "shelf", "mine")}
    return render_template(
        "catalogue/library.html",
        rows=rows,
        films=media.playables(db(), keys),
        uses=uses_of(db(), keys),
        count=count,
        text=text,
        shelf=shelf,
        mine=owner_id is not None,
        page=page,
        page_count=-(-count // media.PAGE),
        page_address=lambda number: url_for("catalogue.library", page=number, **asked),
    )

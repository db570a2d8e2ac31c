"""Bookmarks in a film: made at the second that plays, reworded and taken away."""

from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.errors import NotFound, Refusal
from elearn.learning.queries.bookmarks import bookmarks_of
from elearn.learning.rules.bookmarks import LONGEST_NOTE
from elearn.learning.rules.places import second_meant
from elearn.learning.service import bookmarks as service
from elearn.learning.views.door import bp
from elearn.learning.views.films import newest_of
from elearn.text import msg
from elearn.web import db, login_required, person_id
from elearn.web.errors import wants_json


@bp.post("/lectures/<code>/bookmarks")
@login_required
def add_bookmark(code: str) -> ResponseReturnValue:
    film = _shown(_newest(code))
    second = second_meant(request.form.get("at", ""))
    if second is None:
        raise Refusal(msg("Ghi chỗ đánh dấu theo phút:giây, ví dụ 12:30."))
    note = request.form.get("note", "")
    service.add_bookmark(db(), person_id(), film, second, note, now=clock.now())
    return _answered(code)


@bp.post("/lectures/<code>/bookmarks/<int:bookmark_id>")
@login_required
def reword_bookmark(code: str, bookmark_id: int) -> ResponseReturnValue:
    service.reword_bookmark(db(), person_id(), bookmark_id, request.form.get("note", ""))
    return _answered(code)


@bp.post("/lectures/<code>/bookmarks/<int:bookmark_id>/delete")
@login_required
def drop_bookmark(code: str, bookmark_id: int) -> ResponseReturnValue:
    service.drop_bookmark(db(), person_id(), bookmark_id)
    return _answered(code)


def bookmarks_beside(shown: media.Playable, newest: media.Playable) -> dict[str, Any]:
    """Return what the page of a lecture shows of her bookmarks."""
    return {
        "bookmarks": bookmarks_of(db(), person_id(), shown, newest),
        "longest_note": LONGEST_NOTE,
        "bookmarks_version": shown.version_id,
    }


def _newest(code: str) -> media.Playable:
    newest = newest_of(catalogue.lecture_by_code(db(), code))
    if newest is None:
        raise NotFound(msg("Bài này chưa có video."))
    return newest


def _shown(newest: media.Playable) -> media.Playable:
    """Return the version her page shows, which the form names: the newest or one before it."""
    said = request.form.get("version", type=int)
    if said in {one.version_id for one in newest.earlier}:
        return media.playable_version(db(), said)
    return newest


def _answered(code: str) -> ResponseReturnValue:
    """Tell a script the list anew; send everybody else back to it."""
    if not wants_json():
        return redirect(url_for("learning.lecture", code=code, _anchor="bookmarks"), 303)
    newest = _newest(code)
    there = bookmarks_beside(_shown(newest), newest)
    page = render_template("learning/lecture/bookmark_list.html", code=code, **there)
    return {"list": page}

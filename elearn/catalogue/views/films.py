"""The page on which a lecture is given its film."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, media
from elearn.catalogue import queries, service
from elearn.catalogue.models import Lecture
from elearn.catalogue.rules import CHOOSERS
from elearn.catalogue.views.door import bp
from elearn.catalogue.views.forms import FilmForm
from elearn.web import actor, db, role_required


@bp.get("/lectures/<code>/film")
@role_required(*CHOOSERS)
def film(code: str) -> ResponseReturnValue:
    lecture = queries.lecture_by_code(db(), code)
    return _page(lecture, FilmForm(medium=lecture.medium_id))


@bp.post("/lectures/<code>/film")
@role_required(*CHOOSERS)
def choose(code: str) -> ResponseReturnValue:
    lecture, form = queries.lecture_by_code(db(), code), FilmForm()
    if not form.validate():
        return _page(lecture, form), 422
    service.set_medium(db(), actor(), lecture, form.medium.data, now=clock.now())
    flash(_("Đã lưu video của bài này."))
    return redirect(url_for("catalogue.film", code=code), 303)


def _page(lecture: Lecture, form: FilmForm) -> str:
    text, page = request.args.get("q", ""), max(1, request.args.get("page", 1, type=int))
    rows, count = media.media_page(db(), page, text=text)
    form.medium.choices = [(row.medium.id, row.medium.title) for row in rows]
    return render_template(
        "catalogue/film.html",
        lecture=lecture,
        form=form,
        rows={row.medium.id: row for row in rows},
        count=count,
        text=text,
        page=page,
        page_count=-(-count // media.PAGE),
        page_address=lambda n: url_for("catalogue.film", code=lecture.code, q=text or None, page=n),
        **_present(lecture),
    )


def _present(lecture: Lecture) -> dict[str, object]:
    """Return the newest version of the lecture's film, the one played now, and who may renew it."""
    if lecture.medium_id is None:
        return {"present": None}
    medium = media.medium_by_id(db(), lecture.medium_id)
    rows = media.rows_of(db(), medium)
    return {
        "present": next(iter(rows), None),
        "played": next((row.version for row in rows if row.version.ready_at), None),
        "may_renew": media.may_change(actor(), medium.created_by_id),
    }

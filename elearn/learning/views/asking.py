"""Questions under a lecture: read by its learners, asked by each of them."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import catalogue, clock, media
from elearn.errors import InvalidInput, Refusal
from elearn.learning.queries import questions as asked
from elearn.learning.rules.questions import may_answer
from elearn.learning.service import asking
from elearn.learning.views.door import bp
from elearn.learning.views.films import newest_of
from elearn.learning.views.question_forms import AskForm
from elearn.web import actor, db, login_required, person_id, position, told

_BESIDE = 5  # Beside a film; the rest has a page of its own.


@bp.get("/lectures/<code>/questions")
@login_required
def questions(code: str) -> ResponseReturnValue:
    lecture = catalogue.lecture_by_code(db(), code)
    return _page(lecture, AskForm(formdata=None))


@bp.post("/lectures/<code>/questions")
@login_required
def ask(code: str) -> ResponseReturnValue:
    lecture, form = catalogue.lecture_by_code(db(), code), AskForm()
    if not form.validate():
        return _page(lecture, form), 422
    what = asking.Asking(form.text.data or "", _version(lecture, form), form.moment)
    try:
        asking.ask(db(), person_id(), lecture, what, now=clock.now())
    except InvalidInput as refused:
        for name, flaw in refused.fields.items():
            form[name].errors = [told(flaw)]
        return _page(lecture, form), 422
    except Refusal as refused:
        form.text.errors = [told(refused.message)]
        return _page(lecture, form), 409
    flash(_("Đã gửi câu hỏi. Khi giảng viên trả lời, anh/chị nhận được thông báo."))
    return redirect(url_for("learning.questions", code=code) + "#asked", 303)


def _version(lecture: catalogue.Lecture, form: AskForm) -> media.MediumVersion | None:
    """Return the film she was watching, else the one that is played now."""
    newest = newest_of(lecture)
    if newest is None:
        return None
    known = {newest.version_id, *(one.version_id for one in newest.earlier)}
    said = form.version.data or ""
    chosen = int(said) if said.isascii() and said.isdigit() else newest.version_id
    return media.version_by_id(db(), chosen if chosen in known else newest.version_id)


def _page(lecture: catalogue.Lecture, form: AskForm) -> str:
    page, mine = max(1, request.args.get("page", 1, type=int)), person_id()
    newest = newest_of(lecture)
    if newest and not form.version.data:
        form.version.data = str(newest.version_id)
    return render_template(
        "learning/questions.html",
        lecture=lecture,
        form=form,
        version_id=newest.version_id if newest else None,
        questions=asked.questions_under(db(), lecture.id, mine, page=page),
        hers=asked.entries_of(db(), mine),
        may_answer=_may_answer(lecture),
        page=page,
        page_count=-(-asked.count_under(db(), lecture.id, mine) // asked.PAGE),
        page_address=lambda number: url_for("learning.questions", code=lecture.code, page=number),
    )


def _may_answer(lecture: catalogue.Lecture) -> bool:
    film = media.medium_by_id(db(), lecture.medium_id) if lecture.medium_id else None
    return may_answer(actor(), film.created_by_id if film else None)


def asked_under(lecture: catalogue.Lecture, film: media.Playable) -> dict[str, Any]:
    """Return what the page of a lecture shows of its questions, and the form for another; 3 reads.

    The form names the second that the address named; with a script, the one that is played.
    """
    second = request.args.get("t", type=int)
    moment = position(second) if second is not None and 0 <= second < film.seconds else ""
    there = asked.questions_under(db(), lecture.id, person_id(), most=_BESIDE + 1)
    return {
        "questions": there[:_BESIDE],
        "has_more_questions": len(there) > _BESIDE,
        "hers": asked.entries_of(db(), person_id()),
        "ask_form": AskForm(formdata=None, version=str(film.version_id), second=moment),
    }

"""One question: mended and taken back by her who asked, answered and hidden by who teaches."""

from collections.abc import Callable
from dataclasses import dataclass, field

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, media
from elearn.errors import InvalidInput
from elearn.learning.models import LectureQuestion
from elearn.learning.queries import questions as asked
from elearn.learning.rules.questions import may_answer
from elearn.learning.service import answering, asking
from elearn.learning.views.door import bp
from elearn.learning.views.question_forms import (
    WordsForm,
    answer_form,
    question_form,
    reason_form,
)
from elearn.media import MAKERS
from elearn.web import actor, db, login_required, person_id, role_required, told


@dataclass
class Forms:
    """What may be typed about a question; one of them came back with a flaw."""

    question: WordsForm = field(default_factory=lambda: question_form(formdata=None))
    answer: WordsForm = field(default_factory=lambda: answer_form(formdata=None))
    reason: WordsForm = field(default_factory=lambda: reason_form(formdata=None))
    #: Of the answer that is being mended.
    mended: WordsForm | None = None
    mended_id: int | None = None


@bp.get("/questions/<int:question_id>")
@login_required
def question(question_id: int) -> ResponseReturnValue:
    return _page(asked.question_seen_by(db(), actor(), question_id), Forms())


@bp.post("/questions/<int:question_id>/edit")
@login_required
def edit_question(question_id: int) -> ResponseReturnValue:
    found, form = asked.question_seen_by(db(), actor(), question_id), question_form()

    def mend(text: str) -> None:
        asking.edit_question(db(), person_id(), found, text, now=clock.now())

    return _written(found, Forms(question=form), form, mend) or _back(found, _("Đã lưu câu hỏi."))


@bp.post("/questions/<int:question_id>/withdraw")
@login_required
def withdraw_question(question_id: int) -> ResponseReturnValue:
    found = asked.question_seen_by(db(), actor(), question_id)
    code = found.lecture.code
    asking.withdraw_question(db(), person_id(), found, now=clock.now())
    flash(_("Đã rút câu hỏi. Không ai đọc được nữa."))
    return redirect(url_for("learning.questions", code=code), 303)


@bp.post("/questions/<int:question_id>/answer")
@role_required(*MAKERS)
def answer(question_id: int) -> ResponseReturnValue:
    found, form = asked.question_seen_by(db(), actor(), question_id), answer_form()

    def write(text: str) -> None:
        answering.answer(db(), actor(), found, text, now=clock.now())

    told_ = _("Đã trả lời. Người hỏi nhận thông báo; người học bài này đều đọc được.")
    return _written(found, Forms(answer=form), form, write) or _back(found, told_)


@bp.post("/questions/<int:question_id>/hide")
@role_required(*MAKERS)
def hide(question_id: int) -> ResponseReturnValue:
    found, form = asked.question_seen_by(db(), actor(), question_id), reason_form()

    def put_away(text: str) -> None:
        answering.hide(db(), actor(), found, text, now=clock.now())

    told_ = _("Đã ẩn câu hỏi. Chỉ người hỏi còn thấy, kèm lý do.")
    return _written(found, Forms(reason=form), form, put_away) or _back(found, told_)


@bp.post("/questions/<int:question_id>/show")
@role_required(*MAKERS)
def show(question_id: int) -> ResponseReturnValue:
    found = asked.question_seen_by(db(), actor(), question_id)
    answering.show(db(), actor(), found, now=clock.now())
    return _back(found, _("Câu hỏi hiện lại như trước."))


@bp.post("/answers/<int:answer_id>/edit")
@role_required(*MAKERS)
def edit_answer(answer_id: int) -> ResponseReturnValue:
    form, key = answer_form(), asked.answer_by_id(db(), answer_id).question_id
    found = asked.question_seen_by(db(), actor(), key)

    def mend(text: str) -> None:
        answering.edit_answer(db(), actor(), answer_id, text, now=clock.now())

    forms = Forms(mended=form, mended_id=answer_id)
    return _written(found, forms, form, mend) or _back(found, _("Đã lưu câu trả lời."))


@bp.post("/answers/<int:answer_id>/withdraw")
@role_required(*MAKERS)
def withdraw_answer(answer_id: int) -> ResponseReturnValue:
    key = asked.answer_by_id(db(), answer_id).question_id
    found = asked.question_seen_by(db(), actor(), key)
    answering.withdraw_answer(db(), actor(), answer_id, now=clock.now())
    return _back(found, _("Đã rút câu trả lời."))


def _written(
    found: LectureQuestion, forms: Forms, form: WordsForm, write: Callable[[str], None]
) -> ResponseReturnValue | None:
    """Write what was typed; return the page with the flaw if there is one."""
    try:
        write(form.text.data or "")
    except InvalidInput as refused:
        form.text.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(found, forms), 422
    return None


def _back(found: LectureQuestion, words: str) -> ResponseReturnValue:
    flash(words)
    return redirect(url_for("learning.question", question_id=found.id), 303)


def _page(found: LectureQuestion, forms: Forms) -> str:
    owner = None
    if found.lecture.medium_id:
        owner = media.medium_by_id(db(), found.lecture.medium_id).created_by_id
    return render_template(
        "learning/question.html",
        one=found,
        forms=forms,
        hers=asked.entries_of(db(), person_id()),
        mine=person_id(),
        may_answer=may_answer(actor(), owner),
        answer_form=answer_form,
        question_form=question_form,
    )

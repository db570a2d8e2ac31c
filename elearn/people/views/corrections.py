"""Corrections: a person asks for one in her record, who administers her place answers."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired

from elearn import clock
from elearn.people import queries, service
from elearn.people.models import CorrectionRequest, Person
from elearn.people.rules import (
    CORRECTED_FIELD_NAMES,
    CORRECTION_STATE_NAMES,
    CorrectedField,
    CorrectionState,
)
from elearn.people.views.acting import Act, Fact, act_page
from elearn.people.views.door import bp
from elearn.text import Message, msg
from elearn.web import (
    Form,
    actor,
    at_most,
    choices_of,
    db,
    login_required,
    person_id,
    role_required,
    told,
)

_MOST = at_most(500)


class AskForm(Form):
    """What is wrong, and how it should read."""

    field = SelectField(
        lazy_gettext("Chỗ nào sai?"),
        choices=choices_of(CORRECTED_FIELD_NAMES),
        coerce=CorrectedField,
    )
    wanted = StringField(
        lazy_gettext("Đúng phải là"),
        [InputRequired(lazy_gettext("Ghi thông tin đúng là gì.")), _MOST],
        description=lazy_gettext("Ghi đúng như trên giấy tờ, ví dụ: Nguyễn Thị Hường; 05/3/1979."),
    )
    note = TextAreaField(
        lazy_gettext("Nói thêm"), [_MOST], description=lazy_gettext("Không bắt buộc.")
    )


class AnswerForm(Form):
    """What is answered to who asked."""

    answer = StringField(
        lazy_gettext("Trả lời người hỏi"),
        [_MOST],
        description=lazy_gettext("Người hỏi đọc câu này trong thông báo."),
    )


@bp.get("/corrections")
@login_required
def corrections() -> ResponseReturnValue:
    state = request.args.get("state", CorrectionState.WAITING, type=CorrectionState)
    after = request.args.get("after", type=int)
    return render_template(
        "people/corrections.html",
        page=queries.corrections_for(db(), actor(), state=state, after=after),
        state=state,
        after=after,
        states=CORRECTION_STATE_NAMES,
        fields=CORRECTED_FIELD_NAMES,
        lists=actor().has(*queries.SEEING),
    )


@bp.route("/corrections/new", methods=["GET", "POST"])
@login_required
def ask_correction() -> ResponseReturnValue:
    key = request.args.get("person", person_id(), type=int)
    person = queries.person_asked_about(db(), actor(), key)
    form = AskForm()
    back = url_for("people.person", person_id=person.id), person.full_name
    act = Act(_("Đề nghị sửa thông tin"), _("Gửi đề nghị"), form, back, _facts(person))
    return act_page(act, lambda: _ask(person, form))


def _facts(person: Person) -> list[Fact]:
    """Return what is written now, so that one sees what is wrong in it."""
    born = f"{person.born_on:%d/%m/%Y}" if person.born_on else person.birth_year
    return [
        (_("Họ và tên"), person.full_name),
        (_("Ngày sinh hoặc năm sinh"), born),
        (_("Số điện thoại"), person.phone),
    ]


def _ask(person: Person, form: AskForm) -> Message:
    said = service.Wanted(form.field.data, form.wanted.data or "", form.note.data or "")
    service.ask_correction(db(), actor(), person.id, said, now=clock.now())
    return msg("Đã gửi. Khi có trả lời sẽ có thông báo.")


@bp.get("/corrections/<int:correction_id>")
@login_required
def correction(correction_id: int) -> ResponseReturnValue:
    found = queries.correction_seen_by(db(), actor(), correction_id)
    return render_template(
        "people/correction.html",
        one=found,
        may_answer=found.is_waiting and queries.may_answer(db(), actor(), found),
        lists=actor().has(*queries.SEEING),
        states=CORRECTION_STATE_NAMES,
        fields=CORRECTED_FIELD_NAMES,
    )


@bp.route("/corrections/<int:correction_id>/apply", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def apply_correction(correction_id: int) -> ResponseReturnValue:
    found = _decided(correction_id)
    form = AnswerForm()
    act = _answering(found, form, _("Sửa theo đề nghị này"), _("Sửa và trả lời"))
    return act_page(act, lambda: _apply(correction_id, form))


def _apply(correction_id: int, form: AnswerForm) -> Message:
    service.apply_correction(db(), actor(), correction_id, form.answer.data or "", now=clock.now())
    return msg("Đã sửa và báo cho người hỏi.")


@bp.route("/corrections/<int:correction_id>/refuse", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def refuse_correction(correction_id: int) -> ResponseReturnValue:
    found = _decided(correction_id)
    form = AnswerForm()
    act = _answering(found, form, _("Không sửa theo đề nghị này"), _("Trả lời không sửa"))
    return act_page(act, lambda: _refuse(correction_id, form))


def _refuse(correction_id: int, form: AnswerForm) -> Message:
    service.refuse_correction(db(), actor(), correction_id, form.answer.data or "", now=clock.now())
    return msg("Đã trả lời người hỏi, kèm lý do.")


def _decided(correction_id: int) -> CorrectionRequest:
    found = queries.correction_seen_by(db(), actor(), correction_id)
    queries.person_decided_by(db(), actor(), found.person_id)
    return found


def _answering(found: CorrectionRequest, form: AnswerForm, title: str, button: str) -> Act:
    back = url_for("people.correction", correction_id=found.id), found.person.full_name
    facts = [
        (_("Chỗ sai"), told(CORRECTED_FIELD_NAMES[found.field])),
        (_("Đúng phải là"), found.wanted),
        (_("Nói thêm"), found.note),
    ]
    return Act(title, button, form, back, facts)

"""Saying no: a paper that waits is refused, one that counts is taken back, each with a reason."""

from collections.abc import Callable

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, people
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning.models import ExternalRecord
from elearn.learning.queries import external
from elearn.learning.service import external as service
from elearn.learning.views.door import bp
from elearn.learning.views.records.forms import ReasonForm
from elearn.text import msg
from elearn.web import actor, db, role_required, told

_OTHERS = msg("Giấy này do người quản trị địa bàn của người có giấy xác nhận.")


@bp.get("/records/<int:record_id>/refuse")
@role_required(*people.DECIDING)
def refuse_record_page(record_id: int) -> ResponseReturnValue:
    return _page(_decided(record_id), ReasonForm(formdata=None), is_ending=False)


@bp.post("/records/<int:record_id>/refuse")
@role_required(*people.DECIDING)
def refuse_record(record_id: int) -> ResponseReturnValue:
    one, form, now = _decided(record_id), ReasonForm(), clock.now()
    return _said(
        one,
        form,
        lambda: service.refuse_record(db(), actor(), record_id, form.reason.data or "", now=now),
        is_ending=False,
    )


@bp.get("/records/<int:record_id>/take-back")
@role_required(*people.DECIDING)
def take_back_record_page(record_id: int) -> ResponseReturnValue:
    return _page(_decided(record_id), ReasonForm(formdata=None), is_ending=True)


@bp.post("/records/<int:record_id>/take-back")
@role_required(*people.DECIDING)
def take_back_record(record_id: int) -> ResponseReturnValue:
    one, form, now = _decided(record_id), ReasonForm(), clock.now()
    return _said(
        one,
        form,
        lambda: service.take_back_record(db(), actor(), record_id, form.reason.data or "", now=now),
        is_ending=True,
    )


def _decided(record_id: int) -> ExternalRecord:
    """Return the record.

    :raise NotFound: if there is none that the actor may know of.
    :raise Forbidden: if others decide upon it.
    """
    one = external.record_seen_by(db(), actor(), record_id)
    if not external.may_decide(db(), actor(), one):
        raise Forbidden(_OTHERS)
    return one


def _said(
    one: ExternalRecord, form: ReasonForm, end: Callable[[], ExternalRecord], *, is_ending: bool
) -> ResponseReturnValue:
    if not form.validate():
        return _page(one, form, is_ending=is_ending), 422
    try:
        end()
    except InvalidInput as refused:
        form.reason.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(one, form, is_ending=is_ending), 422
    except Conflict as refused:
        form.form_errors.append(told(refused.message))
        return _page(one, form, is_ending=is_ending), 409
    flash(_("Đã trả lời, kèm lý do."))
    return redirect(url_for("learning.record", record_id=one.id), 303)


def _page(one: ExternalRecord, form: ReasonForm, *, is_ending: bool) -> str:
    return render_template("learning/records/answer.html", one=one, form=form, is_ending=is_ending)

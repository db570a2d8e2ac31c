"""One paper from elsewhere: what it says and shows, and what becomes of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, people
from elearn.errors import Conflict, InvalidInput
from elearn.learning.models import ExternalRecord
from elearn.learning.queries import external
from elearn.learning.rules.external import RECORD_FORM_NAMES, RECORD_STATE_NAMES
from elearn.learning.service import external as service
from elearn.learning.views.door import bp
from elearn.learning.views.records.entering import programmes_offered
from elearn.learning.views.records.forms import ConfirmForm
from elearn.web import actor, db, login_required, look_at, person_id, role_required, told


@bp.get("/records/<int:record_id>")
@login_required
def record(record_id: int) -> ResponseReturnValue:
    look_at(external.record_seen_by(db(), actor(), record_id).person_id, "look_at_paper")
    return _page(external.record_seen_by(db(), actor(), record_id), ConfirmForm(formdata=None))


def _page(one: ExternalRecord, form: ConfirmForm) -> str:
    may_decide = external.may_decide(db(), actor(), one)
    asked = may_decide and one.is_waiting
    if asked:
        form.ask(one, programmes_offered(db()))
    is_hers = external.is_hers(db(), actor(), one)
    return render_template(
        "learning/records/record.html",
        one=one,
        form=form,
        is_asked=asked,
        may_decide=may_decide,
        is_hers=is_hers,
        is_about_me=one.person_id == person_id(),
        doubles=external.doubles_seen(db(), actor(), one) if asked or is_hers else None,
        known=external.completions_of(db(), one.person_id) if asked else (),
        lists=actor().has(*people.SEEING),
        states=RECORD_STATE_NAMES,
        forms=RECORD_FORM_NAMES,
        correction=external.correction_of(db(), one),
    )


@bp.post("/records/<int:record_id>/confirm")
@role_required(*people.DECIDING)
def confirm_record(record_id: int) -> ResponseReturnValue:
    one, form = external.record_seen_by(db(), actor(), record_id), ConfirmForm()
    form.ask(one, programmes_offered(db()))
    if not form.validate():
        return _page(one, form), 422
    seen = request.form.getlist("seen", type=int)
    if seen and not form.is_checked.data:
        form.is_checked.errors = [_("Mở các giấy ấy ra xem rồi đánh dấu vào đây.")]
        return _page(one, form), 422
    said = service.Confirmation(form.programme_version_id.data, form.kind.data, seen)
    try:
        with db().begin_nested():
            service.confirm_record(db(), actor(), record_id, said, now=clock.now())
    except (Conflict, InvalidInput) as refused:
        return _refused(record_id, form, refused)
    flash(_("Đã xác nhận. Từ bây giờ được tính."))
    return redirect(url_for("learning.records_waiting"), 303)


def _refused(
    record_id: int, form: ConfirmForm, refused: Conflict | InvalidInput
) -> ResponseReturnValue:
    if isinstance(refused, Conflict):
        form.form_errors.append(told(refused.message))
    else:
        for name, flaw in refused.fields.items():
            form[name].errors = [told(flaw)]
    one = external.record_seen_by(db(), actor(), record_id)
    return _page(one, form), 409 if isinstance(refused, Conflict) else 422


@bp.post("/records/<int:record_id>/withdraw")
@login_required
def withdraw_record(record_id: int) -> ResponseReturnValue:
    service.withdraw_record(db(), actor(), record_id, now=clock.now())
    flash(_("Đã rút lại. Giấy này không được tính."))
    return redirect(url_for("learning.record", record_id=record_id), 303)

"""Who was there: stated by the leader, confirmed by codes typed on her screen."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, clock
from elearn.errors import Conflict, InvalidInput
from elearn.learning.rules import Confirmation
from elearn.learning.viewings import queries, service
from elearn.learning.viewings.models import SharedViewing
from elearn.learning.viewings.views.door import bp
from elearn.learning.viewings.views.forms import CodeForm
from elearn.learning.viewings.views.heading import heading
from elearn.learning.views.terms import terms
from elearn.web import actor, db, here, keep, login_required, told


@bp.get("/viewings/<token>/result")
@login_required
def result(token: str) -> ResponseReturnValue:
    return _page(queries.viewing_seen_by(db(), actor(), token), CodeForm(formdata=None))


@bp.post("/viewings/<token>/statement")
@login_required
def state(token: str) -> ResponseReturnValue:
    viewing = queries.viewing_led_by(db(), actor(), token)
    service.state(db(), actor(), viewing.id, struck=_struck(), terms=terms(), now=clock.now())
    flash(_("Đã xác nhận danh sách có mặt."))
    return redirect(url_for("viewings.result", token=token), 303)


def _struck() -> set[int]:
    """Return who stood on the list that was looked over, and did not stay ticked."""
    listed, kept = (set(request.form.getlist(name, type=int)) for name in ("listed", "person"))
    return listed - kept


@bp.post("/viewings/<token>/codes")
@login_required
def enter_code(token: str) -> ResponseReturnValue:
    viewing, form = queries.viewing_led_by(db(), actor(), token), CodeForm()
    if not form.validate():
        return _page(viewing, form), 422
    try:
        _confirm(viewing, form.person.data or 0, form.code.data or "")
    except InvalidInput as refused:
        keep()  # A wrong code is counted.
        form.code.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(viewing, form), 422
    except Conflict as refused:
        form.form_errors.append(told(refused.message))
        return _page(viewing, form), 409
    flash(_("Đã xác nhận bằng mã: %(name)s.", name=_name(viewing, form.person.data or 0)))
    return redirect(url_for("viewings.result", token=token), 303)


def _confirm(viewing: SharedViewing, person_id: int, typed: str) -> None:
    key, now = here().settings.secret_key, clock.now()
    service.check_code(db(), viewing.id, person_id, typed, secret_key=key)
    service.confirm(db(), actor(), viewing.id, person_id, terms=terms(), now=now)


def _name(viewing: SharedViewing, person_id: int) -> str:
    lines = queries.roll_of(db(), actor(), viewing).lines
    named = (line.name for line in lines if line.presence.person_id == person_id)
    return next(named, None) or str(_("Một người ngoài địa bàn"))


def _page(viewing: SharedViewing, form: CodeForm) -> str:
    opened_on = clock.day_of(viewing.opened_at)
    roll, leads = queries.roll_of(db(), actor(), viewing), queries.may_lead(db(), actor(), viewing)
    is_late = clock.now() > viewing.open_until
    is_waiting = viewing.ended_at is not None and viewing.stated_at is None
    is_review = leads and is_waiting and bool(roll.lines) and not is_late
    return render_template(
        "learning/viewings/result.html",
        viewing=viewing,
        roll=roll,
        title=heading(viewing, roll, is_review=is_review, is_late=is_late),
        rule=viewing.rule,
        is_by_code=viewing.rule.confirmation is Confirmation.CODE,
        leads=leads,
        is_late=is_late,
        is_waiting=is_waiting,
        is_review=is_review,
        area=areas.versions_on(db(), [viewing.area_id], opened_on).get(viewing.area_id),
        form=form,
    )

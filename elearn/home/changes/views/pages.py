"""The files of changes, one of them looked at, applied or put away, and the workbook to fill in."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import Field

from elearn import areas, clock
from elearn.access import Role
from elearn.errors import InvalidInput, Refusal
from elearn.home.changes import queries, service
from elearn.home.changes.views.forms import ChangeForm
from elearn.text import Message
from elearn.web import actor, db, role_required, send_workbook, told

bp = Blueprint("changes", __name__, url_prefix="/areas/changes")

_MOST_SHOWN = 100


@bp.get("")
@role_required(Role.CENTRAL, Role.INSPECTOR)
def changes() -> ResponseReturnValue:
    return _list(ChangeForm(formdata=None), 200)


@bp.post("")
@role_required(Role.CENTRAL)
def receive() -> ResponseReturnValue:
    form = ChangeForm()
    if not form.validate():
        return _list(form, 422)
    try:
        change = areas.receive(db(), actor(), form.told(), now=clock.now())
    except InvalidInput as refused:
        _show(form.effective_on, next(iter(refused.fields.values())))
        return _list(form, 422)
    except Refusal as refused:
        _show(form.file, refused.message)
        return _list(form, 422)
    return redirect(url_for("changes.change", change_id=change.id), 303)


@bp.get("/<int:change_id>")
@role_required(Role.CENTRAL, Role.INSPECTOR)
def change(change_id: int) -> ResponseReturnValue:
    found = areas.change_by_id(db(), change_id)
    drafted = None if found.applied_at else areas.draft_of(db(), found)
    return render_template(
        "home/changes/change.html",
        change=found,
        draft=drafted,
        most=_MOST_SHOWN,
        may_change=areas.may_change(actor()),
        touched=drafted and queries.touched_by(db(), drafted, found.effective_on),
    )


@bp.post("/<int:change_id>/apply")
@role_required(Role.CENTRAL)
def carry_out(change_id: int) -> ResponseReturnValue:
    found = areas.change_by_id(db(), change_id)
    outcome = service.carry_out(db(), actor(), found, now=clock.now())
    if outcome.is_new:
        flash(_("Đã áp dụng. %(moved)s đơn vị công tác chuyển theo.", moved=outcome.moved))
    if outcome.left:
        flash(_("%(left)s đơn vị công tác còn ở địa bàn đã kết thúc.", left=outcome.left))
    return redirect(url_for("changes.change", change_id=found.id), 303)


@bp.post("/<int:change_id>/discard")
@role_required(Role.CENTRAL)
def discard(change_id: int) -> ResponseReturnValue:
    areas.discard(db(), actor(), areas.change_by_id(db(), change_id), now=clock.now())
    flash(_("Đã bỏ tệp, không có gì thay đổi."))
    return redirect(url_for("changes.changes"), 303)


@bp.get("/template.xlsx")
@role_required(Role.CENTRAL, Role.INSPECTOR)
def template() -> ResponseReturnValue:
    return send_workbook(areas.change_template(), "mau-thay-doi-dia-ban.xlsx")


def _list(form: ChangeForm, status: int) -> ResponseReturnValue:
    page = render_template(
        "home/changes/changes.html",
        form=form,
        changes=areas.changes(db()),
        may_change=areas.may_change(actor()),
    )
    return page, status


def _show(field: Field, message: Message) -> None:
    field.errors = [told(message)]

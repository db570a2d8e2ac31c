"""Outages: the list, one more entered, one withdrawn."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, people
from elearn.errors import Forbidden, InvalidInput
from elearn.learning.signals import queries, service
from elearn.learning.signals.rules import SOURCE_NAMES
from elearn.learning.signals.views.door import bp
from elearn.learning.signals.views.forms import OutageForm
from elearn.web import actor, db, role_required, told


@bp.get("/outages")
@role_required(*people.SEEING)
def outages() -> ResponseReturnValue:
    before = request.args.get("before", type=int)
    page = queries.outage_page(db(), before=before)
    return render_template(
        "learning/signals/outages.html",
        page=page,
        before=before,
        decided=queries.decided_among(db(), actor(), {one.area_id for one in page.rows}),
        may_enter=people.decides_anywhere(actor()),
        sources=SOURCE_NAMES,
    )


@bp.get("/outages/new")
@role_required(*queries.JUDGING)
def new_outage() -> ResponseReturnValue:
    people.needs_to_decide(actor())
    form = OutageForm()
    form.began_on.data = form.ended_on.data = clock.today()
    return render_template("learning/signals/outage_new.html", form=form)


@bp.post("/outages/new")
@role_required(*queries.JUDGING)
def enter_outage() -> ResponseReturnValue:
    people.needs_to_decide(actor())
    form = OutageForm()
    if not form.validate() or not _is_entered(form):
        return render_template("learning/signals/outage_new.html", form=form), 422
    flash(_("Đã ghi. Dấu hiệu nào rơi vào khoảng này được ghi chú và xếp xuống cuối."))
    return redirect(url_for("signals.outages"), 303)


def _is_entered(form: OutageForm) -> bool:
    """Return whether the outage was written down; what was refused is said at its field."""
    try:
        service.enter_outage(db(), actor(), form.outage(db()), now=clock.now())
    except InvalidInput as refused:
        for name, flaw in refused.fields.items():
            form[name].errors = [told(flaw)]
        return False
    except Forbidden as beyond:
        form.area.errors = [told(beyond.message)]
        return False
    return True


@bp.post("/outages/<int:outage_id>/withdraw")
@role_required(*queries.JUDGING)
def withdraw_outage(outage_id: int) -> ResponseReturnValue:
    service.withdraw_outage(db(), actor(), outage_id, now=clock.now())
    flash(_("Đã rút. Dấu hiệu từng rơi vào khoảng này trở lại chờ xem."))
    return redirect(url_for("signals.outages"), 303)

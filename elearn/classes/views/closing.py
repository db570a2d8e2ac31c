"""The closing list, and its confirmation."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.classes import queries, service
from elearn.classes.models import TrainingClass
from elearn.classes.rules import ClassState
from elearn.classes.views.door import bp
from elearn.errors import Conflict, Refusal
from elearn.web import actor, db, role_required


@bp.get("/<int:class_id>/closing")
@role_required(*queries.SEEING)
def closing(class_id: int) -> ResponseReturnValue:
    shown = queries.class_seen_by(db(), actor(), class_id)
    if shown.state is not ClassState.OPEN:
        return redirect(url_for("classes.training_class", class_id=class_id), 303)
    return _page(shown)


def _page(shown: TrainingClass, refused: Refusal | None = None) -> str:
    now = clock.now()
    found = queries.closing_list(db(), shown, now=now)
    return render_template(
        "classes/closing.html",
        one=shown,
        list=found,
        refused=refused,
        today=clock.day_of(now),
        may_manage=queries.may_manage(db(), actor(), shown),
    )


@bp.post("/<int:class_id>/closing")
@role_required(*queries.MANAGING)
def close(class_id: int) -> ResponseReturnValue:
    shown = queries.class_managed_by(db(), actor(), class_id)
    try:
        found = service.close(
            db(), actor(), shown, guard=request.form.get("guard", ""), now=clock.now()
        )
    except Conflict as refused:
        if shown.state is not ClassState.OPEN:
            raise
        return _page(shown, refused), 409
    flash(
        _(
            "Đã chốt lớp: %(done)s người hoàn thành, %(rest)s người chưa hoàn thành.",
            done=len(found.complete),
            rest=len(found.incomplete),
        )
    )
    return redirect(url_for("classes.training_class", class_id=class_id), 303)

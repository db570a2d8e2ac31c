"""One class: its people and how far they are, and what becomes of it."""

from collections.abc import Callable
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, catalogue, clock, people
from elearn.classes import queries, service
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.rules import ClassState
from elearn.classes.views.door import bp
from elearn.classes.views.forms import ReasonForm
from elearn.errors import Conflict, InvalidInput, Refusal
from elearn.web import actor, db, look_at, role_required


@bp.get("/<int:class_id>")
@role_required(*queries.SEEING)
def training_class(class_id: int) -> ResponseReturnValue:
    return _page(queries.class_seen_by(db(), actor(), class_id))


def _page(shown: TrainingClass, refused: Refusal | None = None) -> str:
    only = request.args.get("only", type=queries.Progress)
    page = max(1, request.args.get("page", 1, type=int))
    now = clock.now()
    return render_template(
        "classes/training_class.html",
        one=shown,
        **_facts(shown),
        list=queries.lines_of(db(), shown, only=only, page=page, now=now),
        only=only,
        may_manage=queries.may_manage(db(), actor(), shown),
        today=clock.day_of(now),
        refused=refused,
        page_address=lambda number: url_for(
            "classes.training_class", class_id=shown.id, only=only, page=number
        ),
    )


def _facts(shown: TrainingClass) -> dict[str, object]:
    outline = catalogue.outline_of(db(), shown.programme_version)
    by = shown.state_by_id and people.person_by_id(db(), shown.state_by_id)
    return {
        "place": areas.versions_on(db(), [shown.area_id], shown.starts_on).get(shown.area_id),
        "electives": [one for one in outline.electives if one.id in shown.offered],
        "by": by,
    }


@bp.get("/<int:class_id>/participants/<int:participation_id>")
@role_required(*queries.SEEING)
def participant(class_id: int, participation_id: int) -> ResponseReturnValue:
    return _participant(class_id, participation_id, ReasonForm())


def _participant(class_id: int, participation_id: int, form: ReasonForm) -> str:
    shown = queries.class_seen_by(db(), actor(), class_id)
    found = queries.participation_in(db(), shown, participation_id)
    look_at(found.person_id, "look_at_study")
    line = queries.line_of(db(), shown, found, now=clock.now())
    return render_template(
        "classes/participant.html",
        one=shown,
        line=line,
        titles=queries.titles_in(db(), shown),
        form=form,
        may_leave=_is_open(found) and queries.may_manage(db(), actor(), shown),
    )


def _is_open(participation: Participation) -> bool:
    is_open = participation.training_class.state is ClassState.OPEN
    return is_open and participation.left_at is None


@bp.post("/<int:class_id>/participants/<int:participation_id>/leave")
@role_required(*queries.MANAGING)
def leave(class_id: int, participation_id: int) -> ResponseReturnValue:
    form = ReasonForm()
    if not form.validate():
        return _participant(class_id, participation_id, form), 422
    shown = queries.class_managed_by(db(), actor(), class_id)
    found = queries.participation_in(db(), shown, participation_id)
    service.leave(db(), actor(), found, form.reason.data or "", now=clock.now())
    flash(_("%(name)s đã rời lớp. Những gì đã xem vẫn còn.", name=found.person.full_name))
    return _back(class_id)


@bp.post("/<int:class_id>/begin")
@role_required(*queries.MANAGING)
def begin(class_id: int) -> ResponseReturnValue:
    return _turned(class_id, service.begin, _("Lớp đã mở. Thêm học viên vào lớp."))


@bp.post("/<int:class_id>/cancel")
@role_required(*queries.MANAGING)
def cancel(class_id: int) -> ResponseReturnValue:
    act = partial(service.cancel, reason=_reason())
    return _turned(class_id, act, _("Đã hủy lớp. Học viên giữ những gì đã xem."))


@bp.post("/<int:class_id>/reopen")
@role_required(*queries.MANAGING)
def reopen(class_id: int) -> ResponseReturnValue:
    act = partial(service.reopen, reason=_reason())
    return _turned(class_id, act, _("Lớp đã mở lại. Kết quả đã chốt được rút lại."))


def _reason() -> str:
    return ReasonForm().reason.data or ""


def _turned(class_id: int, act: Callable[..., None], told: str) -> ResponseReturnValue:
    """Do something with a class and go back to it; what is refused is told on its page."""
    shown = queries.class_managed_by(db(), actor(), class_id)
    try:
        act(db(), actor(), shown, now=clock.now())
    except (Conflict, InvalidInput) as refused:
        return _page(shown, refused), 409
    flash(told)
    return _back(class_id)


def _back(class_id: int) -> ResponseReturnValue:
    return redirect(url_for("classes.training_class", class_id=class_id), 303)

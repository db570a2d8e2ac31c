"""Admitting people: who holds the post there on the first day, or somebody by name."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, clock
from elearn.classes import queries, service
from elearn.classes.models import TrainingClass
from elearn.classes.rules import ClassState
from elearn.classes.views.door import bp
from elearn.web import actor, db, role_required


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page was asked for: an area, a post, or a name."""

    place: areas.AreaVersion
    post: str
    text: str
    page: int


@bp.get("/<int:class_id>/participants")
@role_required(*queries.MANAGING)
def participants(class_id: int) -> ResponseReturnValue:
    shown = queries.class_managed_by(db(), actor(), class_id)
    if shown.state is not ClassState.OPEN:
        return redirect(url_for("classes.training_class", class_id=class_id), 303)
    return _page(shown)


def _page(shown: TrainingClass) -> str:
    meant = queries.posts_for(db(), shown)
    choice = _choice(shown, meant[0].key if meant else "")
    day = shown.starts_on
    return render_template(
        "classes/participants.html",
        one=shown,
        choice=choice,
        meant=meant,
        posts=[post for post in queries.posts(db()) if post not in meant],
        places=queries.places_around(db(), actor(), choice.place, day),
        roster=_roster(shown, choice),
        page_address=lambda number: url_for(
            "classes.participants",
            class_id=shown.id,
            area=choice.place.area_id,
            post=choice.post,
            page=number,
        ),
    )


def _choice(shown: TrainingClass, usual: str) -> Choice:
    given = request.args
    area_id = given.get("area", type=int)
    return Choice(
        queries.place_chosen(db(), actor(), shown, area_id),
        given.get("post", usual),
        given.get("q", "").strip(),
        max(1, given.get("page", 1, type=int)),
    )


def _roster(shown: TrainingClass, choice: Choice) -> queries.Roster:
    if choice.text:
        return queries.found_by_name(db(), actor(), shown, choice.text)
    posts = (choice.post,) if choice.post else ()
    selection = queries.Selection(choice.place, posts)
    return queries.roster(db(), shown, selection, page=choice.page)


def _key(text: str) -> int:
    """Return the key of a row; what cannot be one is left out of the form."""
    number = int(text)
    if not 0 < number < 2**31:
        raise ValueError(text)
    return number


@bp.post("/<int:class_id>/participants")
@role_required(*queries.MANAGING)
def admit(class_id: int) -> ResponseReturnValue:
    shown = queries.class_managed_by(db(), actor(), class_id)
    wanted = request.form.getlist("person", type=_key)
    if not wanted:
        flash(_("Chưa chọn ai nên chưa thêm ai."))
        return redirect(url_for("classes.participants", class_id=class_id), 303)
    admitted = service.admit_people(db(), actor(), shown, wanted, now=clock.now())
    flash(_told(admitted))
    return redirect(url_for("classes.training_class", class_id=class_id), 303)


def _told(admitted: service.Admission) -> str:
    count = len(admitted.added)
    if not count:
        told = _("Không thêm ai: %(count)s người vừa chọn đã ở trong lớp.", count=admitted.already)
    else:
        told = _("Đã thêm %(count)s người. Ai cũng học được ngay.", count=count)
    return str(told)

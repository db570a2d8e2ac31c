"""Entering a person with her first post, and mending what is written of her."""

from collections.abc import Sequence
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import Conflict, InvalidInput
from elearn.people import queries, service
from elearn.people.models import OrgUnit, Person
from elearn.people.views.acting import Act, act_page, tell
from elearn.people.views.door import bp
from elearn.people.views.person_forms import NewPersonForm, PersonForm, year_or_day
from elearn.people.views.picking import pick_unit
from elearn.people.views.tenures import back_to
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


@bp.route("/new", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def add_person() -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    key = request.args.get("unit", type=int)
    if not key:
        return pick_unit(_("Thêm cán bộ"), (url_for("people.people"), _("Cán bộ")))
    unit = queries.unit_decided_by(db(), actor(), key)
    form = NewPersonForm()
    form.offer(queries.posts_for(db(), unit.kind))
    if request.method != "POST":
        return _page(unit, form)
    return _entered(unit, form)


def _entered(unit: OrgUnit, form: NewPersonForm) -> ResponseReturnValue:
    if not form.validate():
        return _page(unit, form), 422
    try:
        same = queries.likely_same(db(), actor(), form.new_person)
        if same and not form.is_another.data:
            return _page(unit, form, same), 409
        with db().begin_nested():
            person = _enter(unit, form)
    except (Conflict, InvalidInput) as refused:
        tell(form, refused)
        return _page(unit, form), 422
    return redirect(url_for("people.person", person_id=person.id), 303)


def _enter(unit: OrgUnit, form: NewPersonForm) -> Person:
    now = clock.now()
    person = service.add_person(db(), actor(), form.new_person, now=now)
    post = queries.post_by_key(db(), form.values("post")["post"])
    told = form.values("valid_from", "valid_to", "decision")
    service.appoint(db(), actor(), service.Appointment(person, post, unit, **told), now=now)
    return person


def _page(unit: OrgUnit, form: NewPersonForm, same: Sequence[Person] = ()) -> str:
    return render_template("people/new.html", unit=unit, form=form, same=same)


@bp.route("/<int:person_id>/edit", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def edit_person(person_id: int) -> ResponseReturnValue:
    person = queries.person_decided_by(db(), actor(), person_id)
    form = PersonForm(data=_known(person))
    act = Act(
        _("Sửa thông tin cá nhân"),
        _("Ghi thông tin này"),
        form,
        back_to(person),
        note=_("Giấy đã cấp giữ nguyên họ tên đã in."),
        pairs=[("born_on", "birth_year")],
    )
    return act_page(act, lambda: _edit(person, form))


def _known(person: Person) -> dict[str, Any]:
    born = year_or_day(person.born_on, person.birth_year)
    known = {"full_name": person.full_name, "gender": person.gender or "", "phone": person.phone}
    return known | born


def _edit(person: Person, form: PersonForm) -> Message:
    changed = service.edit_person(db(), actor(), person, form.new_person, now=clock.now())
    return msg("Đã ghi thông tin mới.") if changed else msg("Không có gì thay đổi.")

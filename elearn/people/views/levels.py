"""Levels of education: written down, taken back, and looked at every year."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from elearn import clock
from elearn.people import queries, service
from elearn.people.models import Person, Qualification
from elearn.people.rules import ATTAINMENT_NAMES, FIELD_NAMES, Attainment
from elearn.people.views.acting import Act, act_page
from elearn.people.views.door import bp
from elearn.people.views.forms import ReasonForm
from elearn.people.views.person_forms import LevelForm
from elearn.people.views.tenures import back_to
from elearn.text import Message, msg
from elearn.web import actor, db, role_required, told


@bp.get("/levels")
@role_required(*queries.SEEING)
def levels() -> ResponseReturnValue:
    after, today = request.args.get("after", type=int), clock.today()
    return render_template(
        "people/levels.html",
        page=queries.unreviewed_page(db(), actor(), today, after=after),
        after=after,
        year=today.year,
        fields=FIELD_NAMES,
        names=ATTAINMENT_NAMES,
        may_decide=queries.decides_anywhere(actor()),
    )


@bp.post("/levels")
@role_required(*queries.DECIDING)
def review_levels() -> ResponseReturnValue:
    wanted = request.form.getlist("person", type=int)[:100]
    persons = [queries.person_decided_by(db(), actor(), key).id for key in wanted]
    count = service.review_levels(db(), actor(), persons, now=clock.now())
    words = "Đã rà soát trình độ của %(num)s người: không thay đổi."
    flash(ngettext(words, words, count) if count else _("Không còn ai cần rà soát."))
    if request.form.get("back") == "person" and persons:
        return redirect(url_for("people.person", person_id=persons[0]), 303)
    return redirect(url_for("people.levels"), 303)


@bp.route("/<int:person_id>/levels/new", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def add_level(person_id: int) -> ResponseReturnValue:
    person = queries.person_decided_by(db(), actor(), person_id)
    form, title = LevelForm(), _("Ghi trình độ")
    facts = [(_("Họ và tên"), person.full_name)]
    act = Act(title, _("Ghi trình độ này"), form, back_to(person), facts)
    return act_page(act, lambda: _add(person, form))


def _add(person: Person, form: LevelForm) -> Message:
    told_of = form.obtained_on.data, form.institution.data or "", form.paper.data or ""
    new = service.Reached(Attainment(form.level.data), *told_of)
    service.add_qualification(db(), actor(), person, new, now=clock.now())
    return msg("Đã ghi: %(level)s.", level=told(ATTAINMENT_NAMES[new.level]))


@bp.route("/levels/<int:qualification_id>/take-back", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def take_back_level(qualification_id: int) -> ResponseReturnValue:
    row = queries.qualification_by_id(db(), qualification_id)
    person = queries.person_decided_by(db(), actor(), row.person_id)
    facts = [
        (_("Họ và tên"), person.full_name),
        (_("Trình độ"), told(ATTAINMENT_NAMES[row.level])),
    ]
    form, title = ReasonForm(), _("Bỏ trình độ ghi nhầm")
    act = Act(title, _("Bỏ trình độ này"), form, back_to(person), facts, is_grave=True)
    return act_page(act, lambda: _take_back(row, form))


def _take_back(row: Qualification, form: ReasonForm) -> Message:
    service.take_back(db(), actor(), row, form.reason.data or "", now=clock.now())
    return msg("Đã bỏ: %(level)s.", level=told(ATTAINMENT_NAMES[row.level]))

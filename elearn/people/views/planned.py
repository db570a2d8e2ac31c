"""Posts a person is planned for (quy hoạch): written down, ended."""

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.people import queries, service
from elearn.people.models import OrgUnit, Person, PlannedPost
from elearn.people.views.acting import Act, act_page
from elearn.people.views.door import bp
from elearn.people.views.forms import DayForm, PlanForm, ReasonForm
from elearn.people.views.picking import pick_unit
from elearn.people.views.tenures import back_to
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


@bp.route("/<int:person_id>/planned/new", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def plan(person_id: int) -> ResponseReturnValue:
    person = queries.person_seen_by(db(), actor(), person_id)
    key, title = request.args.get("unit", type=int), _("Quy hoạch chức danh")
    if not key:
        return pick_unit(title, back_to(person), person_id=person_id)
    unit = queries.unit_decided_by(db(), actor(), key)
    form = PlanForm()
    form.offer(queries.posts_for(db(), unit.kind))
    facts = [(_("Người được quy hoạch"), person.full_name), (_("Đơn vị"), unit.name)]
    days = [("valid_from", "valid_to")]
    act = Act(title, _("Ghi quy hoạch này"), form, back_to(person), facts, pairs=days)
    return act_page(act, lambda: _plan(person, unit, form))


def _plan(person: Person, unit: OrgUnit, form: PlanForm) -> Message:
    post = queries.post_by_key(db(), form.post.data)
    told = form.values("valid_from", "valid_to", "term", "decision")
    new = service.Plan(person, post, unit, **told)
    service.begin_planned(db(), actor(), new, now=clock.now())
    return msg("Đã ghi quy hoạch: %(name)s, %(post)s.", name=person.full_name, post=post.name)


@bp.route("/planned/<int:planned_id>/end", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def end_planned(planned_id: int) -> ResponseReturnValue:
    planned = queries.planned_decided_by(db(), actor(), planned_id)
    form, title = DayForm(), _("Đưa ra khỏi quy hoạch")
    act = Act(title, _("Ghi ngày kết thúc"), form, back_to(planned.person), _facts(planned))
    return act_page(act, lambda: _end(planned, form))


def _facts(planned: PlannedPost) -> list[tuple[str, object]]:
    post = f"{planned.post.name}, {planned.org_unit.name}"
    return [(_("Người được quy hoạch"), planned.person.full_name), (_("Chức danh"), post)]


def _end(planned: PlannedPost, form: DayForm) -> Message:
    service.end_planned(db(), actor(), planned, form.values("on")["on"], now=clock.now())
    return msg("Đã ghi ngày kết thúc quy hoạch %(post)s.", post=planned.post.name)


@bp.route("/planned/<int:planned_id>/take-back", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def take_back_planned(planned_id: int) -> ResponseReturnValue:
    planned = queries.planned_decided_by(db(), actor(), planned_id)
    form, title = ReasonForm(), _("Bỏ quy hoạch ghi nhầm")
    act = Act(title, _("Bỏ quy hoạch này"), form, back_to(planned.person), _facts(planned))
    return act_page(act, lambda: _take_back(planned, form))


def _take_back(planned: PlannedPost, form: ReasonForm) -> Message:
    service.take_back(db(), actor(), planned, form.reason.data or "", now=clock.now())
    return msg("Đã bỏ quy hoạch %(post)s ghi nhầm.", post=planned.post.name)

"""Posts of a person: taken, left for another, ended, corrected, taken back."""

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.people import queries, service
from elearn.people.models import OrgUnit, Person, Tenure
from elearn.people.rules import EndReason
from elearn.people.views.acting import Act, Fact, act_page
from elearn.people.views.door import bp
from elearn.people.views.forms import AppointForm, CorrectForm, EndForm, MoveForm, ReasonForm
from elearn.people.views.picking import pick_unit
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


def back_to(person: Person) -> tuple[str, str]:
    return url_for("people.person", person_id=person.id), person.full_name


def _chosen_unit() -> OrgUnit | None:
    key = request.args.get("unit", type=int)
    return queries.unit_decided_by(db(), actor(), key) if key else None


@bp.route("/<int:person_id>/tenures/new", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def appoint(person_id: int) -> ResponseReturnValue:
    person = queries.person_seen_by(db(), actor(), person_id)
    unit, title = _chosen_unit(), _("Giao chức danh")
    if unit is None:
        return pick_unit(title, back_to(person), person_id=person_id)
    form = AppointForm()
    form.offer(queries.posts_for(db(), unit.kind))
    facts = [(_("Người giữ"), person.full_name), (_("Đơn vị"), unit.name)]
    act = Act(title, _("Ghi chức danh này"), form, back_to(person), facts, pairs=_DAYS)
    return act_page(act, lambda: _appoint(person, unit, form))


_DAYS = (("valid_from", "valid_to"),)


def _appoint(person: Person, unit: OrgUnit, form: AppointForm) -> Message:
    post = queries.post_by_key(db(), form.post.data)
    told = form.values("valid_from", "valid_to", "decision")
    taken = service.Appointment(person, post, unit, **told)
    service.appoint(db(), actor(), taken, now=clock.now())
    return msg("Đã ghi: %(name)s, %(post)s.", name=person.full_name, post=post.name)


def _facts(tenure: Tenure) -> list[Fact]:
    return [
        (_("Người giữ"), tenure.person.full_name),
        (_("Chức danh"), tenure.post.name),
        (_("Đơn vị"), tenure.org_unit.name),
    ]


@bp.route("/tenures/<int:tenure_id>/move", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def move(tenure_id: int) -> ResponseReturnValue:
    tenure = queries.tenure_decided_by(db(), actor(), tenure_id)
    unit, title = _chosen_unit(), _("Điều động, luân chuyển, biệt phái")
    if unit is None:
        return pick_unit(title, back_to(tenure.person), tenure_id=tenure_id)
    form = MoveForm()
    form.offer(queries.posts_for(db(), unit.kind))
    facts = [*_facts(tenure), (_("Đơn vị mới"), unit.name)]
    note = _("Sang tỉnh khác: tỉnh đi kết thúc chức danh, tỉnh đến giao chức danh mới.")
    act = Act(title, _("Ghi việc này"), form, back_to(tenure.person), facts, note=note)
    return act_page(act, lambda: _move(tenure, unit, form))


def _move(tenure: Tenure, unit: OrgUnit, form: MoveForm) -> Message:
    post = queries.post_by_key(db(), form.post.data)
    told = form.values("kind", "on", "until", "decision")
    moved = service.Move(tenure=tenure, post=post, org_unit=unit, **told)
    service.transfer(db(), actor(), moved, now=clock.now())
    return msg("Đã ghi chức danh mới: %(post)s, %(unit)s.", post=post.name, unit=unit.name)


@bp.route("/tenures/<int:tenure_id>/end", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def end_tenure(tenure_id: int) -> ResponseReturnValue:
    tenure = queries.tenure_decided_by(db(), actor(), tenure_id)
    form = EndForm()
    act = Act(
        _("Kết thúc chức danh"),
        _("Ghi ngày kết thúc"),
        form,
        back_to(tenure.person),
        _facts(tenure),
        note=_("Quá trình công tác, kết quả học và giấy đã cấp vẫn giữ nguyên."),
    )
    return act_page(act, lambda: _end(tenure, form))


def _end(tenure: Tenure, form: EndForm) -> Message:
    ending = service.Ending(**form.values("on", "reason", "decision"))
    service.end_tenure(db(), actor(), tenure, ending, now=clock.now())
    return msg("Đã ghi ngày kết thúc chức danh %(post)s.", post=tenure.post.name)


@bp.route("/tenures/<int:tenure_id>/correct", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def correct_tenure(tenure_id: int) -> ResponseReturnValue:
    tenure = queries.tenure_decided_by(db(), actor(), tenure_id)
    form = CorrectForm(obj=tenure)
    act = Act(
        _("Sửa chức danh ghi sai"),
        _("Ghi thông tin đúng"),
        form,
        back_to(tenure.person),
        _facts(tenure),
        note=_("Dòng cũ được giữ lại để giải thích các báo cáo đã lập trước đây."),
        pairs=_DAYS,
    )
    return act_page(act, lambda: _correct(tenure, form))


def _correct(tenure: Tenure, form: CorrectForm) -> Message:
    began = form.values("valid_from", "valid_to", "decision")
    reason = EndReason(form.end_reason.data) if form.end_reason.data else None
    right = service.Correction(**began, end_reason=reason, **form.values("end_decision"))
    service.correct_tenure(db(), actor(), tenure, right, now=clock.now())
    return msg("Đã sửa chức danh %(post)s.", post=tenure.post.name)


@bp.route("/tenures/<int:tenure_id>/take-back", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def take_back_tenure(tenure_id: int) -> ResponseReturnValue:
    tenure = queries.tenure_decided_by(db(), actor(), tenure_id)
    form = ReasonForm()
    act = Act(
        _("Bỏ chức danh ghi nhầm"),
        _("Bỏ chức danh này"),
        form,
        back_to(tenure.person),
        _facts(tenure),
        warning=_(
            "Chỉ bỏ khi người này chưa bao giờ giữ chức danh ấy. Đã thôi giữ thì ghi ngày kết thúc."
        ),
        is_grave=True,
    )
    return act_page(act, lambda: _take_back(tenure, form))


def _take_back(tenure: Tenure, form: ReasonForm) -> Message:
    service.take_back(db(), actor(), tenure, form.reason.data or "", now=clock.now())
    return msg("Đã bỏ chức danh %(post)s ghi nhầm.", post=tenure.post.name)

"""What is done to an organisation unit: entered, renamed, moved, ended, left out of evaluation."""

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import areas, clock
from elearn.errors import InvalidInput, NotFound
from elearn.people import queries, service
from elearn.people.models import OrgUnit, UnitExclusion
from elearn.people.views.acting import Act, act_page
from elearn.people.views.door import bp
from elearn.people.views.forms import DayForm, ReasonForm
from elearn.people.views.unit_forms import ExcludeForm, MoveUnitForm, RenameForm, UnitForm
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


def back_to_unit(unit: OrgUnit) -> tuple[str, str]:
    return url_for("people.unit", unit_id=unit.id), unit.name


def _area(text: str | None) -> areas.AreaVersion:
    """Return the area that is meant, if the actor decides over it.

    :raise InvalidInput: if there is none, or several, or others decide there.
    """
    try:
        area = areas.area_meant(db(), text or "", day=clock.today())
    except NotFound as unknown:
        raise InvalidInput(area=unknown.message) from None
    if not actor().decides(area.path, *queries.DECIDING):
        raise InvalidInput(area=msg("Anh/chị không quản trị địa bàn này."))
    return area


@bp.route("/units/new", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def add_unit() -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    form, back = UnitForm(), (url_for("people.units"), _("Đơn vị công tác"))
    act = Act(_("Thêm đơn vị"), _("Ghi đơn vị này"), form, back)
    return act_page(act, lambda: _add(form))


def _add(form: UnitForm) -> Message:
    told = form.values("kind", "name", "valid_from")
    new = service.NewUnit(area=_area(form.area.data), **told)
    unit = service.add_unit(db(), actor(), new, now=clock.now())
    return msg("Đã ghi đơn vị %(name)s.", name=unit.name)


@bp.route("/units/<int:unit_id>/rename", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def rename_unit(unit_id: int) -> ResponseReturnValue:
    unit = queries.unit_decided_by(db(), actor(), unit_id)
    form = RenameForm()
    act = Act(
        _("Đổi tên đơn vị"),
        _("Đổi tên"),
        form,
        back_to_unit(unit),
        [(_("Tên hiện nay"), unit.name)],
    )
    return act_page(act, lambda: _rename(unit, form))


def _rename(unit: OrgUnit, form: RenameForm) -> Message:
    new = service.Renaming(**form.values("name", "on"))
    service.rename_unit(db(), actor(), unit, new, now=clock.now())
    return msg("Đơn vị nay là %(name)s.", name=unit.name)


@bp.route("/units/<int:unit_id>/move", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def move_unit(unit_id: int) -> ResponseReturnValue:
    unit = queries.unit_decided_by(db(), actor(), unit_id)
    form = MoveUnitForm()
    note = _("Người giữ chức danh ở đơn vị chuyển theo đơn vị; số liệu trước ngày ấy không đổi.")
    facts = [(_("Đơn vị"), unit.name)]
    act = Act(
        _("Chuyển đơn vị sang địa bàn khác"),
        _("Chuyển đơn vị"),
        form,
        back_to_unit(unit),
        facts,
        note=note,
    )
    return act_page(act, lambda: _move(unit, form))


def _move(unit: OrgUnit, form: MoveUnitForm) -> Message:
    area = _area(form.area.data)
    to = service.Relocation(area, **form.values("on"))
    service.move_unit(db(), actor(), unit, to, now=clock.now())
    return msg("Đơn vị chuyển đến %(place)s.", place=areas.in_a_sentence(area.full_name))


@bp.route("/units/<int:unit_id>/end", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def end_unit(unit_id: int) -> ResponseReturnValue:
    unit = queries.unit_decided_by(db(), actor(), unit_id)
    form, title = DayForm(), _("Kết thúc hoạt động của đơn vị")
    act = Act(
        title,
        _("Kết thúc đơn vị này"),
        form,
        back_to_unit(unit),
        [(_("Đơn vị"), unit.name)],
        warning=_ending_takes(unit),
        is_grave=True,
    )
    return act_page(act, lambda: _end(unit, form))


def _ending_takes(unit: OrgUnit) -> str:
    """Return what ends with the unit, in words."""
    count, below = queries.what_ends_with(db(), unit, clock.today())
    held = _("%(count)s chức danh đang giữ ở đây sẽ kết thúc cùng ngày.", count=count)
    rest = _("%(count)s đơn vị trực thuộc vẫn hoạt động.", count=below) if below else ""
    return f"{held} {rest}".strip()


def _end(unit: OrgUnit, form: DayForm) -> Message:
    count = service.end_unit(db(), actor(), unit, form.values("on")["on"], now=clock.now())
    return msg("Đơn vị kết thúc hoạt động; %(count)s chức danh kết thúc theo.", count=count)


@bp.route("/units/<int:unit_id>/exclude", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def exclude_unit(unit_id: int) -> ResponseReturnValue:
    unit = queries.unit_decided_by(db(), actor(), unit_id)
    form, title = ExcludeForm(), _("Không đánh giá đơn vị này")
    act = Act(
        title,
        _("Ghi việc không đánh giá"),
        form,
        back_to_unit(unit),
        [(_("Đơn vị"), unit.name)],
        note=_("Đơn vị được bỏ khỏi cả tử số và mẫu số; báo cáo ghi chú số đơn vị không đánh giá."),
        pairs=[("valid_from", "valid_to")],
    )
    return act_page(act, lambda: _exclude(unit, form))


def _exclude(unit: OrgUnit, form: ExcludeForm) -> Message:
    told = form.values("reason", "valid_from", "valid_to", "decision")
    service.exclude_unit(db(), actor(), service.Exclusion(unit, **told), now=clock.now())
    return msg("Đã ghi: đơn vị này không được đánh giá.")


@bp.route("/exclusions/<int:exclusion_id>/end", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def end_exclusion(exclusion_id: int) -> ResponseReturnValue:
    row = queries.exclusion_by_id(db(), exclusion_id)
    unit = queries.unit_decided_by(db(), actor(), row.org_unit_id)
    form, title = DayForm(), _("Đánh giá lại đơn vị này")
    act = Act(title, _("Ghi ngày cuối cùng"), form, back_to_unit(unit), [(_("Đơn vị"), unit.name)])
    return act_page(act, lambda: _include(row, form))


def _include(row: UnitExclusion, form: DayForm) -> Message:
    service.end_exclusion(db(), actor(), row, form.values("on")["on"], now=clock.now())
    return msg("Đơn vị được đánh giá lại sau ngày này.")


@bp.route("/exclusions/<int:exclusion_id>/take-back", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def take_back_exclusion(exclusion_id: int) -> ResponseReturnValue:
    row = queries.exclusion_by_id(db(), exclusion_id)
    unit = queries.unit_decided_by(db(), actor(), row.org_unit_id)
    form, title = ReasonForm(), _("Bỏ việc không đánh giá ghi nhầm")
    facts = [(_("Đơn vị"), unit.name)]
    act = Act(title, _("Bỏ mục này"), form, back_to_unit(unit), facts, is_grave=True)
    return act_page(act, lambda: _take_back(row, form))


def _take_back(row: UnitExclusion, form: ReasonForm) -> Message:
    service.take_back(db(), actor(), row, form.reason.data or "", now=clock.now())
    return msg("Đã bỏ mục ghi nhầm.")

"""The forms about organisation units."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Optional

from elearn.people.models import (
    EXCLUSION_REASON_NAMES,
    UNIT_KIND_NAMES,
    ExclusionReason,
    UnitKind,
)
from elearn.web import DayField, Form, at_most, choices_of

_MOST = at_most(200)
_DAY = InputRequired(_("Chọn ngày."))
_PLACE = _("Gõ như “Xã Hưng Hà, Hưng Yên”, hoặc gõ mã.")


class UnitForm(Form):
    """A unit about to be entered."""

    kind = SelectField(_("Loại đơn vị"), choices=choices_of(UNIT_KIND_NAMES), coerce=UnitKind)
    name = StringField(
        _("Tên đơn vị"),
        [InputRequired(_("Chưa ghi tên đơn vị.")), _MOST],
        description=_("Ví dụ: Hội LHPN xã Hưng Hà, Chi hội phụ nữ thôn Đồng."),
    )
    area = StringField(
        _("Đặt ở"), [InputRequired(_("Chưa ghi địa bàn.")), _MOST], description=_PLACE
    )
    valid_from = DayField(_("Thành lập từ ngày"), [_DAY])


class RenameForm(Form):
    """Another name of a unit."""

    name = StringField(_("Tên mới"), [InputRequired(_("Chưa ghi tên đơn vị.")), _MOST])
    on = DayField(_("Dùng từ ngày"), [_DAY], description=_("Tên cũ được giữ trong lịch sử."))


class MoveUnitForm(Form):
    """Another place of a unit."""

    area = StringField(
        _("Chuyển đến"), [InputRequired(_("Chưa ghi địa bàn.")), _MOST], description=_PLACE
    )
    on = DayField(_("Từ ngày"), [_DAY], description=_("Trước ngày ấy đơn vị vẫn tính ở nơi cũ."))


class ExcludeForm(Form):
    """Leaving a unit out of evaluation."""

    reason = SelectField(
        _("Lý do"), choices=choices_of(EXCLUSION_REASON_NAMES), coerce=ExclusionReason
    )
    valid_from = DayField(_("Không đánh giá từ ngày"), [_DAY])
    valid_to = DayField(_("Đến ngày"), [Optional()], description=_("Chưa biết thì để trống."))
    decision = StringField(
        _("Số quyết định"), [_MOST], description=_("Ví dụ 12/QĐ-HPN. Chưa có thì để trống.")
    )

"""The forms of this domain's pages."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, SelectMultipleField, StringField
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, Optional

from elearn.catalogue import ProgrammeVersion
from elearn.classes.rules import NewClass
from elearn.errors import InvalidInput
from elearn.web import DayField, Form, at_most, told

_MOST = at_most(300)


class ClassForm(Form):
    """A class about to be opened; areas and electives to choose from, the page says."""

    name = StringField(_("Tên lớp"), [InputRequired(_("Chưa ghi tên lớp.")), _MOST])
    area_id = SelectField(
        _("Địa bàn"),
        coerce=int,
        description=_("Người phụ trách địa bàn này thêm học viên và chốt kết quả."),
    )
    organiser = StringField(
        _("Đơn vị tổ chức"), [InputRequired(_("Chưa ghi đơn vị tổ chức.")), _MOST]
    )
    starts_on = DayField(_("Ngày khai giảng"), [InputRequired(_("Chọn ngày khai giảng."))])
    ends_on = DayField(
        _("Hạn hoàn thành"),
        [InputRequired(_("Chọn hạn hoàn thành."))],
        description=_("Học viên thấy hạn này. Lớp có thể chốt trước hoặc sau."),
    )
    electives = SelectMultipleField(
        _("Chuyên đề tự chọn của lớp"), coerce=int, validate_choice=False
    )
    decision_number = StringField(
        _("Số quyết định mở lớp"), [_MOST], description=_("Ví dụ 12/QĐ-HPN. Chưa có thì để trống.")
    )
    decision_on = DayField(_("Ngày quyết định"), [Optional()])
    is_planned = BooleanField(_("Mới là dự kiến, chưa cho học viên vào"))

    def told(self, programme: ProgrammeVersion) -> NewClass:
        """Return what was filled in; ask only after it was found valid."""
        values: dict[str, Any] = dict(self.data)
        values.pop("csrf_token", None)
        values["electives"] = frozenset(values["electives"] or ())
        values["decision_number"] = values["decision_number"] or ""
        return NewClass(programme, **values)


class ReasonForm(Form):
    """Why something is done that others will ask about."""

    reason = StringField(
        _("Lý do"),
        [
            InputRequired(_("Ghi lý do, một câu là đủ.")),
            at_most(500),
        ],
    )


def show(form: BaseForm, refused: InvalidInput) -> None:
    """Put what the service refused beside the fields it speaks of."""
    for name, flaw in refused.fields.items():
        form[name].errors = [told(flaw)]

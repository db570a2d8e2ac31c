"""The forms about a person: who she is, her first post, and her levels."""

import re
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    SelectField,
    StringField,
)
from wtforms.validators import InputRequired, Optional

from elearn.people.models import GENDER_NAMES
from elearn.people.rules import ATTAINMENT_NAMES, ATTAINMENTS, FIELD_NAMES, NewPerson
from elearn.people.views.forms import AppointForm
from elearn.web import DayField, Form, SelectChoice, at_most, choices_of, told

_MOST = at_most(200)


class PersonForm(Form):
    """Who somebody is."""

    full_name = StringField(
        _("Họ và tên"),
        [InputRequired(_("Chưa ghi họ và tên.")), _MOST],
        description=_("Viết hoa, viết dấu như người ấy viết. Giấy chứng nhận in đúng như vậy."),
    )
    born_on = DayField(_("Ngày sinh"), [Optional()])
    birth_year = StringField(
        _("Năm sinh"), description=_("Chỉ cần khi không biết ngày sinh."), validators=[_MOST]
    )
    gender = SelectField(
        _("Giới tính"),
        default="",
        choices=[SelectChoice("", _("Không rõ")), *choices_of(GENDER_NAMES)],
    )
    phone = StringField(
        _("Điện thoại"), [_MOST], description=_("Dùng để đăng nhập, nếu người ấy có tài khoản.")
    )

    @property
    def new_person(self) -> NewPerson:
        """Return what was filled in; a year that is none is refused by the rule."""
        year = (self.birth_year.data or "").strip()
        given: dict[str, Any] = {"born_on": self.born_on.data, "gender": self.gender.data or None}
        if year and not self.born_on.data:
            given["birth_year"] = int(year) if re.fullmatch(r"\d{4}", year) else 0
        return NewPerson(self.full_name.data or "", phone=self.phone.data or "", **given)


class NewPersonForm(AppointForm, PersonForm):
    """Somebody new, and the post she holds."""

    is_another = BooleanField(_("Đây là người khác, vẫn ghi mới"))


class LevelForm(Form):
    """A level that was reached, of one of three fields."""

    level = SelectField(_("Trình độ"), [InputRequired(_("Chọn trình độ."))], default="")
    obtained_on = DayField(_("Ngày được cấp"), [Optional()])
    institution = StringField(_("Nơi đào tạo"), [_MOST])
    paper = StringField(_("Số bằng, chứng chỉ"), [_MOST])

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        named = [
            SelectChoice(one, told(ATTAINMENT_NAMES[one]), optgroup=told(FIELD_NAMES[field]))
            for field, levels in ATTAINMENTS.items()
            for one in levels
        ]
        self.level.choices = [SelectChoice("", _("Chọn trình độ")), *named]


def year_or_day(born_on: date | None, year: int | None) -> dict[str, Any]:
    """Return what a form shows of a birth: the day, or else the year."""
    return {"born_on": born_on, "birth_year": "" if born_on else (year or "")}

"""The form above the figures: a scheme, a day, an area, a group. It is asked by GET."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField
from wtforms.validators import Length, Optional
from wtforms.widgets import TextInput

from elearn.coverage.rules import Indicator, Scheme
from elearn.web import DayField, told


class AskForm(Form):
    """What the figures are asked for; all of it may be left out."""

    scheme = SelectField(_("Đề án"), validate_choice=False)
    figure = SelectField(_("Nhóm cán bộ"), validate_choice=False)
    as_of = DayField(_("Số liệu đến ngày"), [Optional()], widget=TextInput())
    area = StringField(_("Địa bàn"), [Length(max=120, message=_("Dài nhất 120 ký tự."))])

    def offer(self, schemes: Sequence[Scheme], chosen: Scheme) -> None:
        """Give the selects what there is to choose from."""
        self.scheme.choices = [(one.key, f"{one.short_title} ({one.years})") for one in schemes]
        alike = Counter((one.group, one.measure) for one in chosen.indicators)
        self.figure.choices = [
            (one.key, _named(one, is_alone=alike[one.group, one.measure] == 1))
            for one in chosen.indicators
        ]

    def show(self, scheme: Scheme, figure: str, day: date) -> None:
        """Fill in what is shown now; a day is written as people write it, however it was asked."""
        self.scheme.data, self.figure.data = scheme.key, figure
        self.as_of.data, self.as_of.raw_data = day, [f"{day:%d/%m/%Y}"]

    def day(self, today: date) -> date:
        """Return the day asked for, today where none is."""
        found: date | None = self.as_of.data
        return found or today


def _named(one: Indicator, *, is_alone: bool) -> str:
    """Return the group, with its level where the scheme counts it at several, and how."""
    name = one.group_name if is_alone else f"{one.group_name}, {told(one.level_name).lower()}"
    return f"{name} ({told(one.note)})" if one.note else name

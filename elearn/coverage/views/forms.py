"""The form above the figures: a scheme, a group, a day, borders, an area. It is asked by GET."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from flask_babel import lazy_gettext as _
from wtforms import Form, SelectField, StringField
from wtforms.validators import Optional
from wtforms.widgets import TextInput

from elearn.coverage.rules import (
    BORDERS_NAMES,
    Borders,
    Geography,
    Indicator,
    Scheme,
    geography_of,
)
from elearn.text import msg
from elearn.web import DayField, at_most, told

WHICH_DAY = msg("Viết ngày của địa giới muốn xem, như 30/06/2025.")


class AskForm(Form):
    """What the figures are asked for; all of it may be left out."""

    scheme = SelectField(_("Đề án"), validate_choice=False)
    figure = SelectField(_("Nhóm cán bộ"), validate_choice=False)
    as_of = DayField(_("Số liệu đến ngày"), [Optional()], widget=TextInput())
    borders = SelectField(_("Địa giới"), validate_choice=False)
    borders_on = DayField(_("Địa giới ngày"), [Optional()], widget=TextInput())
    area = StringField(_("Địa bàn"), [at_most(120)])

    def offer(self, schemes: Sequence[Scheme], chosen: Scheme) -> None:
        """Give the selects what there is to choose from."""
        self.scheme.choices = [(one.key, f"{one.short_title} ({one.years})") for one in schemes]
        alike = Counter((one.group, one.note) for one in chosen.indicators)
        self.figure.choices = [
            (one.key, _named(one, is_alone=alike[one.group, one.note] == 1))
            for one in chosen.indicators
        ]
        self.borders.choices = [(one.value, told(name)) for one, name in BORDERS_NAMES.items()]

    def show(self, scheme: Scheme, figure: str, day: date, geography: Geography) -> None:
        """Fill in what is shown now; a day is written as people write it, however it was asked."""
        self.scheme.data, self.figure.data = scheme.key, figure
        self.as_of.data, self.as_of.raw_data = day, [f"{day:%d/%m/%Y}"]
        self.borders.data = geography.borders.value
        is_own = geography.borders is Borders.ON_DAY
        self.borders_on.data = geography.day if is_own else None
        self.borders_on.raw_data = [f"{geography.day:%d/%m/%Y}"] if is_own else []

    def day(self, today: date) -> date:
        """Return the day asked for, today where none is."""
        found: date | None = self.as_of.data
        return found or today

    def geography(self, today: date) -> Geography:
        """Return the borders asked for; those of the day where none are."""
        known = {one.value: one for one in Borders}
        borders = known.get(self.borders.data or "", Borders.AS_IT_WAS)
        return geography_of(borders, self.day(today), today, self.borders_on.data)

    def lacks_the_day_of_borders(self) -> bool:
        """Return whether the borders of a day are asked for that is not told; say so beside it."""
        if self.borders.data != Borders.ON_DAY.value or self.borders_on.data:
            return False
        if not self.borders_on.errors:
            self.borders_on.errors = [told(WHICH_DAY)]
        return True


def _named(one: Indicator, *, is_alone: bool) -> str:
    """Return the group, with its level where the scheme counts it at several, and how."""
    name = one.group_name if is_alone else f"{one.group_name}, {told(one.level_name).lower()}"
    return f"{name} ({told(one.note)})" if one.note else name

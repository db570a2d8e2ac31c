"""The forms of declared numbers: what is asked for, and a line for each area."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectField, StringField
from wtforms import Form as PlainForm
from wtforms.validators import Optional
from wtforms.widgets import TextInput

from elearn.people.models import TargetGroup
from elearn.people.queries import HeadcountRow
from elearn.people.rules.headcounts import Said, number_in
from elearn.text import nfc
from elearn.web import DayField, Form, at_most

_MOST = at_most(200)
#: The group a page opens with: the one that is most often known only by its number.
_FIRST = "branch_head"
_LINE = re.compile(r"(?:n|none|s)([0-9]{1,18})")


class HeadcountAskForm(PlainForm):
    """A group, a day and an area; all of it may be left out."""

    group = SelectField(_("Nhóm cán bộ"), validate_choice=False)
    as_of = DayField(_("Số liệu ngày"), [Optional()], widget=TextInput())
    area = StringField(_("Địa bàn"), [at_most(120)])

    def offer(self, groups: Sequence[TargetGroup]) -> str:
        """Give the select what there is, and return which group is asked for."""
        self.group.choices = [(one.key, one.name[:1].upper() + one.name[1:]) for one in groups]
        keys = [one.key for one in groups]
        if self.group.data not in keys:
            self.group.data = _FIRST if _FIRST in keys else next(iter(keys), "")
        return str(self.group.data)

    def show(self, day: date) -> None:
        """Write the day as people write it, however it was asked."""
        self.as_of.data, self.as_of.raw_data = day, [f"{day:%d/%m/%Y}"]


class HeadcountsForm(Form):
    """What is written for all lines; the lines themselves are added by `lines_form`."""

    source = StringField(
        _("Văn bản chung"),
        [_MOST],
        description=_("Ví dụ Báo cáo 12/BC-HPN ngày 30/6/2026. Dùng cho dòng để trống ô văn bản."),
    )

    def shown(self, area_id: int) -> int:
        """Return the key of the declaration that the page showed in a line, 0 if it had none."""
        given = str(self[f"was{area_id}"].data or "")
        return int(given) if given.isdecimal() and len(given) < 19 else 0

    def said(self, area_id: int) -> Said | None:
        """Return what a line says; None, with the reason beside the field, if it cannot be."""
        number, source = self[f"n{area_id}"], nfc(self[f"s{area_id}"].data or "")
        text, is_unreported = (number.data or "").strip(), bool(self[f"none{area_id}"].data)
        if not text:
            return Said(None, is_unreported, source if is_unreported else "")
        if is_unreported:
            number.errors = [_("Ghi số người hoặc đánh dấu chưa báo cáo, không cả hai.")]
            return None
        found = number_in(text)
        if found is None:
            number.errors = [_("Ghi số người bằng chữ số, từ 0 đến 9.999.999.")]
            return None
        return Said(found, source=source)


def lines_form(rows: Sequence[HeadcountRow], source: str = "") -> HeadcountsForm:
    """Return the form with a line for each area, filled with what was declared for the day.

    The paper is that of the page before, if one comes from there.
    """
    fields: dict[str, Any] = {}
    for row in rows:
        key, said = row.area.area_id, row.said
        number = "" if said.number is None else str(said.number)
        fields[f"n{key}"] = StringField(row.area.full_name, default=number)
        fields[f"none{key}"] = BooleanField(_("Chưa báo cáo"), default=said.is_unreported)
        fields[f"s{key}"] = StringField(_("Văn bản"), [_MOST], default=said.source)
        fields[f"was{key}"] = StringField(default=str(row.held.id) if row.held else "")
    form: HeadcountsForm = type("HeadcountLines", (HeadcountsForm,), fields)(source=source)
    return form


def lines_sent(names: Iterable[str]) -> Iterator[int]:
    """Return the areas whose lines were sent, by the names of the fields."""
    found = (_LINE.fullmatch(name) for name in names)
    return (int(one[1]) for one in found if one)


def tell_clash(form: HeadcountsForm, row: HeadcountRow) -> None:
    """Say beside a line that somebody else changed it, and let it be sent again."""
    now = told_said(row.said)
    form[f"n{row.area.area_id}"].errors = [_("Người khác vừa ghi: %(now)s. Kiểm tra lại.", now=now)]
    was = form[f"was{row.area.area_id}"]
    was.data = str(row.held.id) if row.held else ""


def told_said(said: Said) -> str:
    """Return what a line says, in words."""
    if said.is_nothing:
        return str(_("không có số"))
    return str(_("chưa báo cáo")) if said.number is None else f"{said.number:,}".replace(",", ".")

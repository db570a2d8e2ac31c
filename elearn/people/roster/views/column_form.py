"""The form in which a person says what columns mean; its selects are named by table and column."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms.validators import InputRequired

from elearn.encodings import Encoding
from elearn.people.roster.rules.layouts import Heading, Layout, RosterField
from elearn.people.roster.views.forms import SINCE_HELP
from elearn.people.roster.views.showing.fields import FIELD_NAMES, SEVERAL
from elearn.web import DayField, Form, told


class ColumnsForm(Form):
    """From when on the list holds; the columns are read by `chosen`."""

    since = DayField(_("Áp dụng từ ngày"), [InputRequired(_("Chọn ngày."))], description=SINCE_HELP)

    def chosen(
        self, layouts: Sequence[Layout], given: Mapping[str, str]
    ) -> tuple[tuple[Layout, ...], list[str]]:
        """Return the layouts as a person said they are, and the sheets not to be taken."""
        said = tuple(_said(place, one, given) for place, one in enumerate(layouts))
        taken = {one.sheet for place, one in enumerate(layouts) if f"take{place}" in given}
        everything = list(dict.fromkeys(one.sheet for one in layouts))
        if len(everything) == 1:
            return said, []
        return said, [sheet for sheet in everything if sheet not in taken]

    def is_whole(self, layouts: Sequence[Layout], left_out: Collection[str]) -> bool:
        """Return whether each table tells names and none of its meanings twice; else say what."""
        taken = [one for one in layouts if one.sheet not in left_out]
        if not taken:
            self.form_errors.append(gettext("Chọn ít nhất một trang tính để nhập."))
        for one in taken:
            self.form_errors += _flaws(one)
        return not self.form_errors


def _said(place: int, layout: Layout, given: Mapping[str, str]) -> Layout:
    columns = {at: _heading(one, f"{place}-{at}", given) for at, one in layout.columns.items()}
    return replace(layout, columns=columns)


def _heading(heading: Heading, name: str, given: Mapping[str, str]) -> Heading:
    field, encoding = given.get(f"field{name}", ""), given.get(f"encoding{name}", "")
    if field not in list(RosterField):
        return heading
    kept = Encoding(encoding) if encoding in list(Encoding) else heading.encoding
    return replace(heading, field=RosterField(field), encoding=kept, confidence=1.0)


def _flaws(layout: Layout) -> list[str]:
    fields = Counter(one.field for one in layout.columns.values())
    if not layout.is_headcounts and RosterField.NAME not in fields:
        told_so = gettext(
            "Trang tính “%(sheet)s”: chưa có cột nào là họ và tên.", sheet=layout.sheet
        )
        return [told_so]
    return [
        gettext(
            "Trang tính “%(sheet)s”: có %(count)s cột cùng là “%(name)s”, chỉ giữ một.",
            sheet=layout.sheet,
            count=count,
            name=told(FIELD_NAMES[field]),
        )
        for field, count in fields.items()
        if count > 1 and field not in SEVERAL
    ]

"""A day in a form, as browsers send it or as people write it."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField
from wtforms.validators import ValidationError

_WRITTEN = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]


class DayField(DateField):
    """A day: 2026-12-15 from a calendar, 15/12/2026 where there is none to press."""

    def __init__(self, label: Any, validators: Any = None, **given: Any) -> None:
        super().__init__(label, validators, format=_WRITTEN, **given)

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([words.strip() for words in valuelist])
        except ValueError:
            raise ValidationError(_("Không có ngày này. Viết như 15/12/2026.")) from None

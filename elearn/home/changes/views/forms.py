"""The form of a file of changes and the resolution it rests on."""

from pathlib import PurePath
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import InputRequired

from elearn.areas import NewChange
from elearn.home.changes.service import rows_in
from elearn.web import DayField, Form, at_most

_TOLD = ("number", "title", "decided_on", "effective_on")


class ChangeForm(Form):
    """A file of changes, and the resolution it comes from."""

    number = StringField(
        _("Số nghị quyết"),
        [InputRequired(_("Chưa ghi số.")), at_most(60)],
        description=_("Ví dụ 12/NQ-UBTVQH16."),
    )
    title = StringField(
        _("Trích yếu"),
        [
            InputRequired(_("Chưa ghi trích yếu.")),
            at_most(300),
        ],
    )
    decided_on = DayField(_("Ngày ban hành"), [InputRequired(_("Chọn ngày ban hành."))])
    effective_on = DayField(_("Ngày có hiệu lực"), [InputRequired(_("Chọn ngày có hiệu lực."))])
    file = FileField(
        _("Tệp thay đổi"),
        [FileRequired(_("Chọn tệp."))],
        description=_("Excel (.xlsx, .xls) hoặc CSV, theo mẫu tải ở trên; nặng nhất 2 MB."),
    )

    def told(self) -> NewChange:
        """Return what was filled in, the file read; ask only after it was found valid.

        :raise Refusal: if the file cannot be read.
        """
        values: dict[str, Any] = {name: self[name].data for name in _TOLD}
        return NewChange(
            **values,
            file_name=PurePath(self.file.data.filename or "").name,
            rows=rows_in(self.file.data.read()),
        )

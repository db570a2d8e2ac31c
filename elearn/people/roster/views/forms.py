"""The form of a file that is sent in, and that of nothing but a button."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField
from wtforms.validators import Optional

from elearn.areas import AreaVersion
from elearn.text import nfc
from elearn.web import DayField, Form

_LONGEST_NAME = 200
SINCE_HELP = _(
    "Chức danh không ghi ngày riêng được tính từ ngày này. "
    "Để trống thì lấy ngày ghi trong tệp, tệp không ghi thì lấy hôm nay."
)


class UploadForm(Form):
    """A file, whose roster it is, and from when on it holds."""

    file = FileField(
        _("Tệp danh sách"),
        [FileRequired(_("Chọn tệp."))],
        description=_(
            "Excel (.xlsx, .xls) hoặc .csv; nặng nhất 20 MB, nhiều nhất 200.000 dòng. "
            "Cứ để nguyên tệp nơi gửi."
        ),
    )
    area_id = SelectField(_("Danh sách của nơi nào"), coerce=int)
    since = DayField(_("Áp dụng từ ngày"), [Optional()], description=SINCE_HELP)

    def offer(self, places: Sequence[AreaVersion]) -> None:
        """Ask of which of these places it is."""
        self.area_id.choices = [(one.area_id, one.full_name) for one in places]
        if self.area_id.data is None and places:
            self.area_id.data = places[0].area_id

    @property
    def file_name(self) -> str:
        """Return the name the file has at its sender's, whatever folders stand before it."""
        given = nfc(self.file.data.filename or "").replace("\\", "/")
        return PurePosixPath(given).name[-_LONGEST_NAME:]


class ButtonForm(Form):
    """Nothing but a button."""

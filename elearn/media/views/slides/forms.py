"""The forms of slides: all their rows at once, one more slide, another picture, a PDF."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from flask import request
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from werkzeug.datastructures import FileStorage
from wtforms import IntegerField, RadioField, StringField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from elearn.media.models import MediumVersion
from elearn.media.rules import Wish
from elearn.media.rules.slides import MOST_TEXT
from elearn.media.service import picture_given
from elearn.storage import Kept
from elearn.web import Form, SelectChoice, here

ALIKE, IN_ORDER = "alike", "in_order"
_PICTURES = "image/png,image/jpeg,image/webp"


class SeenForm(Form):
    """Whatever is wished for slides, and the number of the set the page showed."""

    seen = IntegerField(validators=[InputRequired()], widget=HiddenInput())


class SplitForm(SeenForm):
    """One more slide."""

    at = StringField(
        _("Hiện từ"),
        [InputRequired(_("Gõ mốc giờ của trang mới."))],
        description=_("Viết như 12:30 hoặc 1:02:30 (giờ:phút:giây)."),
        render_kw={"size": 8, "autocomplete": "off", "inputmode": "text"},
    )
    picture = FileField(
        _("Hình"),
        description=_("Để trống thì lấy hình trong video ở đúng mốc đó."),
        render_kw={"accept": _PICTURES},
    )


class PictureForm(SeenForm):
    """Another picture for a slide."""

    picture = FileField(_("Hình"), [FileRequired(_("Chọn ảnh PNG hoặc JPG."))])


class DeckForm(Form):
    """A PDF whose pages take the places of the pictures."""

    deck = FileField(
        _("Tệp PDF"),
        [FileRequired(_("Chọn tệp PDF của bài trình chiếu."))],
        render_kw={"accept": "application/pdf,.pdf"},
    )
    way = RadioField(
        _("Đưa trang PDF vào chỗ nào"),
        choices=[
            SelectChoice(ALIKE, _("Máy so hình: trang nào giống trang chiếu nào thì thay vào đó")),
            SelectChoice(
                IN_ORDER, _("Theo thứ tự: trang 1 thay hình đầu tiên, trang 2 thay hình sau")
            ),
        ],
        default=ALIKE,
    )


def wishes(count: int) -> list[Wish]:
    """Return what was written beside each of so many slides."""
    sent = request.form
    return [
        Wish(
            sent.get(f"at-{number}", ""),
            sent.get(f"text-{number}", "").strip()[:MOST_TEXT],
            is_dropped=f"drop-{number}" in sent,
        )
        for number in range(1, count + 1)
    ]


def kept_picture(sent: FileStorage, version: MediumVersion) -> Kept:
    """Keep a picture that was sent.

    :raise Unusable: if it is none.
    """
    with NamedTemporaryFile(dir=here().settings.temporary, prefix=f"picture-{version.id}-") as file:
        sent.save(file)
        file.flush()
        return picture_given(Path(file.name), here().store)

"""The forms of captions."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, IntegerField, SelectField, SubmitField, TextAreaField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from elearn.media import captions
from elearn.media.rules import LANGUAGE_NAMES
from elearn.media.service import Seen, Words
from elearn.web import Form, SelectChoice

ROWS = 16


class CaptionForm(Form):
    """Captions in one language, as a file."""

    language = SelectField(
        _("Ngôn ngữ"), choices=[SelectChoice(code, name) for code, name in LANGUAGE_NAMES.items()]
    )
    captions = FileField(
        _("Tệp phụ đề"),
        [FileRequired(_("Chọn tệp .vtt hoặc .srt."))],
        render_kw={"accept": ".vtt,.srt,text/vtt"},
    )

    @property
    def source(self) -> bytes:
        """Return the file as it was sent, in whatever encoding."""
        raw: bytes = self.captions.data.read(captions.MOST_BYTES)
        return raw


class CaptionTextForm(Form):
    """Captions as they are written on the page, and which revision of them it showed."""

    revision = IntegerField(validators=[InputRequired()], widget=HiddenInput())
    text = TextAreaField(
        _("Phụ đề dạng chữ"), render_kw={"rows": ROWS, "spellcheck": "false", "class": "input"}
    )
    is_checked = BooleanField(_("Đã nghe và soát lại phụ đề do máy gõ"))
    is_tidied = SubmitField(_("Tự sửa những chỗ sửa được rồi lưu"))

    def words(self, language: str) -> Words:
        return Words(
            Seen(language, self.revision.data or 0),
            self.text.data or "",
            is_tidied=self.is_tidied.data,
            is_checked=self.is_checked.data,
        )

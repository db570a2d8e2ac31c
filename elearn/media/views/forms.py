"""The forms of this domain's pages."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired

from elearn.media.rules import LANGUAGE_NAMES
from elearn.web import Form, SelectChoice, at_most

MOST_CAPTION_BYTES = 2_000_000


class UploadForm(Form):
    """A film and what it is called."""

    title = StringField(
        _("Tên video"),
        [InputRequired(_("Gõ tên của video.")), at_most(300)],
        description=_("Người soạn bài tìm video theo tên này."),
    )
    file = FileField(
        _("Tệp video hoặc ghi âm"),
        [FileRequired(_("Chọn tệp cần tải lên."))],
        render_kw={"accept": "video/*,audio/*,.mkv,.flv,.avi,.3gp"},
    )


class RenewalForm(Form):
    """A better film in place of the one there is."""

    file = UploadForm.file


class CaptionForm(Form):
    """Captions in one language."""

    language = SelectField(
        _("Ngôn ngữ"), choices=[SelectChoice(code, name) for code, name in LANGUAGE_NAMES.items()]
    )
    captions = FileField(
        _("Tệp phụ đề"),
        [FileRequired(_("Chọn tệp .vtt hoặc .srt."))],
        render_kw={"accept": ".vtt,.srt,text/vtt"},
    )

    @property
    def text(self) -> str:
        """Return what the file says, in UTF-8 as far as it goes."""
        raw: bytes = self.captions.data.read(MOST_CAPTION_BYTES)
        return raw.decode("utf-8-sig", errors="replace")

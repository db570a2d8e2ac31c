"""The forms of this domain's pages."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import StringField
from wtforms.validators import InputRequired

from elearn.web import Form, at_most


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

"""The forms of this domain's pages."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField
from wtforms.validators import InputRequired

from elearn.web import Form


class FilmForm(Form):
    """The medium a lecture is to be shown by; which there are, the page says."""

    medium = RadioField(
        _("Video đã tải lên, mới nhất trước"),
        [InputRequired(_("Chọn một video."))],
        coerce=int,
        validate_choice=False,
    )

"""The forms of the second factor."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

_MOST = Length(max=200, message=_("Dài nhất 200 ký tự."))


class CodeForm(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """Six digits from an app, or a code from paper."""

    code = StringField(
        _("Mã 6 số"),
        [InputRequired(_("Gõ mã 6 số đang hiện trong ứng dụng.")), _MOST],
        render_kw={
            "autocomplete": "one-time-code",
            "autocapitalize": "characters",
            "autocorrect": "off",
            "spellcheck": "false",
        },
    )


class BeginForm(FlaskForm):  # type: ignore[misc]  # flask-wtf has no types
    """One's password, before something that lasts."""

    password = PasswordField(
        _("Mật khẩu đang dùng"),
        [InputRequired(_("Gõ mật khẩu đang dùng.")), _MOST],
        render_kw={"autocomplete": "current-password"},
    )

"""The forms of this domain's pages."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired

from elearn.web import Form, at_most

_MOST = at_most(200)


class SignInForm(Form):
    """A name and a password; the name is kept when the page comes back, the password is not."""

    name = StringField(
        _("Số điện thoại hoặc tên đăng nhập"),
        [InputRequired(_("Gõ số điện thoại hoặc tên đăng nhập.")), _MOST],
        render_kw={
            "autocomplete": "username",
            "autocapitalize": "none",
            "autocorrect": "off",
            "spellcheck": "false",
        },
    )
    password = PasswordField(
        _("Mật khẩu"),
        [InputRequired(_("Gõ mật khẩu.")), _MOST],
        render_kw={"autocomplete": "current-password"},
    )


class PasswordForm(Form):
    """One's password now, and twice the one wanted."""

    current = PasswordField(
        _("Mật khẩu đang dùng"),
        [InputRequired(_("Gõ mật khẩu đang dùng.")), _MOST],
        render_kw={"autocomplete": "current-password"},
    )
    password = PasswordField(
        _("Mật khẩu mới"),
        [InputRequired(_("Gõ mật khẩu mới.")), _MOST],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("Mật khẩu mới, gõ lại"),
        [EqualTo("password", _("Hai lần gõ mật khẩu mới chưa giống nhau."))],
        render_kw={"autocomplete": "new-password"},
    )

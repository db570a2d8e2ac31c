"""The forms of the second factor."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from elearn.web import CODE, Form, at_most

_MOST = at_most(200)


class CodeForm(Form):
    """Six digits from an app, or a code from paper."""

    code = StringField(
        _("Mã 6 số"),
        [InputRequired(_("Gõ mã 6 số đang hiện trong ứng dụng.")), _MOST],
        render_kw=CODE,
    )


class BeginForm(Form):
    """One's password, before something that lasts."""

    password = PasswordField(
        _("Mật khẩu đang dùng"),
        [InputRequired(_("Gõ mật khẩu đang dùng.")), _MOST],
        render_kw={"autocomplete": "current-password"},
    )

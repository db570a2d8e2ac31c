"""The forms of this domain's pages."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, StringField
from wtforms.validators import InputRequired, Length

from elearn.web import Form


class AddressForm(Form):
    """Where letters are to be sent."""

    address = EmailField(
        _("Địa chỉ e-mail"),
        [InputRequired(_("Gõ địa chỉ e-mail.")), Length(max=254, message=_("Địa chỉ quá dài."))],
    )


class CodeForm(Form):
    """The code that came there."""

    code = StringField(
        _("Mã trong thư"),
        [InputRequired(_("Gõ mã 6 chữ số trong thư vừa gửi.")), Length(max=20)],
    )

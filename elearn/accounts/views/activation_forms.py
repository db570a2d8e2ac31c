"""The forms of the first sign-in."""

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, RadioField, StringField, TextAreaField
from wtforms.validators import EqualTo, InputRequired, Length

from elearn import people
from elearn.web import CODE, Form, at_most, told


class SlipForm(Form):
    """The code of a slip."""

    code = StringField(
        _("Mã trên phiếu"),
        [InputRequired(_("Gõ mã trên phiếu.")), Length(max=40, message=_("Mã có 8 chữ và số."))],
        description=_("8 chữ và số, như AB3D 7KMP. Chữ hoa hay chữ thường đều được."),
        render_kw=CODE | {"class": "input code"},
    )


class WrongForm(Form):
    """What of one's data is wrong, and how it should read."""

    field = RadioField(_("Chỗ nào sai?"), [InputRequired(_("Chọn chỗ sai."))])
    wanted = StringField(
        _("Viết đúng là"),
        [
            InputRequired(_("Ghi thông tin đúng.")),
            at_most(200),
        ],
        render_kw={"autocomplete": "off"},
    )
    note = TextAreaField(
        _("Muốn nói thêm"),
        [at_most(500)],
        description=_("Không bắt buộc."),
        render_kw={"rows": 2},
    )

    def __init__(self) -> None:
        super().__init__()
        names = people.CORRECTED_FIELD_NAMES
        self.field.choices = [(field.value, told(name)) for field, name in names.items()]

    @property
    def meant(self) -> people.Wanted:
        """What is asked for, of a form that was found good."""
        field = people.CorrectedField(self.field.data)
        return people.Wanted(field, self.wanted.data or "", self.note.data or "")


class FirstPasswordForm(Form):
    """Twice the password wanted."""

    password = PasswordField(
        _("Mật khẩu tự đặt"),
        [InputRequired(_("Gõ mật khẩu.")), at_most(200)],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("Gõ lại mật khẩu"),
        [EqualTo("password", _("Hai lần gõ mật khẩu chưa giống nhau."))],
        render_kw={"autocomplete": "new-password"},
    )

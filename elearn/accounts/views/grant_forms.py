"""The forms of rights."""

from datetime import date

from flask_babel import lazy_gettext as _
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Optional

from elearn import areas, people
from elearn.access import ROLE_NAMES, Actor, Role
from elearn.accounts import queries
from elearn.accounts.service import Granted
from elearn.errors import InvalidInput, NotFound
from elearn.text import msg
from elearn.web import DayField, Form, SelectChoice, at_most, told

_MOST = at_most(200)
_PLAIN = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
_NOBODY = msg("Không có tài khoản này trong phạm vi anh/chị được xem.")


class GrantForm(Form):
    """Who is given which role over what, from when to when."""

    user = StringField(
        _("Tên đăng nhập của người được giao"),
        [InputRequired(_("Gõ tên đăng nhập.")), _MOST],
        render_kw={"autocomplete": "off", **_PLAIN},
    )
    role = SelectField(_("Vai trò"))
    area = StringField(
        _("Trên đơn vị hành chính"),
        [InputRequired(_("Gõ tên hoặc mã của đơn vị.")), _MOST],
        description=_("Ví dụ: Xã Hưng Hà, Hưng Yên. Cả nước thì gõ VN."),
        render_kw={"autocomplete": "off"},
    )
    first = DayField(_("Từ ngày"), [InputRequired(_("Chọn ngày đầu."))])
    last = DayField(
        _("Đến hết ngày"), [Optional()], description=_("Để trống nếu chưa định ngày kết thúc.")
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.role.choices = [
            SelectChoice(role.value, told(name)) for role, name in ROLE_NAMES.items()
        ]

    def told(self, db: Session, actor: Actor, day: date) -> tuple[people.Person, Granted]:
        """Return the person and the grant that were filled in; ask after it was found valid.

        :raise InvalidInput: if there is no such account in sight, or no such area.
        """
        person = self._person(db, actor)
        try:
            area_id = areas.area_meant(db, self.area.data or "", day=day).area_id
        except NotFound as refused:
            raise InvalidInput(area=refused.message) from None
        first, last = self.first.data or day, self.last.data
        return person, Granted(Role(self.role.data), area_id, first, last)

    def _person(self, db: Session, actor: Actor) -> people.Person:
        try:
            account = queries.account_named(db, self.user.data or "")
            return people.person_seen_by(db, actor, account.person_id)
        except NotFound:
            raise InvalidInput(user=_NOBODY) from None

    def refuse(self, refused: InvalidInput) -> None:
        """Show what was refused at the fields it speaks of."""
        names = {"valid_to": "last"}
        for name, words in refused.fields.items():
            self[names.get(name, name)].errors = [told(words)]


class EndForm(Form):
    """The last day of a right."""

    last = DayField(
        _("Ngày cuối còn quyền"),
        [InputRequired(_("Chọn ngày cuối còn quyền."))],
        description=_("Hết ngày này thì mất quyền. Muốn mất ngay, chọn hôm qua."),
    )

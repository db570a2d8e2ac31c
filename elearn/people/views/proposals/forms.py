"""The forms of a commune about its posts, read and filled in on a telephone."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from elearn.people.models import GENDER_NAMES, OrgUnit, Person, Post
from elearn.people.rules import END_REASON_NAMES, EndReason, NewPerson
from elearn.web import DayField, Form, at_most, choices_of, told

NOBODY_KNOWN = "new"
_MOST = at_most(200)
_DAY = InputRequired(_("Chọn ngày."))
_PAPER = _("Số quyết định, biên bản")
_NONE = _("Chưa có thì để trống.")


class BeginForm(Form):
    """Who takes up which post; the fields of somebody new are left out for one of the list."""

    full_name = StringField(_("Họ và tên"), [InputRequired(_("Ghi họ và tên.")), _MOST])
    birth_year = IntegerField(
        _("Năm sinh"),
        [
            InputRequired(_("Ghi năm sinh, bốn chữ số.")),
            NumberRange(1900, 2100, _("Năm sinh gồm bốn chữ số.")),
        ],
    )
    gender = SelectField(_("Giới tính"), choices=choices_of(GENDER_NAMES))
    phone = StringField(_("Số điện thoại"), [Length(max=20)], description=_NONE)
    #: Asked only where somebody known may be she.
    who = RadioField(_("Có phải người này không?"), validate_choice=False)
    org_unit_id = SelectField(
        _("Ở đơn vị nào"), [NumberRange(min=1, message=_("Chọn đơn vị."))], coerce=int
    )
    post_key = SelectField(_("Giữ chức danh"))
    day = DayField(_("Từ ngày"), [_DAY])
    decision = StringField(_PAPER, [_MOST], description=_NONE)

    def offer(self, units: Sequence[OrgUnit], posts: Sequence[Post]) -> None:
        named = [(unit.id, unit.name) for unit in units]
        self.org_unit_id.choices = [(0, told(_("Chọn chi hội, tổ hoặc Hội xã"))), *named]
        self.post_key.choices = [(post.key, post.name) for post in posts]

    def only_for(self, person: Person | None) -> None:
        """Leave out what is known of somebody on the list."""
        if person is not None:
            for name in ("full_name", "birth_year", "gender", "phone"):
                del self[name]

    def new_person(self) -> NewPerson:
        return NewPerson(
            self.full_name.data or "",
            birth_year=self.birth_year.data,
            gender=self.gender.data,
            phone=self.phone.data or "",
        )

    def ask(self, doubles: Sequence[Person]) -> None:
        """Ask whether she is one of these."""
        known = [(str(person.id), person.full_name) for person in doubles]
        self.who.choices = [*known, (NOBODY_KNOWN, told(_("Không, là người khác")))]


class LeaveForm(Form):
    """The last day of a post, and why."""

    day = DayField(_("Ngày cuối cùng giữ chức danh"), [_DAY])
    reason = SelectField(_("Lý do"), choices=choices_of(END_REASON_NAMES), coerce=EndReason)
    decision = StringField(_PAPER, [_MOST, Optional()], description=_NONE)


class RefuseForm(Form):
    """Why something a commune has said is not confirmed."""

    reason = StringField(
        _("Lý do"),
        [
            InputRequired(_("Ghi lý do, để xã biết phải làm gì tiếp.")),
            at_most(500),
        ],
        description=_("Người đề nghị ở xã đọc câu này trong thông báo."),
    )

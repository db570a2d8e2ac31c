"""The forms about posts held, planned and left."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Optional

from elearn.people.models import Post
from elearn.people.rules import END_REASON_NAMES, MOVE_NAMES, EndReason, MoveKind
from elearn.web import DayField, Form, SelectChoice, at_most, choices_of

_MOST = at_most(200)
_DAY = InputRequired(_("Chọn ngày."))
_DECISION = _("Số quyết định")
_EXAMPLE = _("Ví dụ 12/QĐ-HPN. Chưa có thì để trống.")


class _PostForm(Form):
    """What asks for one of the posts of a unit."""

    post = SelectField(_("Chức danh"), [InputRequired(_("Chọn chức danh."))], default="")

    def offer(self, posts: Sequence[Post]) -> None:
        named = [SelectChoice(post.key, post.name) for post in posts]
        self.post.choices = [SelectChoice("", _("Chọn chức danh")), *named]


class AppointForm(_PostForm):
    """A post about to be held."""

    valid_from = DayField(_("Giữ chức danh từ ngày"), [_DAY])
    valid_to = DayField(
        _("Đến ngày"), [Optional()], description=_("Đang giữ và chưa biết ngày thôi thì để trống.")
    )
    decision = StringField(_DECISION, [_MOST], description=_EXAMPLE)


class EndForm(Form):
    """A post that is left."""

    on = DayField(_("Ngày cuối cùng giữ chức danh"), [_DAY])
    reason = SelectField(
        _("Lý do"),
        choices=choices_of(END_REASON_NAMES),
        coerce=EndReason,
    )
    decision = StringField(_DECISION, [_MOST], description=_EXAMPLE)


class MoveForm(_PostForm):
    """A post left for another by one paper."""

    kind = SelectField(
        _("Hình thức"),
        choices=choices_of(MOVE_NAMES),
        coerce=MoveKind,
    )
    on = DayField(
        _("Nhận chức danh mới từ ngày"),
        [_DAY],
        description=_("Chức danh cũ kết thúc vào ngày hôm trước."),
    )
    until = DayField(
        _("Đến ngày"),
        [Optional()],
        description=_("Chỉ ghi khi quyết định nêu thời hạn, như biệt phái."),
    )
    decision = StringField(_DECISION, [_MOST], description=_EXAMPLE)


class CorrectForm(Form):
    """What a tenure should have said."""

    valid_from = DayField(_("Từ ngày"), [_DAY])
    valid_to = DayField(_("Đến ngày"), [Optional()], description=_("Đang giữ thì để trống."))
    decision = StringField(_("Quyết định giao chức danh"), [_MOST])
    end_reason = SelectField(
        _("Lý do kết thúc"),
        choices=[SelectChoice("", _("Chưa kết thúc hoặc không rõ")), *choices_of(END_REASON_NAMES)],
        default="",
    )
    end_decision = StringField(_("Quyết định thôi chức danh"), [_MOST])

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.end_reason.data = self.end_reason.data or ""


class PlanForm(_PostForm):
    """A post somebody is planned for."""

    valid_from = DayField(_("Quy hoạch từ ngày"), [_DAY])
    valid_to = DayField(
        _("Đến ngày"), [Optional()], description=_("Chưa biết ngày hết hạn thì để trống.")
    )
    term = StringField(
        _("Nhiệm kỳ"),
        [at_most(40)],
        description=_("Ví dụ 2026–2031."),
    )
    decision = StringField(_DECISION, [_MOST], description=_EXAMPLE)


class DayForm(Form):
    """The last day of something."""

    on = DayField(_("Ngày cuối cùng"), [_DAY])


class ReasonForm(Form):
    """Why something is taken back."""

    reason = StringField(
        _("Lý do"),
        [
            InputRequired(_("Ghi lý do, một câu là đủ.")),
            at_most(500),
        ],
    )

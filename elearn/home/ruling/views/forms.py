"""The forms by which a rule is drafted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from sqlalchemy.orm import Session
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from elearn import catalogue
from elearn.errors import InvalidInput, NotFound
from elearn.learning import Condition, ConditionKind, NewRule
from elearn.text import msg
from elearn.web import DayField, Form, at_most

_SHARE = NumberRange(1, 100, _("Ghi một số từ 1 đến 100."))
_COUNT = NumberRange(0, 99, _("Ghi một số từ 0 đến 99."))


class CountField(IntegerField):
    """A whole number, as people write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([words.strip().rstrip("%").strip() for words in valuelist])
        except ValueError:
            raise ValidationError(_("Ghi một số nguyên, ví dụ 80.")) from None


class _NewRuleForm(Form):
    """What every rule is drafted with: its first day, and why."""

    valid_from = DayField(
        _("Áp dụng từ ngày"),
        [InputRequired(_("Chọn ngày bắt đầu áp dụng."))],
        description=_("Sớm nhất từ ngày mai. Trước ngày đó vẫn theo quy tắc đang dùng."),
    )
    note = TextAreaField(
        _("Lý do hoặc văn bản làm căn cứ"),
        [InputRequired(_("Chưa ghi lý do hoặc văn bản làm căn cứ.")), at_most(500)],
        description=_("Người kiểm tra về sau đọc được câu này."),
    )


class ShareForm(_NewRuleForm):
    """How much of a lecture must be watched, from which day, and why."""

    seen_share_percent = CountField(
        _("Phải xem ít nhất bao nhiêu phần trăm"),
        [InputRequired(_("Ghi một số từ 1 đến 100.")), _SHARE],
        description=_("Tính trên số giây khác nhau của bài; xem lại một đoạn không cộng thêm."),
    )

    @property
    def wanted(self) -> NewRule:
        return NewRule(**self.values("valid_from", "note", "seen_share_percent"))


class ConditionsForm(_NewRuleForm):
    """What completing a programme takes, from which day, and why."""

    programme = SelectField(
        _("Áp dụng cho"),
        description=_("Quy tắc riêng của một chương trình thay cho quy tắc chung."),
    )
    lectures = CountField(
        _("Số bài phải xem trong mỗi chuyên đề"),
        [Optional(), NumberRange(1, 99, _("Ghi một số từ 1 đến 99."))],
        description=_("Để trống: mọi bài của chuyên đề."),
    )
    required = CountField(
        _("Số chuyên đề bắt buộc phải học xong"),
        [Optional(), _COUNT],
        description=_("Để trống: mọi chuyên đề bắt buộc. Ghi 0: không đòi."),
    )
    electives = CountField(
        _("Số chuyên đề tự chọn phải học xong"),
        [Optional(), _COUNT],
        description=_("Để trống: như chương trình quy định. Ghi 0: không đòi."),
    )
    modules = StringField(
        _("Chuyên đề phải có (mã)"),
        [at_most(500)],
        description=_("Ghi mã các chuyên đề, cách nhau bằng dấu phẩy. Để trống: không đòi riêng."),
    )
    modules_at_least = CountField(
        _("Số chuyên đề phải học xong trong các mã trên"),
        [Optional(), NumberRange(1, 99, _("Ghi một số từ 1 đến 99."))],
        description=_("Để trống: tất cả các mã đã ghi."),
    )
    quiz = CountField(
        _("Bài kiểm tra phải đạt (%)"),
        [Optional(), _SHARE],
        description=_("Để trống: không đòi. Hệ thống chưa có bài kiểm tra: đòi thì chưa ai đủ."),
    )
    attendance = CountField(
        _("Số buổi học phải dự (%)"),
        [Optional(), _SHARE],
        description=_("Để trống: không đòi. Hệ thống chưa có điểm danh: đòi thì chưa ai đủ."),
    )

    def offer(self, titles: Mapping[int, str]) -> None:
        """Give the programmes there are to choose from."""
        every = [("", _("Mọi chương trình không có quy tắc riêng"))]
        self.programme.choices = every + [(str(key), title) for key, title in titles.items()]

    def wanted(self, db: Session) -> NewRule:
        """Return what was filled in; ask only after it was found valid.

        :raise InvalidInput: naming `modules` or `modules_at_least`.
        """
        chosen = self.programme.data
        return NewRule(
            **self.values("valid_from", "note"),
            programme_id=int(chosen) if chosen else None,
            conditions=tuple(self._conditions(self._named(db))),
        )

    def _conditions(self, named: frozenset[int]) -> Iterator[Condition]:
        yield Condition(ConditionKind.LECTURES, self.lectures.data)
        if self.required.data != 0:
            yield Condition(ConditionKind.REQUIRED_MODULES, self.required.data)
        if self.electives.data != 0:
            yield Condition(ConditionKind.ELECTIVES, self.electives.data)
        if named:
            yield Condition(ConditionKind.MODULES, self.modules_at_least.data, modules=named)
        if self.quiz.data:
            yield Condition(ConditionKind.QUIZ, percent=self.quiz.data)
        if self.attendance.data:
            yield Condition(ConditionKind.ATTENDANCE, percent=self.attendance.data)

    def _named(self, db: Session) -> frozenset[int]:
        codes = [one for one in re.split(r"[,;\s]+", self.modules.data or "") if one]
        keys = frozenset(_module_id(db, code) for code in codes)
        if (self.modules_at_least.data or 0) > len(keys):
            raise InvalidInput(modules_at_least=msg("Nhiều hơn số chuyên đề đã ghi mã."))
        return keys


def _module_id(db: Session, code: str) -> int:
    try:
        return catalogue.module_by_code(db, code.upper()).id
    except NotFound as unknown:
        raise InvalidInput(modules=unknown.message) from unknown


def filled(conditions: Iterable[Condition], codes: Mapping[int, str]) -> dict[str, Any]:
    """Return what a form shows of a rule that holds: what it is changed from."""
    asked = {one.kind: one for one in conditions}
    counts = {
        "lectures": ConditionKind.LECTURES,
        "required": ConditionKind.REQUIRED_MODULES,
        "electives": ConditionKind.ELECTIVES,
        "modules_at_least": ConditionKind.MODULES,
    }
    shown: dict[str, Any] = {
        name: asked[kind].at_least for name, kind in counts.items() if kind in asked
    }
    shown |= {name: 0 for name in ("required", "electives") if counts[name] not in asked}
    shares = {"quiz": ConditionKind.QUIZ, "attendance": ConditionKind.ATTENDANCE}
    shown |= {name: asked[kind].percent for name, kind in shares.items() if kind in asked}
    if named := asked.get(ConditionKind.MODULES):
        shown["modules"] = ", ".join(sorted(codes.get(key, "") for key in named.modules))
    return shown

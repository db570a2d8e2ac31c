"""The forms of signals and outages."""

from datetime import date, datetime, time

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import HiddenField, RadioField, StringField, TextAreaField, TimeField
from wtforms.validators import InputRequired, ValidationError

from elearn import areas, clock
from elearn.errors import InvalidInput, NotFound
from elearn.learning.signals import service
from elearn.learning.signals.rules import VERDICT_NAMES, Verdict
from elearn.web import DayField, Form, at_most, choices_of

_WRITTEN = ["%H:%M", "%H:%M:%S", "%Hh%M", "%Hh", "%H"]
_HOUR = _l("Ghi giờ như 20:30.")


class HourField(TimeField):
    """An hour of the day: from a clock to press, or written as 20:30 or 20h30."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([words.strip() for words in valuelist])
        except ValueError:
            raise ValidationError(_HOUR) from None


class OutageForm(Form):
    """When the service was away, where, and what happened."""

    began_on = DayField(_l("Từ ngày"), [InputRequired(_l("Chọn ngày bắt đầu."))])
    began = HourField(_l("Từ giờ"), [InputRequired(_HOUR)], format=_WRITTEN)
    ended_on = DayField(_l("Đến ngày"), [InputRequired(_l("Chọn ngày hết."))])
    ended = HourField(_l("Đến giờ"), [InputRequired(_HOUR)], format=_WRITTEN)
    area = StringField(
        _l("Ở đâu"),
        [InputRequired(_l("Gõ tên hoặc mã của đơn vị.")), at_most(200)],
        description=_l("Ví dụ: Xã Hưng Hà, Hưng Yên. Cả nước thì gõ VN."),
        render_kw={"autocomplete": "off"},
    )
    what = StringField(
        _l("Chuyện gì đã xảy ra"),
        [InputRequired(_l("Ghi chuyện gì đã xảy ra, ví dụ: mất điện cả xã.")), at_most(300)],
        description=_l("Ví dụ: mất điện cả xã; đứt cáp; máy chủ bảo trì."),
    )

    def outage(self, db: Session) -> service.NewOutage:
        """Return what was filled in; ask after it was found valid.

        :raise InvalidInput: if there is no such area.
        """
        return service.NewOutage(
            _moment(self.began_on.data, self.began.data),
            _moment(self.ended_on.data, self.ended.data),
            _area_id(db, self.area.data or ""),
            self.what.data or "",
        )


def _moment(day: date | None, hour: time | None) -> datetime:
    return datetime.combine(day or clock.today(), hour or time.min, clock.ZONE)


def _area_id(db: Session, text: str) -> int | None:
    try:
        meant = areas.area_meant(db, text, day=clock.today())
    except NotFound as refused:
        raise InvalidInput(area=refused.message) from None
    return None if meant.area_id == areas.root(db).id else meant.area_id


class JudgeForm(Form):
    """What she makes of it, and how much of it the page showed her."""

    verdict = RadioField(
        _l("Nhận xét"),
        [InputRequired(_l("Chọn một nhận xét."))],
        choices=choices_of(VERDICT_NAMES),
        coerce=Verdict,
    )
    note = TextAreaField(
        _l("Ghi chú"),
        [at_most(service.LONGEST_NOTE)],
        description=_l("Đã hỏi ai, người ấy nói gì. Không cần nếu không có gì."),
    )
    weight = HiddenField()

    @property
    def judged(self) -> service.Judged:
        shown = self.weight.data or ""
        return service.Judged(
            self.verdict.data, self.note.data or "", int(shown) if shown.isdecimal() else 0
        )

"""The two moments of knowing that are compared: a day each, and an hour at need."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flask_babel import lazy_gettext as _
from wtforms import Form, StringField
from wtforms.validators import Optional, Regexp
from wtforms.widgets import TextInput

from elearn.clock import ZONE, day_of
from elearn.coverage.rules.why import too_early
from elearn.text import Message, msg
from elearn.web import DayField, told

_HOUR = re.compile(r"([01]?\d|2[0-3])[:hg.]([0-5]\d)")
_WRITTEN = [Optional(), Regexp(_HOUR, message=_("Viết giờ như 14:30."))]
_USUAL = timedelta(days=30)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """What was known at the one moment is held against what was at the other; None is now."""

    earlier: datetime
    later: datetime | None

    @property
    def names(self) -> tuple[Message, Message]:
        """Return both as a heading prints them."""
        return _named(self.earlier), _named(self.later)


def _named(moment: datetime | None) -> Message:
    if moment is None:
        return msg("theo dữ liệu ghi đến bây giờ")
    local = moment.astimezone(ZONE)
    if local.time() == time(0):
        return msg("theo dữ liệu ghi đến hết ngày %(day)s", day=f"{local - _MINUTE:%d/%m/%Y}")
    told = {"hour": f"{local:%H:%M}", "day": f"{local:%d/%m/%Y}"}
    return msg("theo dữ liệu ghi đến %(hour)s ngày %(day)s", **told)


class MomentsForm(Form):
    """The moments; without an hour a day is meant to its end, without a day the usual ones."""

    from_day = DayField(_("Lần trước: dữ liệu ghi đến ngày"), [Optional()], widget=TextInput())
    from_hour = StringField(_("Giờ"), _WRITTEN)
    to_day = DayField(_("Lần này: dữ liệu ghi đến ngày"), [Optional()], widget=TextInput())
    to_hour = StringField(_("Giờ"), _WRITTEN)

    def moments(self, now: datetime, first: datetime | None) -> Moments | None:
        """Return the moments asked for; nothing, with the reason beside a field, if they cannot be.

        `first` is when the first post was written: before it nothing was known.
        """
        if not self.validate():
            return None
        known = first or now
        if self._is_too_early(day_of(known)):
            return None
        later = _moment(self.to_day.data, self.to_hour.data or "", now)
        if self.from_day.data is None:
            return self._ordered(_usual(known, later or now), later)
        return self._ordered(_moment(self.from_day.data, self.from_hour.data or "", now), later)

    def _is_too_early(self, begins: date) -> bool:
        """Return whether a day lies before anything was known; say so beside it."""
        early = [one for one in (self.from_day, self.to_day) if one.data and one.data < begins]
        for field in early:
            field.errors = [told(too_early(begins))]
        return bool(early)

    def _ordered(self, earlier: datetime | None, later: datetime | None) -> Moments | None:
        if earlier and (later is None or earlier < later):
            return Moments(earlier, later)
        self.from_day.errors = [told(msg("Lần trước phải sớm hơn lần này."))]
        return None

    def show(self, moments: Moments) -> None:
        """Fill in what is compared now."""
        self._write("from", moments.earlier)
        if moments.later:
            self._write("to", moments.later)

    def _write(self, name: str, moment: datetime) -> None:
        local = moment.astimezone(ZONE)
        is_whole = local.time() == time(0)
        day = (local - _MINUTE if is_whole else local).date()
        self[f"{name}_day"].data, self[f"{name}_day"].raw_data = day, [f"{day:%d/%m/%Y}"]
        self[f"{name}_hour"].data = "" if is_whole else f"{local:%H:%M}"


def _moment(day: date | None, hour: str, now: datetime) -> datetime | None:
    """Return the moment of a day and hour, or the end of the day; what is still to come is now."""
    if day is None or day > day_of(now):
        return None
    found = _HOUR.fullmatch(hour)
    at = time(int(found[1]), int(found[2])) if found else time(0)
    on = day if found else day + timedelta(days=1)
    moment = datetime.combine(on, at, ZONE)
    return moment if moment < now else None


def _usual(known: datetime, later: datetime) -> datetime:
    """Return the end of the day a month earlier, or just before anything was known."""
    on = day_of(later) - _USUAL + timedelta(days=1)
    return max(datetime.combine(on, time(0), ZONE), known - _MINUTE)

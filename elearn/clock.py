"""What time it is: aware UTC for records, the Vietnamese calendar day for rules."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def day_of(moment: datetime) -> date:
    """Return the calendar day of a moment where the users live."""
    return moment.astimezone(ZONE).date()


def today() -> date:
    """Return the present day where the users live."""
    return day_of(now())


def start_of(day: date) -> datetime:
    """Return the moment at which a calendar day begins where the users live, in UTC."""
    if day == date.min:  # Our zone was ahead of UTC even then: there was no moment before.
        return datetime.min.replace(tzinfo=UTC)
    return datetime.combine(day, time.min, ZONE).astimezone(UTC)

"""How long a link for reviewers lasts, and how often its opening is worth a note."""

from datetime import datetime, timedelta

from elearn.text import Message, msg

#: Days by which a link may last, the usual first.
LASTING: dict[int, Message] = {
    7: msg("7 ngày"),
    1: msg("1 ngày"),
    30: msg("30 ngày"),
}
#: The files of a page stay open for so long, though the link is taken back meanwhile.
FILES_LAST = timedelta(hours=2)
_NOTED_EACH = timedelta(hours=1)


def files_until(now: datetime, expires_at: datetime) -> datetime:
    """Return until when the files behind a page may be fetched; the same for an hour."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    return min(hour + FILES_LAST, expires_at)


def is_worth_noting(opened_at: datetime | None, now: datetime) -> bool:
    """Return whether an opening is noted: the first one, and then one an hour."""
    return opened_at is None or now - opened_at >= _NOTED_EACH

"""The watch rule in force."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.learning.models import WatchRule
from elearn.learning.rules import Terms
from elearn.text import msg


def watch_rule_on(db: Session, day: date) -> WatchRule:
    """Return the newest version of the watch rule that holds on the day.

    :raise NotFound: if none holds.
    """
    newest = select(WatchRule).where(WatchRule.valid_on(day)).order_by(WatchRule.version.desc())
    rule = db.scalar(newest.limit(1))
    if rule is None:
        raise NotFound(msg("Chưa có quy tắc tính bài đã xem cho ngày này."))
    return rule


def watch_rule_after(db: Session, day: date) -> WatchRule | None:
    """Return the version that will hold next, if one is written down for a day still to come."""
    rule = WatchRule
    later = select(rule).where(rule.valid_from > day, rule.version > watch_rule_on(db, day).version)
    return db.scalar(later.order_by(rule.valid_from, rule.version.desc()).limit(1))


def terms_on(db: Session, day: date, *, interval: int) -> Terms:
    """Return what holds for watching on the day; `interval` is the seconds between reports."""
    rule = watch_rule_on(db, day)
    idle = timedelta(seconds=rule.idle_seconds)
    return Terms(rule.seen_share_percent, rule.limits, idle, interval, rule.version)

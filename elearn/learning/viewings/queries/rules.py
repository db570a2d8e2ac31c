"""The rule for shared viewings that holds on a day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.learning.models import SharedViewingRule
from elearn.text import msg


def viewing_rule_on(db: Session, day: date) -> SharedViewingRule:
    """Return the version in force on the day.

    :raise NotFound: if there is none.
    """
    rule = SharedViewingRule
    found = db.scalar(select(rule).where(rule.valid_on(day)).order_by(rule.version.desc()).limit(1))
    if found is None:
        raise NotFound(msg("Chưa có quy tắc xem chung cho ngày %(day)s.", day=f"{day:%d/%m/%Y}"))
    return found

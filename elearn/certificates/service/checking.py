"""Checking by number: found only with the name or the day of birth, and not by trying."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from elearn import accounts, clock
from elearn.certificates import queries
from elearn.certificates.models import FailedCheck
from elearn.certificates.reader import check_rule_on
from elearn.certificates.rules import CheckRule, agrees, number_meant, pause_of


@dataclass(frozen=True, slots=True)
class Question:
    """A number and a name or day of birth as they were typed, and from which network."""

    number: str
    who: str
    network: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The token of what was found, or how long to wait, or neither: there is none."""

    token: str | None = None
    paused_until: datetime | None = None


def look_up(db: Session, asked: Question, *, now: datetime) -> Answer:
    """Find a certificate by what stands on it; what finds nothing is counted.

    Whether the number or the name was wrong is not told. While one waits nothing is looked up.
    """
    rule, number = check_rule_on(clock.day_of(now)), number_meant(asked.number)[:60]
    if paused_until := _pause(db, number, asked.network, rule, now=now):
        return Answer(paused_until=paused_until)
    record = queries.record_by_number(db, number)
    if record and agrees(asked.who, full_name=record.facts.full_name, born=record.facts.born):
        return Answer(token=record.certificate.token)
    _note(db, number, asked.network, rule, now=now)
    return Answer()


def _pause(
    db: Session, number: str, network: str, rule: CheckRule, *, now: datetime
) -> datetime | None:
    """Return until when to wait; behind a proxy that names nobody only the number counts."""
    is_known = network != accounts.LOCAL
    return pause_of(
        rule,
        of_number=queries.failures_with(db, number, rule, now=now),
        of_network=queries.failures_from(db, network, rule, now=now) if is_known else (),
        now=now,
    )


def _note(db: Session, number: str, network: str, rule: CheckRule, *, now: datetime) -> None:
    long_ago = now - timedelta(days=rule.forgotten_after_days)
    db.execute(delete(FailedCheck).where(FailedCheck.at < long_ago))
    db.add(FailedCheck(number=number, network=network, at=now))
    db.flush()

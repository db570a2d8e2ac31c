"""Writing a decision down: its number and day, once for a class, and not out of its time."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import Actor
from elearn.certificates.models import Decision
from elearn.db import insert_missing
from elearn.errors import InvalidInput
from elearn.text import Message, msg, nfc

LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A paper as it was typed: its number, "512/QĐ-HVPN", and its day."""

    number: str
    decided_on: date

    def wrong(self, *, since: date, now: datetime) -> dict[str, Message]:
        """Return what cannot be of it, by field; it may be of any day from `since` to today."""
        wrong: dict[str, Message] = {}
        if not nfc(self.number):
            wrong["number"] = msg("Gõ số của quyết định, ví dụ 512/QĐ-HVPN.")
        elif len(self.number) > LONGEST_NUMBER:
            wrong["number"] = msg("Số quyết định dài nhất %(count)s ký tự.", count=LONGEST_NUMBER)
        if self.decided_on > clock.day_of(now):
            wrong["decided_on"] = msg("Ngày quyết định chưa tới.")
        elif self.decided_on < since:
            wrong["decided_on"] = msg(
                "Ngày quyết định không thể trước ngày %(day)s.", day=f"{since:%d/%m/%Y}"
            )
        return wrong


@dataclass(frozen=True, slots=True)
class Place:
    """Whose decision it is, and about which class."""

    issuer_id: int
    training_class_id: int


def check(decision: NewDecision, *, since: date, now: datetime, **more: Message) -> None:
    """Refuse a decision that cannot be, together with what else is wrong.

    :raise InvalidInput: naming each field.
    """
    if wrong := decision.wrong(since=since, now=now) | more:
        raise InvalidInput(**wrong)


def decide(db: Session, actor: Actor, new: NewDecision, about: Place, *, now: datetime) -> Decision:
    """Return the row of a decision; the same paper about the same class is one row."""
    same = {
        "issuer_id": about.issuer_id,
        "number": nfc(new.number),
        "decided_on": new.decided_on,
        "training_class_id": about.training_class_id,
    }
    insert_missing(db, Decision, **same, recorded_by_id=actor.person_id, recorded_at=now)
    return db.scalars(select(Decision).filter_by(**same)).one()

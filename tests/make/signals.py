"""Visits as they are on record, without a player, and signals found of them."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn.learning import Form, Seconds, WatchEvidence, WatchSession
from elearn.learning.signals import Outage, Signal, SignalPerson, SignalSession
from elearn.learning.signals.rules import OutageSource, SignalKind
from elearn.people import Person

#: A Wednesday, eight in the evening where the users live.
EVENING = datetime(2026, 11, 18, 13, tzinfo=UTC)
_numbers = count(1)


def visit(  # noqa: PLR0913  # A visit has so many facts, and each is named by its caller.
    db: Session,
    who: Person,
    film: int,
    *,
    at: datetime = EVENING,
    seconds: tuple[int, int] = (0, 600),
    refused: int = 0,
    lasted: timedelta = timedelta(minutes=10),
    **values: Any,
) -> WatchSession:
    """Make a visit that claimed some seconds; the last so many of them beyond the budget."""
    row = WatchSession(
        token=f"visit {next(_numbers)}",
        person_id=who.id,
        medium_version_id=film,
        opened_at=at,
        **{"device": "Chrome", "browser": f"{who.id:032x}", **values},
    )
    db.add(row)
    db.flush()
    start, end = seconds
    beyond = [(end - refused, end)] if refused else []
    evidence = WatchEvidence(
        watch_session_id=row.id,
        form=Form.VIDEO,
        claimed=Seconds.of([seconds], end).to_bytes(),
        refused=Seconds.of(beyond, end).to_bytes(),
        credited_seconds=end - start - refused,
        reports=1,
        first_at=at + timedelta(minutes=1),
        last_at=at + lasted,
    )
    db.add(evidence)
    db.flush()
    return row


def signal(db: Session, who: Person, film: int, **values: Any) -> Signal:
    """Make the signal of a person's evening: a quarter of an hour went beyond the clock."""
    seen = visit(db, who, film, seconds=(0, 2000), refused=1000)
    row = Signal(
        **{
            "kind": SignalKind.SPEED,
            "key": f"{who.id}:{next(_numbers)}",
            "weight": 1000,
            "measure": 900,
            "measures_version": 1,
            "numbers": {"films": 1, "visits": 1},
            "first_at": EVENING,
            "last_at": EVENING + timedelta(minutes=10),
            "found_at": EVENING + timedelta(hours=1),
            "changed_at": EVENING + timedelta(hours=1),
            **values,
        }
    )
    db.add(row)
    db.flush()
    db.add(SignalPerson(signal_id=row.id, person_id=who.id))
    db.add(SignalSession(signal_id=row.id, watch_session_id=seen.id))
    db.flush()
    return row


def outage(db: Session, **values: Any) -> Outage:
    """Make an outage of that evening, everywhere."""
    row = Outage(
        **{
            "began_at": EVENING - timedelta(minutes=10),
            "ended_at": EVENING + timedelta(minutes=30),
            "what": "Mất điện",
            "source": OutageSource.ENTERED,
            "recorded_at": EVENING + timedelta(hours=2),
            **values,
        }
    )
    db.add(row)
    db.flush()
    return row

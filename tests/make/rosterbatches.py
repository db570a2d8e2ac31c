"""Batches of rosters that wait to be written, for tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.db import Change
from elearn.people.models import Person, UnitKind
from elearn.people.roster import RosterBatch, RosterRow
from elearn.people.roster.models import BatchState
from elearn.people.roster.queries.digests import digests_of
from elearn.people.roster.rules.keeping import verdict_as_json
from elearn.people.roster.rules.steps import Begin, Steps, UnitMeant
from elearn.people.roster.rules.verdicts import RowStatus, Verdict
from elearn.storage import StoredFile
from tests.make.areas import area

SENT = datetime(2026, 3, 1, 1, tzinfo=UTC)
SINCE = date(2026, 1, 1)


def batch(db: Session, steps: Sequence[tuple[Person | None, Steps]] = (), **values: Any) -> Any:
    """Return a batch that is ready, with a row for each of these: whose, and what it writes."""
    now = values.pop("now", SENT)
    number = (db.scalar(select(func.count()).select_from(StoredFile)) or 0) + 1
    file = StoredFile(sha256=f"{number:064x}", size=1, media_type="text/csv", kept_at=now)
    db.add(file)
    db.flush()
    made = RosterBatch(
        area_id=values.pop("area_id", 0) or area(db).id,
        file_id=file.id,
        file_name="danh sách.xlsx",
        sha256=file.sha256,
        received_at=now,
        seen_change=db.scalar(select(func.max(Change.id))) or 0,
        **{"state": BatchState.READY, **values},
    )
    db.add(made)
    db.flush()
    rows(db, made, steps)
    return made


def rows(
    db: Session, of: RosterBatch, steps: Sequence[tuple[Person | None, Steps]], first: int = 1
) -> None:
    """Add rows to a batch, as a comparison would have left them."""
    db.flush()
    digests = digests_of(db, [person.id for person, _ in steps if person])
    for number, (person, some) in enumerate(steps, first):
        key = person.id if person else None
        status = RowStatus.CHANGED if person else RowStatus.NEW
        verdict = Verdict(status, person_id=key, steps=some)
        db.add(
            RosterRow(
                batch_id=of.id,
                sheet="Sheet1",
                number=number,
                status=status,
                entry={"name": str(some.person.get("full_name", ""))},
                verdict=verdict_as_json(verdict),
                person_id=key,
                digest=digests.get(key or 0, ""),
            )
        )
    db.flush()


def newcomer(name: str, *begins: Begin, **told: Any) -> tuple[None, Steps]:
    """Return a row that enters somebody, and her posts."""
    return None, Steps(person={"full_name": name, **told}, begins=begins)


def begin(unit: Any, post: str = "branch_head", since: date = SINCE, **told: Any) -> Begin:
    """Return a post that begins in a unit, or in one that is meant."""
    meant = unit if isinstance(unit, UnitMeant) else UnitMeant(unit.id)
    return Begin(post, meant, since, **told)


def branch(db: Session, name: str = "Chi hội thôn 3") -> UnitMeant:
    """Return a branch of Xã Hưng Hà that is yet to be founded."""
    return UnitMeant(kind=UnitKind.BRANCH, name=name, area_id=area(db).id)

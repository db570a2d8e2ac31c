"""What of a viewing is on record: stretches, who sat in each, and what the leader really played."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy import or_ as either
from sqlalchemy.orm import Session

from elearn import people
from elearn.learning.models import WatchEvidence, WatchSession
from elearn.learning.rules import Seconds, SessionKind
from elearn.learning.viewings.models import (
    SharedPresence,
    SharedStretch,
    SharedStretchPerson,
    SharedViewing,
)
from elearn.learning.viewings.rules import Played, Span

_S, _SAT, _V = SharedStretch, SharedStretchPerson, SharedViewing


@dataclass(frozen=True, slots=True)
class Laid:
    """The stretches of a viewing by their numbers, and of each person those she sat in."""

    stretches: Mapping[int, Played]
    sat: Mapping[int, Sequence[Played]]


def laid_of(db: Session, viewing: SharedViewing) -> Laid:
    """Return what was played before whom; two queries."""
    rows = db.scalars(
        select(_S).where(_S.viewing_id == viewing.id).order_by(_S.first_at, _S.number)
    )
    stretches = {row.number: played_in(row) for row in rows}
    pairs = select(_SAT.person_id, _SAT.number).where(_SAT.viewing_id == viewing.id)
    sat: dict[int, list[Played]] = defaultdict(list)
    for person_id, number in db.execute(pairs):
        sat[person_id].append(stretches[number])
    return Laid(stretches, sat)


def played_in(row: SharedStretch) -> Played:
    seconds = Seconds.from_bytes(row.played)
    return Played(row.number, row.form, seconds, Span(row.first_at, row.last_at))


def present_last(db: Session, viewing: SharedViewing) -> dict[int, datetime]:
    """Return who sat in the stretch that was played last, each with since when; two queries."""
    laid = laid_of(db, viewing)
    last = max(laid.stretches.values(), key=lambda one: one.span.last, default=None)
    return {
        person_id: min(one.span.first for one in sat)
        for person_id, sat in laid.sat.items()
        if last in sat
    }


def led(db: Session, viewing: SharedViewing) -> Seconds:
    """Return which seconds the leader's own visits played since she opened the viewing; one query.

    Her player may have been opened anew, or have played a copy it fetched before.
    """
    evidence, visit = WatchEvidence, WatchSession
    was_then = either(
        visit.opened_at >= viewing.opened_at,
        (visit.kind == SessionKind.OFFLINE) & (evidence.last_at >= viewing.opened_at),
    )
    claimed = db.scalars(
        select(evidence.claimed)
        .join(visit, visit.id == evidence.watch_session_id)
        .where(visit.person_id.in_(people.entry_ids(viewing.led_by_id)))
        .where(visit.medium_version_id == viewing.medium_version_id)
        .where(visit.kind != SessionKind.SHARED, was_then)
    )
    return reduce(or_, (Seconds.from_bytes(one) for one in claimed), Seconds())


def elsewhere(
    db: Session, viewing: SharedViewing, wholes: Mapping[int, int], *, is_credited: bool
) -> Mapping[int, Sequence[Span]]:
    """Return when people sat before other screens, or led there, by who stands for them.

    With `is_credited` only what they were credited for counts, and what they led; else whatever
    somebody marked, unless she says it is not so. Two queries.
    """
    one = SharedPresence
    others = [_S.viewing_id != viewing.id, _S.last_at > viewing.opened_at]
    counts: ColumnElement[bool] = one.objected_at.is_(None) & one.struck_at.is_(None)
    if is_credited:
        counts = one.confirmed_at.is_not(None)
    found: dict[int, list[Span]] = defaultdict(list)
    for row in db.execute(_sitting(wholes.keys()).where(*others, counts)):
        found[wholes[row[0]]].append(Span(*row[1:]))
    for row in db.execute(_leading(wholes.keys()).where(*others)):
        found[wholes[row[0]]].append(Span(*row[1:]))
    return found


def _sitting(person_ids: Collection[int]) -> Select[int, datetime, datetime]:
    return (
        select(_SAT.person_id, _S.first_at, _S.last_at)
        .join(_S, _same_stretch())
        .join(
            SharedPresence,
            (SharedPresence.viewing_id == _SAT.viewing_id)
            & (SharedPresence.person_id == _SAT.person_id),
        )
        .where(_SAT.person_id.in_(person_ids))
    )


def _leading(person_ids: Collection[int]) -> Select[int, datetime, datetime]:
    return (
        select(_V.led_by_id, _S.first_at, _S.last_at)
        .join(_S, _S.viewing_id == _V.id)
        .where(_V.led_by_id.in_(person_ids))
    )


def _same_stretch() -> ColumnElement[bool]:
    return (_S.viewing_id == _SAT.viewing_id) & (_S.number == _SAT.number)

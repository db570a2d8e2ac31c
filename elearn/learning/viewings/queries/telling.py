"""Who was present in a viewing, from when to when, and what of it counts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from operator import or_

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import people
from elearn.access import Actor
from elearn.learning.models import WatchEvidence
from elearn.learning.rules import Seconds
from elearn.learning.viewings.models import SharedPresence, SharedViewing
from elearn.learning.viewings.queries.laid import elsewhere, laid_of, led
from elearn.learning.viewings.rules import Played, Span, counted
from elearn.people import Person

#: Who went out for less is not said to have left.
_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody's presence: her name, if the reader may know it, her times, her seconds."""

    presence: SharedPresence
    name: str | None
    spans: Sequence[Span]
    #: How many distinct seconds were shown while she was there …
    sat: int
    #: … and how many of these count as things stand, or did when she was credited.
    counts: int


@dataclass(frozen=True, slots=True)
class Roll:
    """All who were present, how many seconds were shown, and how many the leader played."""

    lines: Sequence[Attended]
    shown: int
    led: int


def roll_of(db: Session, actor: Actor, viewing: SharedViewing) -> Roll:
    """Return the roll of a viewing, in the order of given names; at most eleven queries."""
    presences = _presences(db, viewing)
    laid, played = laid_of(db, viewing), led(db, viewing)
    wholes = people.wholes_of(db, [one.person_id for one in presences])
    busy = elsewhere(db, viewing, wholes, is_credited=True)
    names, kept = _names(db, actor, presences), _credited(db, presences)
    lines = []
    for one in presences:
        sat = laid.sat.get(one.person_id, ())
        counts = _all(counted(sat, played, busy.get(wholes[one.person_id], ())).values())
        if one.watch_session_id is not None:
            counts = kept[one.watch_session_id]
        shown = _all(stretch.seconds for stretch in sat)
        name = names.get(one.person_id)
        lines.append(Attended(one, name, spans_of(sat), len(shown), len(counts)))
    shown = _all(one.seconds for one in laid.stretches.values())
    return Roll(lines, len(shown), len(shown & played))


def _presences(db: Session, viewing: SharedViewing) -> Sequence[SharedPresence]:
    hers = select(SharedPresence).join(SharedPresence.person)
    hers = hers.where(SharedPresence.viewing_id == viewing.id)
    return db.scalars(hers.order_by(Person.sort_key, Person.id)).all()


def _names(db: Session, actor: Actor, presences: Collection[SharedPresence]) -> dict[int, str]:
    """Return the names of those the actor may see."""
    named = select(Person.id, Person.full_name).where(people.visible_to(db, actor))
    named = named.where(Person.id.in_([one.person_id for one in presences]))
    return dict(db.execute(named).all())


def _credited(db: Session, presences: Collection[SharedPresence]) -> Mapping[int, Seconds]:
    """Return what counted for those who were credited, by their visits."""
    visits = [one.watch_session_id for one in presences if one.watch_session_id is not None]
    one, found = WatchEvidence, dict.fromkeys(visits, Seconds())
    rows = select(one.watch_session_id, one.claimed, one.refused)
    for key, claimed, refused in db.execute(rows.where(one.watch_session_id.in_(visits))):
        found[key] |= Seconds.from_bytes(claimed) - Seconds.from_bytes(refused)
    return found


def _all(some: Iterable[Seconds]) -> Seconds:
    return reduce(or_, some, Seconds())


def spans_of(stretches: Iterable[Played]) -> list[Span]:
    """Return from when to when somebody was there, without the short breaks between stretches."""
    spans: list[Span] = []
    for one in sorted(stretches, key=lambda one: one.span.first):
        if spans and one.span.first - spans[-1].last <= _PAUSE:
            spans[-1] |= one.span
        else:
            spans.append(one.span)
    return spans

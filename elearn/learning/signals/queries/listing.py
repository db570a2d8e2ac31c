"""Pages of signals: what an actor may see, what falls into an outage last."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.access import Actor
from elearn.learning.signals.models import Signal, SignalPerson
from elearn.learning.signals.queries.sight import visible_to
from elearn.learning.signals.rules import SignalKind, SignalState
from elearn.people import Person

PAGE = 30
NAMED = 3  # Of the persons a signal is about, in a list.


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: how it stands, and of which kind if not of any."""

    state: SignalState = SignalState.OPEN
    kind: SignalKind | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A signal in a list: whom it is about, by the first of the names that may be known."""

    signal: Signal
    names: tuple[str, ...]
    persons: int

    @property
    def others(self) -> int:
        return self.persons - len(self.names)


@dataclass(frozen=True, slots=True)
class SignalPage:
    """One page of signals, and how many there are."""

    lines: tuple[Line, ...]
    count: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // PAGE))


def signal_page(db: Session, actor: Actor, asked: Asked) -> SignalPage:
    """Return a page of signals, the latest first; a bounded number of queries."""
    found = select(Signal).where(Signal.state == asked.state, visible_to(db, actor))
    if asked.kind:
        found = found.where(Signal.kind == asked.kind)
    count = db.scalar(select(func.count()).select_from(found.subquery())) or 0
    in_order = (Signal.outage_id.is_not(None), Signal.found_at.desc(), Signal.id.desc())
    rows = db.scalars(
        found.options(joinedload(Signal.outage))
        .order_by(*in_order)
        .limit(PAGE)
        .offset(PAGE * (asked.page - 1))
    ).all()
    counts, names = _persons(db, actor, [row.id for row in rows])
    lines = tuple(Line(row, tuple(names[row.id][:NAMED]), counts[row.id]) for row in rows)
    return SignalPage(lines, count, asked.page)


def _persons(
    db: Session, actor: Actor, signal_ids: Collection[int]
) -> tuple[dict[int, int], dict[int, list[str]]]:
    about = SignalPerson.signal_id
    every = select(about, func.count()).where(about.in_(signal_ids)).group_by(about)
    seen = (
        select(about, Person.full_name)
        .join(Person, Person.id == SignalPerson.person_id)
        .where(about.in_(signal_ids), people.visible_to(db, actor))
        .order_by(Person.sort_key, Person.id)
    )
    names: dict[int, list[str]] = defaultdict(list)
    for key, name in db.execute(seen):
        names[key].append(name)
    return dict(db.execute(every).all()), names

"""Lists of external records: a person's own, and what waits where one decides."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, joinedload

from elearn import clock, people
from elearn.access import Actor
from elearn.learning.models import ExternalRecord
from elearn.learning.queries.external.doubles import doubles_among
from elearn.learning.queries.external.sight import decidable, is_others, records_visible_to
from elearn.learning.rules.external import RecordState

PAGE = 30
MOST_COUNTED = 100
R = ExternalRecord
_WHOLE = (joinedload(R.person), joinedload(R.programme_version))


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as the queue tells it: whether the reader may decide, and whether one is alike."""

    record: ExternalRecord
    may_decide: bool
    has_doubles: bool
    #: The post she holds or held last.
    term: people.Term | None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page of the queue, how many there are in each state, and whence the next begins."""

    rows: Sequence[RecordRow]
    counts: dict[RecordState, int] = field(default_factory=dict)
    next_after: int | None = None


def records_of(db: Session, person_id: int) -> Sequence[ExternalRecord]:
    """Return the records about a person, of all her entries, the last course first."""
    hers = R.person_id.in_(people.entry_ids(person_id))
    found = select(R).where(hers).options(*_WHOLE).order_by(R.last_on.desc(), R.id.desc())
    return db.scalars(found).all()


def records_page(
    db: Session, actor: Actor, state: RecordState, *, after: int | None = None
) -> RecordPage:
    """Return a page of the records of others the actor may see; a bounded number of queries.

    What waits comes in the order it was entered, what was decided the latest first.
    """
    waits = state is RecordState.WAITING
    seen = records_visible_to(db, actor)
    found = select(R).where(seen, R.state == state).options(*_WHOLE)
    if after is not None:
        found = found.where(R.id > after if waits else R.id < after)
    got = db.scalars(found.order_by(R.id if waits else R.id.desc()).limit(PAGE + 1)).all()
    counts = dict(db.execute(select(R.state, func.count()).where(seen).group_by(R.state)).all())
    next_after = got[PAGE - 1].id if len(got) > PAGE else None
    return RecordPage(_rows(db, actor, got[:PAGE]), counts, next_after)


def _rows(db: Session, actor: Actor, shown: Sequence[ExternalRecord]) -> Sequence[RecordRow]:
    if not shown:
        return ()
    mine = decidable(db, actor, shown)
    doubles = doubles_among(db, [one for one in shown if one.is_waiting])
    terms = people.terms_of(db, {one.person_id for one in shown}, day=clock.today())
    return [
        RecordRow(
            one,
            one.id in mine,
            bool(doubles.get(one.id)),
            next(iter(terms.get(one.person_id, ())), None),
        )
        for one in shown
    ]


def waiting_for(db: Session, actor: Actor) -> int:
    """Return how many records wait that the actor may decide upon, a hundred at most.

    Whoever has moved away is counted at both places, until one of them has decided.
    """
    anything = exists().where(R.state == RecordState.WAITING)
    if not (people.decides_anywhere(actor) and db.scalar(select(anything))):
        return 0
    grants = tuple(one for one in actor.grants if one.role in people.DECIDING and not one.proposes)
    there = records_visible_to(db, Actor(None, grants))
    found = select(R.id).where(R.state == RecordState.WAITING, there)
    if actor.person_id is not None:
        found = found.where(is_others(actor.person_id))
    return db.scalar(select(func.count()).select_from(found.limit(MOST_COUNTED).subquery())) or 0

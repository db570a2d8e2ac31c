"""One page of the list of people an actor may see, in the order of given names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select, tuple_, union_all
from sqlalchemy.orm import Session

from elearn.access import Actor
from elearn.people.models import ListedTenure, Person
from elearn.people.queries.listing.asked import Asked, Filters
from elearn.people.queries.listing.ways import Strand, Way, shortest
from elearn.people.queries.listing.words import sought
from elearn.people.queries.sight import scope_of
from elearn.people.queries.tenures import Term, placed, unplaced_terms

PAGE = 50
#: Those found are counted so far, and only along a way that is short.
COUNTED = 1_000
_SHORT = 3_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list, with the posts she holds on the day and the last she held before."""

    person: Person
    terms: tuple[Term, ...]
    former: Term | None = None


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list, and the keys after and before which the pages beside it lie.

    `count` tells how many there are, if that is known; `COUNTED + 1` stands for more.
    """

    rows: tuple[Listed, ...]
    next_after: int | None
    previous_before: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a page begins: after the person of a key, or before one, else at the start."""

    key: int | None = None
    is_back: bool = False


START = Turn()
ALL = Filters()


def is_listed(db: Session) -> bool:
    """Return whether the list was made, if there is anybody to stand in it."""
    anybody, listed = select(Person.id).limit(1), select(ListedTenure.id).limit(1)
    return db.scalar(anybody) is None or db.scalar(listed) is not None


def people_page(
    db: Session, actor: Actor, filters: Filters = ALL, turn: Turn = START, *, day: date
) -> ListPage:
    """Return one page of people, in the order of given names; at most eight queries.

    The text is words of a name, with or without diacritics, the last of them perhaps only begun; or
    a telephone number, whole, its beginning or its last digits.
    """
    asked = _asked(db, actor, filters, day)
    return ListPage((), None) if asked.sought.is_nonsense else _page(db, asked, turn)


def _asked(db: Session, actor: Actor, filters: Filters, day: date) -> Asked:
    scope = scope_of(db, actor)
    ground = None if scope.is_everything else scope.ground
    return Asked(filters, sought(filters.text), ground, actor.person_id, day)


def _page(db: Session, asked: Asked, turn: Turn) -> ListPage:
    way, length = shortest(db, asked)
    last = db.get(Person, turn.key) if turn.key else None
    is_counted = last is None and length <= _SHORT
    found = _keys(db, way, turn if last else START, last, COUNTED + 1 if is_counted else PAGE + 1)
    keys, is_more = found[:PAGE], len(found) > PAGE
    is_back = turn.is_back and last is not None
    if is_back:
        keys.reverse()
    has_next = is_more or is_back
    has_previous = is_more if is_back else last is not None
    return ListPage(
        _listed(db, keys, asked.day),
        keys[-1] if keys and has_next else None,
        keys[0] if keys and has_previous else None,
        len(found) if is_counted else None,
    )


def _keys(db: Session, way: Way, turn: Turn, last: Person | None, limit: int) -> list[int]:
    """Return the keys of the next people along a way; one query."""
    parts = [_next(strand, turn, last, limit).subquery() for strand in way.all]
    if len(parts) == 1:
        return list(db.scalars(select(parts[0].c.person_id)))
    every = union_all(*(select(part.c.sort_key, part.c.person_id) for part in parts)).subquery()
    found = select(every.c.sort_key, every.c.person_id).distinct()
    ordered = _ordered(found, every.c.sort_key, every.c.person_id, turn).limit(limit)
    return [person_id for _, person_id in db.execute(ordered)]


def _next(strand: Strand, turn: Turn, last: Person | None, limit: int) -> Select[Any]:
    rows = strand.rows
    if last is not None:
        place, there = tuple_(strand.sort_key, strand.person_id), (last.sort_key, last.id)
        rows = rows.where(place < there if turn.is_back else place > there)
    return _ordered(rows, strand.sort_key, strand.person_id, turn).limit(limit)


def _ordered(rows: Select[Any], sort_key: Any, person_id: Any, turn: Turn) -> Select[Any]:
    if turn.is_back:
        return rows.order_by(sort_key.desc(), person_id.desc())
    return rows.order_by(sort_key, person_id)


def _listed(db: Session, keys: Sequence[int], day: date) -> tuple[Listed, ...]:
    if not keys:
        return ()
    hers = or_(Person.id.in_(keys), Person.same_as_id.in_(keys))
    entries = db.scalars(select(Person).where(hers).order_by(Person.id)).all()
    persons = {one.id: one for one in entries}
    whole_of = {one.id: one.same_as_id or one.id for one in entries}
    terms = _by_whole(unplaced_terms(db, whole_of), whole_of)
    shown = [term for hers in terms.values() for term in _shown(hers, day)]
    told = _by_whole(placed(db, shown, day), whole_of)
    return tuple(_one(persons[key], told[key], day) for key in keys)


def _by_whole(terms: Sequence[Term], whole_of: Mapping[int, int]) -> dict[int, list[Term]]:
    found: dict[int, list[Term]] = defaultdict(list)
    for term in terms:
        found[whole_of[term.person_id]].append(term)
    return found


def _shown(terms: Sequence[Term], day: date) -> Sequence[Term]:
    """Return what somebody holds on the day, or else the one that ended last before it."""
    if held := [term for term in terms if term.is_held_on(day)]:
        return held
    past = [term for term in terms if term.valid_to and term.valid_to < day]
    return sorted(past, key=lambda term: (term.valid_to, term.tenure_id))[-1:]


def _one(person: Person, shown: Sequence[Term], day: date) -> Listed:
    held = tuple(term for term in shown if term.is_held_on(day))
    return Listed(person, held, None if held or not shown else shown[0])

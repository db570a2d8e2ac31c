"""Ways through the list: by place, by post, by a word, or one after another; the shortest is taken.

The planners of databases know how long an index is, but neither that half of all names hold "thi"
nor that a list of fifty may stop early. So the stretches that would be walked are counted, never
further than matters, and the shortest is walked in the order of the list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all
from sqlalchemy.orm import Session

from elearn.people.models import FoundWord, ListedTenure, Person
from elearn.people.queries.grounds import Ground
from elearn.people.queries.listing.asked import Asked, Held, Row, begins
from elearn.people.queries.listing.words import Stretch

#: Longer than this is long: a way through more is taken only where nothing is shorter.
LONG = 30_000
_ENDLESS = 10**9
_FEW = 8  # Communes walked each by itself; more are walked within their provinces.


@dataclass(frozen=True, slots=True)
class Strand:
    """A stretch of one index in the order of the list, and what else must be true of its rows."""

    sort_key: Any
    person_id: Any
    stretch: ColumnElement[bool]
    others: Sequence[ColumnElement[bool]] = ()
    is_repeating: bool = False

    @property
    def rows(self) -> Select[Any]:
        columns = self.sort_key.label("sort_key"), self.person_id.label("person_id")
        found = select(*columns).where(self.stretch, *self.others)
        return found.distinct() if self.is_repeating else found

    @property
    def length(self) -> Select[int]:
        """Return the query that counts the stretch as far as it matters."""
        some = select(literal(1)).select_from(self.person_id.class_).where(self.stretch)
        return select(func.count()).select_from(some.limit(LONG).subquery())


@dataclass(frozen=True, slots=True)
class Way:
    """Strands that together pass everybody who is wanted; `sorted` ones cannot be left early."""

    strands: tuple[Strand, ...]
    sorts: tuple[Strand, ...] = ()

    @property
    def all(self) -> tuple[Strand, ...]:
        return (*self.strands, *self.sorts)


def shortest(db: Session, asked: Asked) -> tuple[Way, int]:
    """Return the way to take and how many rows lie along it at most; one query, or none."""
    ways = list(_ways(asked))
    if not ways:
        return _everybody(asked), LONG
    lengths = _lengths(db, ways)
    best, length = min(
        zip(ways, (_cost(way, lengths) for way in ways), strict=True), key=lambda pair: pair[1]
    )
    return (best, length) if length < _ENDLESS else (_everybody(asked), LONG)


def _ways(asked: Asked) -> Iterator[Way]:
    """Yield the ways there are, the one to be taken among equals first."""
    for ground in asked.grounds:
        yield _by_place(asked, ground)
    post = ListedTenure.post_key
    if asked.filters.held is Held.NEVER:
        yield Way((_rows(asked, post.is_(None)),))
    elif asked.filters.posts:
        yield Way(tuple(_rows(asked, post == key) for key in asked.filters.posts))
    yield from _by_text(asked)


def _by_text(asked: Asked) -> Iterator[Way]:
    for one in asked.sought.words:
        yield Way((_words(asked, FoundWord.word == one),))
    if asked.sought.last:
        yield _by_beginning(asked, asked.sought.last)
    if ends := asked.sought.phone:
        yield Way((), tuple(_words(asked, begins(FoundWord.word, one)) for one in ends))


def _by_place(asked: Asked, ground: Ground) -> Way:
    row = ListedTenure
    few = len(ground.spots) <= _FEW
    provinces = ground.provinces if few else ground.provinces | ground.around
    stretches = [row.province_id == key for key in sorted(provinces)]
    if few:
        stretches += [row.spot_id == key for key in sorted(ground.spots)]
    stretches.append(asked.is_oneself(row))
    return Way(tuple(_rows(asked, one) for one in stretches))


def _by_beginning(asked: Asked, last: Stretch) -> Way:
    """Return the way by a word that may be whole; longer words have to be put in order first."""
    whole = _words(asked, FoundWord.word == last.beginning)
    longer = _words(asked, (FoundWord.word > last.beginning) & (FoundWord.word < last.end))
    return Way((whole,), (longer,))


def _rows(asked: Asked, stretch: ColumnElement[bool]) -> Strand:
    row: Row = ListedTenure
    text = asked.of_words(row.person_id) if asked.sought.phone else asked.of_names(row.names)
    others = [*asked.of_row(row), *text]
    return Strand(row.sort_key, row.person_id, stretch, others, is_repeating=True)


def _words(asked: Asked, stretch: ColumnElement[bool]) -> Strand:
    names = [] if asked.sought.phone else asked.of_names(FoundWord.names)
    others = [*names, *asked.of_person(FoundWord.person_id)]
    return Strand(FoundWord.sort_key, FoundWord.person_id, stretch, others)


def _everybody(asked: Asked) -> Way:
    others = [*asked.of_words(Person.id), *asked.of_person(Person.id)]
    stands_for_her = func.coalesce(Person.same_as_id, 0) == 0  # In the order of names, not of this.
    return Way((Strand(Person.sort_key, Person.id, stands_for_her, others),))


def _lengths(db: Session, ways: Sequence[Way]) -> dict[int, int]:
    """Return how long each strand is, or that it is long; one query."""
    strands = [strand for way in ways for strand in way.all]
    counts = [select(literal(id(strand)), strand.length.scalar_subquery()) for strand in strands]
    return dict(db.execute(union_all(*counts)).all())


def _cost(way: Way, lengths: dict[int, int]) -> int:
    if any(lengths[id(strand)] >= LONG for strand in way.sorts):
        return _ENDLESS
    return sum(lengths[id(strand)] for strand in way.all)

"""What narrows a list of people, as conditions on the rows it is made of."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute as Attribute
from sqlalchemy.orm import aliased

from elearn.people.models import FoundWord, ListedTenure, Person
from elearn.people.queries.grounds import Ground
from elearn.people.queries.listing.words import Sought, Stretch
from elearn.people.queries.persons import canonical_id

Row = type[ListedTenure]


class Held(StrEnum):
    """Whether those listed hold a post today, held one, or never did."""

    NOW = "now"
    FORMERLY = "formerly"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Filters:
    """What somebody narrows the list to; every part may be left out."""

    text: str = ""
    ground: Ground | None = None
    posts: tuple[str, ...] = ()
    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted, by whom, on which day; `scope` is absent for who sees the whole country."""

    filters: Filters
    sought: Sought
    scope: Ground | None
    actor_id: int | None
    day: date
    grounds: tuple[Ground, ...] = field(init=False)

    def __post_init__(self) -> None:
        both = (self.filters.ground, self.scope)
        object.__setattr__(self, "grounds", tuple(one for one in both if one is not None))

    @property
    def asks_of_rows(self) -> bool:
        """Return whether anything is asked of the posts somebody holds and held."""
        return bool(self.grounds or self.filters.posts or self.filters.held)

    def of_row(self, row: Row) -> list[ColumnElement[bool]]:
        """Return what must be true of one tenure, its days included."""
        match self.filters.held:
            case Held.NOW:
                return [*self._there(row), self._today(row)]
            case Held.FORMERLY:
                return [*self._there(row), _post(row) != "", self._none_today(row)]
            case Held.NEVER:
                return [*self._there(row), _post(row) == ""]
        return self._there(row)

    def _there(self, row: Row) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if self.filters.ground is not None:
            conditions.append(within(row, self.filters.ground))
        if self.scope is not None:
            conditions.append(or_(within(row, self.scope), self.is_oneself(row)))
        if self.filters.posts:
            conditions.append(_post(row).in_(self.filters.posts))
        return conditions

    def is_oneself(self, row: Row) -> ColumnElement[bool]:
        own = select(canonical_id()).where(Person.id == self.actor_id).scalar_subquery()
        return row.person_id == own

    def _today(self, row: Row) -> ColumnElement[bool]:
        return and_(
            row.valid_from <= self.day, or_(row.valid_to.is_(None), row.valid_to >= self.day)
        )

    def _none_today(self, row: Row) -> ColumnElement[bool]:
        other = aliased(ListedTenure)
        held = select(other.id).where(other.person_id == row.person_id)
        return ~exists(held.where(*self._there(other), self._today(other)))

    def of_names(self, names: Attribute[str]) -> list[ColumnElement[bool]]:
        """Return what must be true of all names of somebody, a blank around each word."""
        parts = [f" {word} " for word in self.sought.words]
        if self.sought.last:
            parts.append(f" {self.sought.last.beginning}")
        return [names.contains(part) for part in parts]

    def of_words(self, person_id: Attribute[int]) -> list[ColumnElement[bool]]:
        """Return what must be true of the words by which a person is found."""
        found, held = FoundWord.person_id == person_id, FoundWord.word.concat("")
        whole = [held == word for word in self.sought.words]
        begun = [begins(held, self.sought.last)] if self.sought.last else []
        number = [or_(false(), *(begins(held, one) for one in self.sought.phone))][
            : len(self.sought.phone)
        ]
        return [
            exists(select(FoundWord.word).where(found, one)) for one in (*whole, *begun, *number)
        ]

    def of_person(self, person_id: Attribute[int]) -> list[ColumnElement[bool]]:
        """Return what must be true of somebody, apart from her names."""
        if not self.asks_of_rows:
            return []
        row = aliased(ListedTenure)
        return [exists(select(row.id).where(row.person_id == person_id, *self.of_row(row)))]


# What only narrows is written so that no index can serve it: the way is chosen by what was counted.


def _post(row: Row) -> ColumnElement[str]:
    return func.coalesce(row.post_key, "")


def within(row: Row, ground: Ground) -> ColumnElement[bool]:
    """Return the condition that a row counts in the ground."""
    in_province = (row.province_id + 0).in_(ground.provinces)
    return or_(false(), in_province, (row.spot_id + 0).in_(ground.spots))


def begins(word: Any, stretch: Stretch) -> ColumnElement[bool]:
    """Return the condition that a word begins so."""
    return and_(word >= stretch.beginning, word < stretch.end)

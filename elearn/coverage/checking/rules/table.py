"""The table that is checked: one row a printed figure, with what the document says around it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from elearn.coverage.checking.rules.numbers import Found, decimals_of, numbers_in
from elearn.coverage.checking.rules.units import Kind, Unit


@dataclass(frozen=True, slots=True)
class Fraction:
    """Numerator and denominator of a figure; persons and turns are whole, money need not be."""

    n: Decimal
    of: Decimal

    @property
    def is_whole(self) -> bool:
        return self.n == int(self.n) and self.of == int(self.of)


@dataclass(frozen=True)
class Row:
    """A printed figure: whose, when, its value and unit, and the sentence it stands in."""

    line: int
    source: str
    indicator: str
    group: str
    level: str
    area: str
    when: str
    fraction: Fraction | None
    value: str
    unit: Unit
    quote: str

    @property
    def number(self) -> Decimal:
        """Return the value, where it is a number."""
        return Decimal(self.value)

    @property
    def decimals(self) -> int:
        return decimals_of(self.number)

    @property
    def scope(self) -> tuple[str, str, str, str]:
        """Return of whom, where and when its source speaks."""
        return self.source, self.group, self.area, self.when

    @property
    def stem(self) -> str:
        """Return what its indicator shares with the other parts of one distribution."""
        whole, is_part, _ = self.indicator.partition(":")
        return whole if is_part else whole.partition("_")[0]

    @property
    def is_bare(self) -> bool:
        """Return whether it is a number that no fraction stands behind."""
        return self.fraction is None and self.unit.kind in (Kind.COUNT, Kind.MONEY)

    @cached_property
    def quoted(self) -> tuple[Found, ...]:
        return numbers_in(self.quote)


class Table:
    """All rows of a table, and what some of them say of others."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)

    def told_of(self, row: Row) -> frozenset[Decimal]:
        """Return the numbers that stand in rows of their own for the same people and days."""
        return self._told.get(row.scope, frozenset())

    def headcounts(self, row: Row) -> tuple[Row, ...]:
        """Return the numbers of persons that its source tells of the same people, on any day."""
        return self._headcounts.get(row.scope[:3], ())

    def sharing_base(self, row: Row) -> tuple[Row, ...]:
        """Return the other shares that its source takes of the same base."""
        return tuple(one for one in self._shares.get(_base(row), ()) if one is not row)

    @cached_property
    def _bare(self) -> tuple[Row, ...]:
        return tuple(one for one in self.rows if one.is_bare and one.unit.bound is None)

    @cached_property
    def _told(self) -> Mapping[object, frozenset[Decimal]]:
        return {
            scope: frozenset(one.number for one in rows)
            for scope, rows in _by(self._bare, lambda one: one.scope).items()
        }

    @cached_property
    def _headcounts(self) -> Mapping[object, tuple[Row, ...]]:
        persons = (
            one
            for one in self._bare
            if one.unit.counts_persons and one.number == int(one.number) > 0
        )
        return _by(persons, lambda one: one.scope[:3])

    @cached_property
    def _shares(self) -> Mapping[object, tuple[Row, ...]]:
        return _by((one for one in self.rows if one.fraction), _base)


def _base(row: Row) -> tuple[object, ...]:
    return row.source, row.unit.kind, row.fraction.of if row.fraction else None


def _by(rows: Iterable[Row], key: Callable[[Row], object]) -> Mapping[object, tuple[Row, ...]]:
    """Return rows by what they share, so that a long table is gone through once."""
    found: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {shared: tuple(together) for shared, together in found.items()}

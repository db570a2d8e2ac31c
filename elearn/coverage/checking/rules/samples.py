"""How many persons or turns are to be made for a row, so that the engine can count them."""

from dataclasses import dataclass

from elearn.coverage.checking.rules.shares import smallest_base
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.units import MEASURED, Kind

#: What is more than this would take long to write, and is divided and rounded only.
MOST, MOST_IN_ALL = 1_000_000, 3_000_000
_TURN_WORDS = ("participation", "attainment")
_TURNS_EACH = 100


@dataclass(frozen=True, slots=True)
class Sample:
    """People to be made for a row: so many in post, and so many of them trained, or turns."""

    in_post: int
    reached: int
    are_turns: bool
    #: What turns are a part of, where that is not the people in post: a target, all turns.
    target: int | None = None

    @property
    def size(self) -> int:
        return max(self.in_post, self.reached)


def samples_of(table: Table) -> dict[int, Sample]:
    """Return, by line, the people to be made for each row that people can be made for."""
    found, written = dict[int, Sample](), 0
    for row in table.rows:
        sample = _sample(row)
        if sample and sample.size <= MOST and written + sample.size <= MOST_IN_ALL:
            found[row.line] = sample
            written += sample.size
    return found


def base_of(row: Row) -> Fraction | None:
    """Return the fraction of a row or, of a bare share, the smallest that prints so."""
    if row.fraction or row.unit.kind is not Kind.PERCENT:
        return row.fraction
    return smallest_base(row.number, row.decimals)


def _sample(row: Row) -> Sample | None:
    """Return how many to make: turns where the row counts turns, or more than the whole."""
    base = base_of(row)
    if base is None or not base.is_whole or row.unit.kind not in MEASURED - {Kind.MONEY}:
        return None
    reached, of = int(base.n), int(base.of)
    if reached <= of and not _counts_turns(row):
        return Sample(of, reached, are_turns=False)
    if row.unit.kind is Kind.QUOTIENT:
        return Sample(of, reached, are_turns=True)
    return Sample(max(-(-reached // _TURNS_EACH), 1), reached, are_turns=True, target=of)


def _counts_turns(row: Row) -> bool:
    told = f"{row.indicator} {row.unit.name}"
    return row.unit.kind is Kind.QUOTIENT or any(word in told for word in _TURN_WORDS)

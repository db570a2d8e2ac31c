"""What the document itself says of a numerator: only what it prints can be an error of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from elearn.coverage.checking.rules.numbers import Found, written
from elearn.coverage.checking.rules.shares import EACH, PERCENT, exactly, is_within_a_step
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.units import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """Whether a numerator stands in the document, and which number stands there instead."""

    is_printed: bool
    instead: str = ""


def evidence_of(row: Row, table: Table) -> Evidence:
    """Return what the sentence of a share, and rows told of the same people and days, say of it.

    A numerator that stands nowhere was worked out by whoever made the table; that is denied where
    the sentence counts people or turns otherwise, or prints another number that gives the value.
    Where no sentence is given, nothing is denied and everything is believed.
    """
    if row.fraction is None or not row.quote or not scale_of(row):
        return Evidence(is_printed=True)
    quoted = {found.number for found in counts_in(row)}
    if row.fraction.n in quoted | (table.told_of(row) - {row.fraction.of}):
        return Evidence(is_printed=True)
    instead = next(_instead(row, row.fraction, table), None)
    return Evidence(is_printed=False, instead="" if instead is None else written(instead))


def _instead(row: Row, fraction: Fraction, table: Table) -> Iterator[Decimal]:
    known = {fraction.n, fraction.of, row.number}
    counts = counts_in(row)
    yield from (one.number for one in counts if one.counts_people and one.number not in known)
    numbers = [*(one.number for one in counts), *sorted(table.told_of(row))]
    for number in numbers:
        exact = exactly(Fraction(number, fraction.of), scale_of(row))
        if number not in known and is_within_a_step(exact, row.number, row.decimals):
            yield number


def counts_in(row: Row) -> Sequence[Found]:
    """Return the numbers of a sentence that may count something.

    A percentage counts nobody, also where the numerator happens to be the same number; nor does
    the value of a share, where it stands in the sentence without its sign.
    """
    found = [one for one in row.quoted if not one.is_share]
    if scale_of(row) != PERCENT or any(_is_value(one, row) for one in row.quoted if one.is_share):
        return found
    value = next((one for one in found if _is_value(one, row) and not one.counts_people), None)
    return [one for one in found if one is not value]


def _is_value(found: Found, row: Row) -> bool:
    return found.number == row.number


def scale_of(row: Row) -> int:
    """Return in what a share is told: hundredths, each; nothing where it is no share."""
    return {Kind.PERCENT: PERCENT, Kind.QUOTIENT: EACH}.get(row.unit.kind, 0)

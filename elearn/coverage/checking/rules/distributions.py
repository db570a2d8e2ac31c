"""The parts of one distribution, which must add up to their base or leave a named rest."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from elearn.coverage.checking.rules.numbers import written
from elearn.coverage.checking.rules.outcomes import Name, Remark
from elearn.coverage.checking.rules.shares import PERCENT
from elearn.coverage.checking.rules.table import Row, Table
from elearn.coverage.checking.rules.units import MEASURED, Kind
from elearn.text import Message, msg


def distributions(table: Table) -> Iterator[Remark]:
    """Yield each distribution whose parts come to more or less than their base."""
    families: dict[Any, list[Row]] = defaultdict(list)
    for row in table.rows:
        if row.unit.kind in MEASURED and row.unit.bound is None:
            families[_family(row)].append(row)
    for rows in families.values():
        if len({row.indicator for row in rows}) == len(rows) > 1:
            yield from _amiss(rows)


def _family(row: Row) -> tuple[object, ...]:
    """Return what the parts of one distribution share: one sentence, one base, one unit."""
    base = row.fraction.of if row.fraction else None
    return *row.scope, row.level, row.quote, row.stem, row.unit.name, base


def _amiss(rows: Sequence[Row]) -> Iterator[Remark]:
    found = _sum_of(rows)
    if found is None:
        return
    total, base, tolerance = found
    if abs(total - base) > tolerance:
        name = Name.GAP if total < base else Name.EXCESS
        rest = f"{abs(total - base).normalize():f}"
        yield Remark(tuple(rows), name, _told(total, base, name), rest)


def _told(total: Decimal, base: Decimal, name: Name) -> Message:
    if name is Name.GAP:
        return msg(
            "cộng lại %(total)s trong %(base)s, thiếu %(rest)s: phần không rõ phải ghi ra",
            total=written(total),
            base=written(base),
            rest=written(base - total),
        )
    return msg(
        "cộng lại %(total)s trong %(base)s, thừa %(rest)s",
        total=written(total),
        base=written(base),
        rest=written(total - base),
    )


def _sum_of(rows: Sequence[Row]) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return what the parts come to, to what they should, and by how much rounding may part them.

    Bare shares add up to 100; bare numbers have no base they could be held against.
    """
    counted = [row.fraction for row in rows if row.fraction]
    if counted:
        total = sum((fraction.n for fraction in counted), Decimal(0))
        return total, counted[0].of, Decimal(0)
    if rows[0].unit.kind is not Kind.PERCENT:
        return None
    rounding = sum((Decimal(1).scaleb(-row.decimals) / 2 for row in rows), Decimal(0))
    return sum((row.number for row in rows), Decimal(0)), Decimal(PERCENT), rounding

"""Differences that rows have among themselves or with their sentence, each found by a rule."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from elearn.coverage.checking.rules.bases import base_remarks
from elearn.coverage.checking.rules.distributions import distributions
from elearn.coverage.checking.rules.numbers import written
from elearn.coverage.checking.rules.outcomes import Name, Remark
from elearn.coverage.checking.rules.printing import printed
from elearn.coverage.checking.rules.table import Row, Table
from elearn.coverage.checking.rules.units import Kind
from elearn.text import msg

_WHOLE = (Decimal(0), Decimal(100))  # What needs no decimals to be exact.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG = 4  # Fewer signs end many a number by chance.


def remarks_of(table: Table) -> tuple[Remark, ...]:
    """Return every difference among rows, by the first line it concerns."""
    found = [
        *distributions(table),
        *base_remarks(table),
        *_mixed_precision(table),
        *_run_together(table),
        *_fallen(table),
    ]
    return tuple(sorted(found, key=lambda remark: (remark.rows[0].line, remark.name)))


def _mixed_precision(table: Table) -> Iterator[Remark]:
    """Yield the shares of one indicator that are printed with unlike numbers of decimals."""
    families: dict[Any, list[Row]] = defaultdict(list)
    for row in table.rows:
        if row.unit.kind is Kind.PERCENT and row.unit.bound is None and row.number not in _WHOLE:
            families[row.source, row.indicator.partition(":")[0]].append(row)
    for rows in families.values():
        places = sorted({row.decimals for row in rows})
        if len(places) > 1:
            told = ", ".join(str(place) for place in places)
            why = msg("một chỉ số, in với %(places)s chữ số thập phân", places=told)
            yield Remark(tuple(rows), Name.MIXED_PRECISION, why)


def _run_together(table: Table) -> Iterator[Remark]:
    """Yield numbers whose sentence prints them only as the end of a longer row of digits."""
    for row in table.rows:
        if not row.is_bare or row.number in {found.number for found in row.quoted}:
            continue
        signs = written(row.number)
        for found in row.quoted:
            if found.text.endswith(signs) and len(signs) >= _LONG:
                why = msg(
                    "lời trích ghi “%(text)s”: %(value)s dính liền với số đứng trước",
                    text=found.text,
                    value=signs,
                )
                yield Remark((row,), Name.TYPO, why)


def _fallen(table: Table) -> Iterator[Remark]:
    """Yield shares of those trained that fall from one day to a later one.

    Who was trained stays so: the share can only fall with another base.
    """
    families: dict[Any, list[Row]] = defaultdict(list)
    for row in table.rows:
        if (
            row.unit.kind is Kind.PERCENT
            and "trained" in row.indicator
            and _DAY.fullmatch(row.when)
        ):
            families[row.source, row.indicator, row.group, row.level, row.area].append(row)
    for rows in families.values():
        for before, after in pairwise(sorted(rows, key=lambda row: row.when)):
            if after.number < before.number:
                why = msg(
                    "%(before)s rồi %(after)s: số người đã bồi dưỡng không thể giảm; "
                    "chỉ tổng số thay đổi",
                    before=printed(before),
                    after=printed(after),
                )
                yield Remark((before, after), Name.CONTRADICTION_OVER_TIME, why)

"""Bare shares held against the headcounts their source prints: of which of them they can be."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from elearn.coverage.checking.rules.numbers import written
from elearn.coverage.checking.rules.outcomes import Name, Remark
from elearn.coverage.checking.rules.printing import printed
from elearn.coverage.checking.rules.shares import count_for, truncated_count_for
from elearn.coverage.checking.rules.table import Row, Table
from elearn.coverage.checking.rules.units import Kind
from elearn.text import msg


def base_remarks(table: Table) -> Iterator[Remark]:
    """Yield the bare shares that are of no whole number of the base told beside them."""
    for row in table.rows:
        if row.unit.kind is Kind.PERCENT and row.fraction is None and row.unit.bound is None:
            told = table.headcounts(row)
            own = [one for one in told if one.when == row.when]
            if own and not any(_fits(row, base) for base in own):
                yield from _of_another(row, own[0], told)


def _fits(row: Row, base: Row) -> bool:
    return count_for(row.number, int(base.number), row.decimals) is not None


def _of_another(row: Row, own: Row, all_bases: Sequence[Row]) -> Iterator[Remark]:
    """Yield that the share was cut off, or is of another of the bases."""
    cut = truncated_count_for(row.number, int(own.number), row.decimals)
    if cut is not None:
        yield Remark((row,), Name.TRUNCATED, msg("chỉ đúng khi bỏ phần lẻ, không làm tròn"))
        return
    for base in all_bases:
        n = count_for(row.number, int(base.number), row.decimals)
        if n is not None:
            why = msg(
                "không số người nào trên %(own)s cho %(share)s; %(n)s/%(base)s thì đúng",
                own=written(own.number),
                share=printed(row),
                n=written(Decimal(n)),
                base=written(base.number),
            )
            yield Remark((row, base), Name.BASE_DIFFERS, why)
            return

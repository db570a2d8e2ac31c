"""What a row with numerator and denominator comes to: as printed, an error, or unexplained."""

from collections.abc import Callable
from decimal import Decimal

from elearn.coverage.checking.rules.evidence import counts_in, evidence_of, scale_of
from elearn.coverage.checking.rules.numbers import written
from elearn.coverage.checking.rules.outcomes import Name, Outcome, Verdict, Way
from elearn.coverage.checking.rules.printing import printed, with_unit
from elearn.coverage.checking.rules.shares import (
    EACH,
    count_for,
    exactly,
    is_about,
    rounded_up,
    share_of,
    truncated,
)
from elearn.coverage.checking.rules.table import Fraction, Row, Table
from elearn.coverage.checking.rules.units import Bound, Kind
from elearn.text import Message, msg

_HOLDS: dict[Bound, Callable[[Decimal, Decimal], bool]] = {
    Bound.MORE: lambda exact, told: exact > told,
    Bound.LESS: lambda exact, told: exact < told,
    Bound.LEAST: lambda exact, told: exact >= told,
    Bound.MOST: lambda exact, told: exact <= told,
    Bound.ABOUT: is_about,
}
_VERDICTS = dict.fromkeys(
    (Name.MISMATCH, Name.MISCOUNTED, Name.NUMERATOR_NOT_QUOTED), Verdict.UNEXPLAINED
)


def outcome_of(row: Row, counted: Fraction, way: Way, table: Table) -> Outcome:
    """Return what a row comes to when this was counted for it."""
    name, why = _judged(row, counted, table)
    verdict = Verdict.AS_PRINTED if why is None else _VERDICTS.get(name, Verdict.DOCUMENT_ERROR)
    return Outcome(row, way, verdict, name, printed(row), figure_of(row, counted), why)


def _judged(row: Row, counted: Fraction, table: Table) -> tuple[Name, Message | None]:
    """Return the name of what happened, and why where the row does not print so."""
    if row.fraction not in (None, counted):
        return Name.MISCOUNTED, msg("máy đếm ra số khác với tử số, mẫu số của dòng này")
    evidence = evidence_of(row, table)
    if evidence.instead:
        return Name.NUMERATOR_NOT_QUOTED, msg(
            "tử số %(n)s không có trong lời trích, lời trích ghi %(instead)s",
            n=written(counted.n),
            instead=evidence.instead,
        )
    if _is_as_printed(row, counted):
        return Name.ROUNDED_HALF_UP if scale_of(row) else Name.CONSISTENT, None
    return _excuse(row, counted, table, is_printed=evidence.is_printed)


def figure_of(row: Row, counted: Fraction) -> str:
    """Return what was counted as the row would print it."""
    if row.unit.kind is Kind.RATIO:
        return f"{written(counted.n)}/{written(counted.of)}"
    scale = scale_of(row)
    whole = counted if scale else Fraction(counted.n, Decimal(1))
    return with_unit(written(share_of(whole, row.decimals, scale or EACH)), row.unit)


def _is_as_printed(row: Row, counted: Fraction) -> bool:
    """Return whether the figure is the printed one or, told as a bound, keeps to it."""
    scale, bound = scale_of(row), row.unit.bound
    if bound and row.fraction and row.unit.kind is not Kind.RATIO:
        exact = exactly(counted, scale) if scale else counted.n
        return _HOLDS[bound](exact, row.number)
    return figure_of(row, counted) == printed(row)


def _excuse(row: Row, counted: Fraction, table: Table, *, is_printed: bool) -> tuple[Name, Message]:
    """Return by which slip of the document the value came to be what it is, if by one."""
    if scale := scale_of(row):
        exact = exactly(counted, scale)
        if is_printed and rounded_up(exact, row.decimals) == row.number:
            return Name.ROUNDED_UP, msg("làm tròn lên chữ số cuối")
        if _is_truncated(row, counted, exact, is_printed=is_printed):
            return Name.TRUNCATED, msg("bỏ phần lẻ sau chữ số cuối, không làm tròn")
        model = _copied_from(row, table) if is_printed else None
        if model:
            return Name.COPY_ERROR, msg(
                "chép nhầm tỷ lệ của dòng %(line)s (%(indicator)s)",
                line=model.line,
                indicator=model.indicator,
            )
    return Name.MISMATCH, msg("không quy tắc nào giải thích được")


def _is_truncated(row: Row, counted: Fraction, exact: Decimal, *, is_printed: bool) -> bool:
    """Return whether the rest was cut off.

    Of a numerator that the document does not print this is believed only where no whole number of
    the base rounds to the value: then nothing else can have been meant.
    """
    if truncated(exact, row.decimals) != row.number:
        return False
    only_so = counted.is_whole and (
        count_for(row.number, int(counted.of), row.decimals, scale_of(row)) is None
    )
    return is_printed or only_so


def _copied_from(row: Row, table: Table) -> Row | None:
    """Return the row whose share stands here too, and rightly there: by its own words."""
    for other in table.sharing_base(row):
        if other.number == row.number and _is_right(other):
            return other
    return None


def _is_right(row: Row) -> bool:
    """Return whether a number of its sentence, or its numerator without one, gives its share."""
    if row.fraction is None:
        return False
    numbers = [one.number for one in counts_in(row)] if row.quote else [row.fraction.n]
    shares = (
        share_of(Fraction(number, row.fraction.of), row.decimals, scale_of(row))
        for number in numbers
    )
    return row.number in shares

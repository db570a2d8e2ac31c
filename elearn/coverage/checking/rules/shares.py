"""Shares: how a fraction prints, what it would print by other ways of rounding, and its base."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction as Rational
from math import ceil, floor

from elearn.coverage.checking.rules.table import Fraction
from elearn.coverage.rules import percent_of

#: A share is told in hundredths or, turns a person, as it is.
PERCENT, EACH = 100, 1


def share_of(fraction: Fraction, decimals: int, scale: int = PERCENT) -> Decimal:
    """Return a share as the engine divides and rounds it."""
    return percent_of(fraction.n * scale, fraction.of * PERCENT, decimals)


def exactly(fraction: Fraction, scale: int = PERCENT) -> Decimal:
    return fraction.n * scale / fraction.of


def rounded_up(exact: Decimal, decimals: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_CEILING)


def truncated(exact: Decimal, decimals: int) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_FLOOR)


def is_within_a_step(exact: Decimal, printed: Decimal, decimals: int) -> bool:
    """Return whether a number prints so by some way of rounding its last digit."""
    return abs(exact - printed) < Decimal(1).scaleb(-decimals)


def is_about(exact: Decimal, printed: Decimal) -> bool:
    """Return whether a number is what is printed when rounded as coarsely as that is."""
    coarse = printed.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(int(coarse))
    return abs(exact - printed) * 2 <= step


def count_for(printed: Decimal, of: int, decimals: int, scale: int = PERCENT) -> int | None:
    """Return how many of a base print so, or nothing where no whole number does."""
    near = floor(printed * of / scale)
    for n in (near, near + 1):
        if share_of(Fraction(Decimal(n), Decimal(of)), decimals, scale) == printed:
            return n
    return None


def truncated_count_for(printed: Decimal, of: int, decimals: int) -> int | None:
    """Return how many of a base print so when the rest is cut off instead of rounded."""
    n = ceil(printed * of / PERCENT)
    cut = truncated(exactly(Fraction(Decimal(n), Decimal(of))), decimals)
    return n if cut == printed else None


def smallest_base(printed: Decimal, decimals: int) -> Fraction | None:
    """Return the smallest base, and how many of it, that print so: 98% is 39 of 40.

    A share below nothing has none.
    """
    half = Decimal(1).scaleb(-decimals) / 2
    if printed < 0:
        return None
    low, high = (
        Rational(max(edge, Decimal(0))) / PERCENT for edge in (printed - half, printed + half)
    )
    found = _simplest(low, high, has_low=True)
    return Fraction(Decimal(found.numerator), Decimal(found.denominator))


def _simplest(low: Rational, high: Rational | None, *, has_low: bool) -> Rational:
    """Return the fraction of the smallest denominator between two, one of which is included.

    Where no whole number lies between them, it is the whole part and one over the simplest
    fraction between the two turned over: so continued fractions are found.
    """
    whole = ceil(low) if has_low else floor(low) + 1
    if high is None or whole < high or (whole == high and not has_low):
        return Rational(whole)
    part = floor(low)
    above = None if low == part else 1 / (low - part)
    return part + 1 / _simplest(1 / (high - part), above, has_low=not has_low)

"""How numbers are divided, rounded and printed."""

from decimal import ROUND_HALF_UP, Decimal


def percent_of(part: int | Decimal, whole: int | Decimal, decimals: int) -> Decimal:
    """Return a share in percent, half rounded up as offices do; money need not be whole."""
    return quotient_of(Decimal(part) * 100, whole, decimals)


def quotient_of(part: int | Decimal, whole: int | Decimal, decimals: int) -> Decimal:
    """Return so many for each, half rounded up."""
    step = Decimal(1).scaleb(-decimals)
    return (Decimal(part) / Decimal(whole)).quantize(step, ROUND_HALF_UP)


def decimal_text(share: Decimal) -> str:
    """Return a share without its sign: 80,6."""
    return f"{share}".replace(".", ",")


def percent_text(share: Decimal) -> str:
    """Return a share as it is printed: 80,6%."""
    return f"{decimal_text(share)}%"


def thousands(number: int) -> str:
    """Return a number as it is printed: 403.183."""
    return f"{number:,}".replace(",", ".")

"""Numbers as Vietnamese documents print them: found in a sentence, written, and read back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_NUMBER = re.compile(
    r"(\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(,\d+)?(?:\s*(%|(?:nghìn|ngàn|người|lượt|phần trăm)\b))?"
)
_THOUSANDS = frozenset({"nghìn", "ngàn"})
_PEOPLE = frozenset({"người", "lượt"})
_SHARES = frozenset({"%", "phần trăm"})


@dataclass(frozen=True, slots=True)
class Found:
    """A number of a sentence, its signs there, and whether it counts people or is a share."""

    number: Decimal
    text: str
    counts_people: bool
    is_share: bool = False


def numbers_in(sentence: str) -> tuple[Found, ...]:
    """Return the numbers of a sentence: 403.183, 80,6%, "700 nghìn"."""
    return tuple(_found(sentence))


def _found(sentence: str) -> Iterator[Found]:
    for match in _NUMBER.finditer(sentence):
        whole, rest, word = match.groups()
        number = number_of(whole + (rest or ""))
        if word in _THOUSANDS:
            number *= 1000
        yield Found(number, whole + (rest or ""), word in _PEOPLE, word in _SHARES)


def number_of(text: str) -> Decimal:
    """Return the number that is printed so: 403.183 or 80,6."""
    return Decimal(text.replace(".", "").replace(",", "."))


def written(number: Decimal) -> str:
    """Return a number as it is printed, with all its decimals: 403.183 or 80,60."""
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number is given with."""
    return max(0, -int(number.as_tuple().exponent))

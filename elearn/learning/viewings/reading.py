"""What a leader's screen sends, as values; whatever no screen would send is refused."""

from datetime import UTC, datetime
from typing import Any

from elearn.errors import InvalidInput
from elearn.learning.reporting.reading import UNREADABLE
from elearn.learning.rules import Form
from elearn.learning.viewings.rules import Brought, Span
from elearn.learning.viewings.service import Said

_MOST_STRETCHES, _MOST_RANGES, _MOST_NAMED = 50, 5_000, 1_000
_LARGEST = 2**31 - 1
_LATEST_MS = 253_402_300_799_000  # The end of the year 9999.


def said_in(body: dict[str, Any]) -> Said:
    """Read a request's body.

    :raise InvalidInput: if it is not of the agreed shape.
    """
    given = body.get("stretches")
    if not isinstance(given, list) or len(given) > _MOST_STRETCHES:
        raise InvalidInput(stretches=UNREADABLE)
    try:
        stretches = tuple(_stretch(one) for one in given)
    except (KeyError, TypeError, ValueError):
        raise InvalidInput(stretches=UNREADABLE) from None
    return Said(stretches, _ahead(body.get("ahead")), body.get("ended") is True)


def _stretch(given: Any) -> Brought:
    first, last = _moment(given["from"]), _moment(given["to"])
    if last < first:
        raise ValueError(given)
    return Brought(
        number=_number(given["number"]),
        form=Form(given["form"]),
        present=tuple(_number(one) for one in _few(given["present"], _MOST_NAMED)),
        ranges=tuple((_number(a), _number(b)) for a, b in _few(given["ranges"], _MOST_RANGES)),
        span=Span(first, last),
    )


def _few(given: Any, most: int) -> list[Any]:
    if not isinstance(given, list) or len(given) > most:
        raise ValueError(given)
    return given


def _number(given: Any) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not 0 <= given <= _LARGEST:
        raise ValueError(given)
    return given


def _moment(given: Any) -> datetime:
    if not isinstance(given, int) or not 0 <= given <= _LATEST_MS:
        raise ValueError(given)
    return datetime.fromtimestamp(given / 1000, UTC)


def _ahead(given: Any) -> int:
    is_known = isinstance(given, int) and abs(given) <= _LATEST_MS
    return given if is_known else 0

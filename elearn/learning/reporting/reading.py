"""What a player sends, as values; whatever no player would send is refused."""

import json
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from elearn.errors import InvalidInput
from elearn.learning.reporting.board import Board
from elearn.learning.rules import Form, WatchReport
from elearn.text import msg

MOST_REPORTS = 50
UNREADABLE = msg("Báo cáo xem bài không đọc được.")
_BROWSER = re.compile(r"[0-9a-f]{32}", re.ASCII)
_LATEST_MS = 253_402_300_799_000  # The end of the year 9999.


@dataclass(frozen=True, slots=True)
class Said:
    """A report, and how many seconds its player will hold if all of it is credited."""

    report: WatchReport
    knows: int | None  # None: an older player, which wants to be told everything.


@dataclass(frozen=True, slots=True)
class Batch:
    """What one request brings."""

    said: tuple[Said, ...]
    #: Whose page it comes from: on one phone somebody else may have signed in since.
    person_id: int | None = None

    def is_of(self, person_id: int) -> bool:
        return self.person_id in (None, person_id)


def batch_of(body: bytes, board: Board, now: datetime) -> Batch:
    """Read the body of a request as it came.

    :raise InvalidInput: if it is not of the agreed shape.
    """
    try:
        return batch_in(json.loads(body), board, now)
    except (ValueError, RecursionError):  # Or brackets without end.
        raise InvalidInput(reports=UNREADABLE) from None


def batch_in(body: object, board: Board, now: datetime) -> Batch:
    """Read the body of a request; the board knows what its players were told while turned away.

    :raise InvalidInput: if it is not of the agreed shape.
    """
    given = body.get("reports") if isinstance(body, dict) else None
    if not isinstance(body, dict) or not isinstance(given, list) or len(given) > MOST_REPORTS:
        raise InvalidInput(reports=UNREADABLE)
    ahead = clock_ahead(body.get("ahead"))
    try:
        said = (_said(one, ahead) for one in given)
        return Batch(tuple(_as_told(one, board, now) for one in said), person_in(body))
    except (KeyError, TypeError, ValueError):
        raise InvalidInput(reports=UNREADABLE) from None


def browser_in(body: dict[str, Any]) -> str | None:
    """Return the number that a browser drew for itself, if it tells one."""
    told = body.get("browser")
    return told if isinstance(told, str) and _BROWSER.fullmatch(told) else None


def person_in(body: dict[str, Any]) -> int | None:
    """Return whose page it is that sends this; older players do not tell."""
    told = body.get("person")
    return told if is_number(told) else None


def word(value: Any) -> str:
    """Return a text as it stands.

    :raise ValueError: if it is none, or one that PostgreSQL cannot hold.
    """
    if not isinstance(value, str) or "\0" in value:
        raise ValueError(value)
    return value


def _as_told(said: Said, board: Board, now: datetime) -> Said:
    told = board.told_while_away(said.report.session, now=now)
    return replace(said, report=replace(said.report, told_interval=told)) if told else said


def _said(given: Any, ahead: int | None) -> Said:
    session = word(given["session"])
    first, last = moment(given.get("from")), moment(given.get("to"))
    report = WatchReport(
        session=session,
        form=Form(given["form"]),
        ranges=tuple((second(start), second(end)) for start, end in given["ranges"]),
        position=second(given["position"]),
        is_closing=given.get("closing") is True,
        played=(first, last) if first and last and first <= last else None,
        ahead_ms=ahead,
    )
    knows = given.get("knows")
    return Said(report, knows if isinstance(knows, int) else None)


def second(value: Any) -> int:
    if not is_number(value) or value < 0:
        raise ValueError(value)
    return int(value)


def moment(value: Any) -> datetime | None:
    """Return a moment by the device's clock; one that no clock shows is as good as none."""
    if not is_number(value) or not 0 <= value <= _LATEST_MS:
        return None
    return datetime.fromtimestamp(value / 1000, UTC)


def clock_ahead(value: Any) -> int | None:
    return value if is_number(value) and abs(value) <= _LATEST_MS else None


def is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)

"""An envelope as a line of text, read as a value: a seal, a blank, and what was played as JSON."""

import json
import re
from typing import Any

from elearn.learning.offline import sealing
from elearn.learning.offline.rules import MOST_BYTES, MOST_REPORTS, Envelope, Stretch
from elearn.learning.reporting.reading import clock_ahead, is_number, moment, second
from elearn.learning.rules import Form, LeaseEnd

_LINE = re.compile(rb"([A-Za-z0-9_-]{43}) (\{.*\})", re.DOTALL)
_TOKEN = re.compile(r"[0-9a-f]{32}", re.ASCII)
_MOST_NUMBER = 2**53
#: By what a phone itself ends a lease.
_ENDS = {None, LeaseEnd.DELETED, LeaseEnd.SIGNED_OUT}


def envelope_in(line: bytes, secret_key: str) -> Envelope | None:
    """Return what a line says, as far as its seal is true; nothing if it is no envelope."""
    found = _LINE.fullmatch(line.strip()) if len(line) <= MOST_BYTES else None
    if found is None:
        return None
    try:
        given = json.loads(found[2])
    except (ValueError, RecursionError):  # Or brackets without end.
        return None
    lease = given.get("lease") if isinstance(given, dict) else None
    if not isinstance(lease, str) or not _TOKEN.fullmatch(lease):
        return None
    if not sealing.is_sealed(secret_key, lease, found[2], found[1].decode()):
        return Envelope(lease, is_sealed=False)
    try:
        return _envelope(lease, given)
    except (KeyError, TypeError, ValueError):
        return None


def _envelope(lease: str, given: dict[str, Any]) -> Envelope:
    reports, number, ended = given["reports"], given["number"], given.get("ended")
    if not isinstance(reports, list) or len(reports) > MOST_REPORTS:
        raise TypeError(reports)
    if not is_number(number) or not 0 <= number <= _MOST_NUMBER or ended not in _ENDS:
        raise ValueError(number)
    return Envelope(
        lease=lease,
        is_sealed=True,
        number=number,
        ahead_ms=clock_ahead(given.get("ahead")),
        stretches=tuple(_stretch(one) for one in reports),
        ended=None if ended is None else LeaseEnd(ended),
    )


def _stretch(given: Any) -> Stretch:
    if not isinstance(given, dict):
        raise TypeError(given)
    first, last = moment(given.get("from")), moment(given.get("to"))
    return Stretch(
        form=Form(given["form"]),
        ranges=tuple((second(start), second(end)) for start, end in given["ranges"]),
        position=second(given["position"]),
        played=(first, last) if first and last and first <= last else None,
    )

"""What players are told, in as few bytes as will do: much of a day's traffic is these answers."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from elearn import clock
from elearn.errors import Refusal
from elearn.learning.reporting.reading import Batch, Said
from elearn.learning.rules import Receipt
from elearn.learning.service import Outcome


def milliseconds(moment: datetime) -> int:
    """Return a moment as the whole milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


def encoded(told: dict[str, Any]) -> bytes:
    """Return an answer as it goes out."""
    return json.dumps(told, separators=(",", ":")).encode()


def receipts(
    batch: Batch, outcomes: Sequence[Outcome], *, interval: int, now: datetime
) -> dict[str, Any]:
    """Return the answer to a batch; what became of its reports stands in their order."""
    common = {
        "received": f"{now.astimezone(clock.ZONE):%H:%M}",
        "interval": interval,
    }
    told = [_told(*one, common) for one in zip(batch.said, outcomes, strict=True)]
    return {"receipts": told, **common, "now": milliseconds(now)}


def _told(said: Said, outcome: Outcome, common: dict[str, Any]) -> dict[str, Any]:
    if isinstance(outcome, Refusal):  # Not her session, or seconds that its film does not have.
        return {"session": said.report.session, "unknown": True}
    return _in_short(said.knows, outcome) if said.knows is not None else _at_length(outcome, common)


def _in_short(knows: int, receipt: Receipt) -> dict[str, Any]:
    seconds = len(receipt.standing.held)
    told = {"session": receipt.session, "seconds": seconds, "lacking": receipt.standing.lacking}
    if receipt.refused:
        told["refused"] = list(receipt.refused.ranges())
    if receipt.is_cut:
        told["outside"] = True
    if seconds != knows or receipt.refused:  # As many may still be others.
        told["held"] = list(receipt.standing.held.ranges())
    return told


def _at_length(receipt: Receipt, common: dict[str, Any]) -> dict[str, Any]:
    """Tell what players were told that lay open before they learned to say what they know."""
    return {
        "session": receipt.session,
        "held": list(receipt.standing.held.ranges()),
        "seconds": len(receipt.standing.held),
        "length": receipt.standing.length,
        "lacking": receipt.standing.lacking,
        "refused": list(receipt.refused.ranges()),
        **common,
    }

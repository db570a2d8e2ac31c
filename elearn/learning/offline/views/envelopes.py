"""What phones played without a line comes in as soon as any of them has one."""

from typing import Any

from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.errors import InvalidInput
from elearn.learning import reporting
from elearn.learning.offline import service
from elearn.learning.offline.service import EnvelopeOutcome
from elearn.learning.offline.views.door import bp
from elearn.learning.reporting.reading import UNREADABLE
from elearn.learning.views.players import answer, body, from_our_page
from elearn.learning.views.terms import terms
from elearn.web import db, here

MOST_ENVELOPES = 50


@bp.post("/envelopes")
@from_our_page
def envelopes() -> ResponseReturnValue:
    """Take envelopes from whichever phone has a line: whose they are, their seals prove."""
    now, secret_key = clock.now(), here().settings.secret_key
    lines = _lines(body())
    taken = service.take(db(), lines, secret_key=secret_key, terms=terms(), now=now)
    received = now.astimezone(clock.ZONE)
    return answer(
        {
            "receipts": [_receipt(one) for one in taken],
            "received": f"{received:%H:%M}",
            "now": reporting.milliseconds(now),
        }
    )


def _lines(given: dict[str, Any]) -> list[bytes]:
    lines = given.get("envelopes")
    if not isinstance(lines, list) or len(lines) > MOST_ENVELOPES:
        raise InvalidInput(envelopes=UNREADABLE)
    # What no text can hold was never sealed: it stays, and is found unreadable.
    return [one.encode("utf-8", "replace") if isinstance(one, str) else b"" for one in lines]


def _receipt(one: EnvelopeOutcome) -> dict[str, Any]:
    named = {"lease": one.envelope.lease} if one.envelope else {}
    if one.reason is not None or one.envelope is None:
        return {**named, "unknown": True, "reason": one.reason}
    told: dict[str, Any] = {**named, "number": one.envelope.number}
    if one.standing is not None:
        held = one.standing.held
        told |= {"seconds": len(held), "lacking": one.standing.lacking}
        told["held"] = list(held.ranges())
    if one.refused:
        told["refused"] = list(one.refused.ranges())
    if one.is_cut:
        told["outside"] = True
    return {**told, "ended": True} if one.has_ended else told

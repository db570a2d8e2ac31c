"""What players say: a watch session opens, seconds were played."""

from datetime import datetime
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning import queries, service
from elearn.learning.rules import Form, Receipt, Terms, Visit, WatchReport
from elearn.learning.views.door import bp
from elearn.learning.views.terms import terms
from elearn.text import msg
from elearn.web import db, login_required, person_id
from elearn.web.i18n import hour

MOST_REPORTS = 50
_UNREADABLE = msg("Báo cáo xem bài không đọc được.")


@bp.post("/watching")
@login_required
def watching() -> ResponseReturnValue:
    body = _body()
    lecture = catalogue.lecture_by_code(db(), _text(body, "lecture"))
    shown, holds = media.playable_of(db(), lecture.medium_id), terms()
    stand = _stand(shown, body.get("version"), holds)
    device, length = request.user_agent.string, stand.standing.length
    visit = Visit(stand.version_id, length, device, stand.passed)
    opened = service.open_watch(db(), person_id(), visit, terms=holds, now=clock.now())
    return {
        "session": opened.session,
        "held": list(opened.standing.held.ranges()),
        "position": opened.standing.position,
        "interval": holds.interval,
    }


def _stand(shown: media.Playable, asked: object, holds: Terms) -> queries.Stand:
    """Return how the version is watched that the player asks for.

    :raise Conflict: if it is neither what is played now nor what she may still finish.
    """
    maps = queries.maps_of(db(), person_id(), [shown.medium_id]).get(shown.medium_id, ())
    is_newest = asked == shown.version_id
    share = holds.share_percent
    stand = queries.standing_with(maps, shown, share_percent=share, newest=is_newest)
    if asked not in (None, stand.version_id):
        raise Conflict(msg("Bài này vừa có video mới. Mở lại trang để xem."))
    return stand


@bp.post("/watching/reports")
@login_required
def reports() -> ResponseReturnValue:
    """Take a batch of reports; one that can never be held does not spoil the others."""
    holds, now = terms(), clock.now()
    given = _body().get("reports")
    if not isinstance(given, list) or len(given) > MOST_REPORTS:
        raise InvalidInput(reports=_UNREADABLE)
    return {"receipts": [_receipt(_report(one), holds, now) for one in given]}


def _receipt(report: WatchReport, holds: Terms, now: datetime) -> dict[str, Any]:
    try:
        receipt = service.record(db(), person_id(), report, terms=holds, now=now)
    except (NotFound, InvalidInput):  # Not her session, or seconds that its film does not have.
        return {"session": report.session, "unknown": True}
    return _told(receipt, holds)


def _told(receipt: Receipt, holds: Terms) -> dict[str, Any]:
    standing = receipt.standing
    return {
        "session": receipt.session,
        "held": list(standing.held.ranges()),
        "seconds": len(standing.held),
        "length": standing.length,
        "lacking": standing.lacking,
        "refused": list(receipt.refused.ranges()),
        "received": hour(receipt.received_at),
        "interval": holds.interval,
    }


def _body() -> dict[str, Any]:
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # Brackets without end.
        body = None
    if not isinstance(body, dict):
        raise InvalidInput(body=_UNREADABLE)
    return body


def _text(body: dict[str, Any], name: str) -> str:
    try:
        return _word(body.get(name))
    except ValueError:
        raise InvalidInput(**{name: _UNREADABLE}) from None


def _word(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:  # PostgreSQL can hold no such text.
        raise ValueError(value)
    return value


def _report(given: Any) -> WatchReport:
    """Read one report.

    :raise InvalidInput: if it is not of the agreed shape.
    """
    try:
        return WatchReport(
            session=_word(given["session"]),
            form=Form(given["form"]),
            ranges=tuple((_second(start), _second(end)) for start, end in given["ranges"]),
            position=_second(given["position"]),
            is_closing=given.get("closing") is True,
        )
    except (KeyError, TypeError, ValueError):
        raise InvalidInput(reports=_UNREADABLE) from None


def _second(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(value)
    return value

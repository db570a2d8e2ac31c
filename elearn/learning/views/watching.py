"""What players say: a watch session opens, seconds were played."""

from collections.abc import Callable
from functools import wraps
from time import monotonic
from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning import queries, reporting, service
from elearn.learning.reporting.reading import UNREADABLE, word
from elearn.learning.rules import Terms, Visit
from elearn.learning.views.door import bp
from elearn.learning.views.terms import pace, terms
from elearn.text import msg
from elearn.web import db, login_required, person_id
from elearn.web.sign_in import csrf

_ELSEWHERE = msg("Chỉ trang bài giảng của hệ thống gửi được báo cáo xem. Mở lại bài giảng để xem.")

_SOMEBODY_ELSE = msg(
    "Trang này mở cho người đăng nhập trước. Người đó đăng nhập lại thì phần đã xem được gửi tiếp."
)


def _from_our_page(view: Callable[[], ResponseReturnValue]) -> Callable[[], ResponseReturnValue]:
    """Let only pages of ours in; by that they need no token.

    :raise Forbidden: if another site, or nobody knows who, sends it.
    """

    @wraps(view)
    def guarded() -> ResponseReturnValue:
        if not reporting.is_from_our_page(request.environ):
            raise Forbidden(_ELSEWHERE)
        return view()

    csrf.exempt(guarded)
    return guarded


@bp.post("/watching")
@_from_our_page
@login_required
def watching() -> ResponseReturnValue:
    body, now = _body(), clock.now()
    _check_person(reporting.person_in(body))
    lecture = catalogue.lecture_by_code(db(), _text(body, "lecture"))
    shown, holds = media.playable_of(db(), lecture.medium_id), terms()
    stand = _stand(shown, body.get("version"), holds)
    device, browser = request.user_agent.string, reporting.browser_in(body)
    visit = Visit(stand.version_id, stand.standing.length, device, stand.passed, browser)
    opened = service.open_watch(db(), person_id(), visit, terms=holds, now=now)
    return _answer(
        {
            "session": opened.session,
            "held": list(opened.standing.held.ranges()),
            "position": opened.standing.position,
            "interval": holds.interval,
            "now": reporting.milliseconds(now),
        }
    )


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
@_from_our_page
@login_required
def reports() -> ResponseReturnValue:
    """Take a batch of reports; one that can never be held does not spoil the others."""
    holds, now, began = terms(), clock.now(), monotonic()
    batch = reporting.batch_in(_body(), pace().board, now)
    _check_person(batch.person_id)
    claims = [service.Claim(person_id(), one.report) for one in batch.said]
    outcomes = service.record_many(db(), claims, terms=holds, now=now)
    ended = monotonic()
    pace().took(reporting.Took(ended, 0.0, ended - began, 1))
    return _answer(reporting.receipts(batch, outcomes, interval=holds.interval, now=now))


def _check_person(of_page: int | None) -> None:
    """Refuse what a page sends that was shown to somebody else.

    :raise Forbidden: if somebody else has signed in since.
    """
    if of_page not in (None, person_id()):
        raise Forbidden(_SOMEBODY_ELSE)


def _answer(told: dict[str, Any]) -> Response:
    return Response(reporting.encoded(told), mimetype="application/json")


def _body() -> dict[str, Any]:
    try:
        body = request.get_json(silent=True)
    except RecursionError:  # Brackets without end.
        body = None
    if not isinstance(body, dict):
        raise InvalidInput(body=UNREADABLE)
    return body


def _text(body: dict[str, Any], name: str) -> str:
    try:
        return word(body.get(name))
    except ValueError:
        raise InvalidInput(**{name: UNREADABLE}) from None

"""What scripts of our own pages send, and how they are answered."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from flask import Response, request
from flask.typing import ResponseReturnValue

from elearn import media
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning import queries, reporting
from elearn.learning.reporting.reading import UNREADABLE, word
from elearn.learning.rules import Terms
from elearn.text import msg
from elearn.web import db, person_id
from elearn.web.sign_in import csrf

_ELSEWHERE = msg("Chỉ trang bài giảng của hệ thống gửi được báo cáo xem. Mở lại bài giảng để xem.")
_SOMEBODY_ELSE = msg(
    "Trang này mở cho người đăng nhập trước. Người đó đăng nhập lại thì phần đã xem được gửi tiếp."
)
_NEW_FILM = msg("Bài này vừa có video mới. Mở lại trang để xem.")

P = ParamSpec("P")


def from_our_page(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
    """Let only pages of ours in; by that they need no token.

    :raise Forbidden: if another site, or nobody knows who, sends it.
    """

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if not reporting.is_from_our_page(request.environ):
            raise Forbidden(_ELSEWHERE)
        return view(*args, **kwargs)

    csrf.exempt(guarded)
    return guarded


def check_person(of_page: int | None) -> None:
    """Refuse what a page sends that was shown to somebody else.

    :raise Forbidden: if somebody else has signed in since.
    """
    if of_page not in (None, person_id()):
        raise Forbidden(_SOMEBODY_ELSE)


def stand_with(shown: media.Playable, asked: object, holds: Terms) -> queries.Stand:
    """Return how the version is watched that the player asks for.

    :raise Conflict: if it is neither what is played now nor what she may still finish.
    """
    maps = queries.maps_of(db(), person_id(), [shown.medium_id]).get(shown.medium_id, ())
    is_newest = asked == shown.version_id
    share = holds.share_percent
    stand = queries.standing_with(maps, shown, share_percent=share, newest=is_newest)
    if asked not in (None, stand.version_id):
        raise Conflict(_NEW_FILM, over="version")
    return stand


def answer(told: dict[str, Any], status: int = 200) -> Response:
    return Response(reporting.encoded(told), status, mimetype="application/json")


def body() -> dict[str, Any]:
    """Return what a script sent.

    :raise InvalidInput: if it is no object in JSON.
    """
    try:
        given = request.get_json(silent=True)
    except RecursionError:  # Brackets without end.
        given = None
    if not isinstance(given, dict):
        raise InvalidInput(body=UNREADABLE)
    return given


def text(given: dict[str, Any], name: str) -> str:
    """Return a text that a script sent.

    :raise InvalidInput: if it is none.
    """
    try:
        return word(given.get(name))
    except ValueError:
        raise InvalidInput(**{name: UNREADABLE}) from None

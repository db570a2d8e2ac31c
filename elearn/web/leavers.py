"""Who was signed out in this browser, told to its pages by a cookie each: "left.7=yes".

Pages take her copies of lectures away, and write "seen". A page that she opened before and that
comes late knows by the cookie that it is out of date. Signing her in again takes the cookie away.
"""

from flask import after_this_request, request
from werkzeug.wrappers import Response

_MONTH = 30 * 24 * 3600  # As long as a copy may last.


def tell_left(person_id: int) -> None:
    """Have the answer to this request say that a person was signed out."""

    @after_this_request
    def told(answer: Response) -> Response:
        secure = request.is_secure
        answer.set_cookie(_of(person_id), "yes", _MONTH, secure=secure, samesite="Lax")
        return answer


def tell_back(person_id: int) -> None:
    """Have the answer to this request say so no more: she is signed in."""
    if _of(person_id) not in request.cookies:
        return

    @after_this_request
    def told(answer: Response) -> Response:
        answer.delete_cookie(_of(person_id))
        return answer


def _of(person_id: int) -> str:
    return f"left.{person_id}"

"""Refusals and failures become answers in one place: what happened, what is kept, what to do."""

import logging
from contextlib import suppress
from secrets import token_hex

from flask import Flask, Response, g, make_response, render_template, request
from flask_babel import gettext
from flask_login import AnonymousUserMixin, current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError
from werkzeug.exceptions import HTTPException

from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound, Refusal
from elearn.jobs import Obstacle, obstacle_of
from elearn.text import Message, msg

log = logging.getLogger(__name__)

STATUS: dict[type[Refusal], int] = {NotFound: 404, Forbidden: 403, Conflict: 409, InvalidInput: 422}

_TITLE = msg("Không làm được việc này")
_TITLES: dict[int, Message] = {
    400: msg("Trang này đã mở quá lâu"),
    401: msg("Cần đăng nhập lại"),
    403: msg("Trang này không dành cho tài khoản đang dùng"),
    404: msg("Không thấy trang này"),
    405: msg("Địa chỉ này không nhận việc vừa làm"),
    409: msg("Việc này vừa được làm ở nơi khác"),
    413: msg("Tệp quá lớn"),
    422: msg("Còn chỗ cần sửa"),
    500: msg("Lỗi ở phía hệ thống, không phải do anh/chị"),
    507: msg("Máy chủ hết chỗ trống"),
}
_TEXTS: dict[int, Message] = {
    400: msg("Những gì đã lưu vẫn còn. Mở lại trang rồi làm lại lần nữa."),
    401: msg("Những gì đã lưu vẫn còn. Đăng nhập lại rồi làm tiếp."),
    404: msg("Đường dẫn có thể đã gõ nhầm hoặc đã đổi. Về trang chính để tìm tiếp."),
    405: msg("Quay lại trang trước và bấm nút trên trang đó."),
    409: msg("Người khác hoặc một trang khác vừa ghi trước. Mở lại trang để xem bản mới nhất."),
    413: msg("Tệp lớn hơn mức cho phép nên chưa được nhận. Các mục khác vẫn còn."),
}

_FAILED = msg("Những gì đã lưu vẫn còn. Thử lại sau ít phút; nếu vẫn lỗi, báo mã này cho quản trị.")
_NO_ROOM = msg(
    "Những gì đã lưu vẫn còn, nhưng lần này chưa ghi được vì đĩa của máy chủ đầy. Người vận hành"
    " đọc được việc này ở trang Vận hành; thử lại sau."
)


def wants_json() -> bool:
    """Return whether the caller is a script of ours rather than a person's page."""
    is_asked_for = request.is_json or request.accept_mimetypes.best == "application/json"
    return is_asked_for or "Tus-Resumable" in request.headers


def _answer(
    status: int, title: Message, text: Message | None, code: str = "", **more: bool
) -> Response:
    told = {"title": title.told(gettext), "text": text.told(gettext) if text else ""}
    if wants_json():
        return make_response({**told, "code": code}, status)
    page = render_template("errors/refusal.html", status=status, code=code, **told, **more)
    return make_response(page, status)


def _refuse(refusal: Refusal) -> Response:
    status = STATUS.get(type(refusal), 400)
    title = _TITLES[status] if type(refusal) in STATUS else _TITLE
    if isinstance(refusal, Conflict) and refusal.over and wants_json():
        text = refusal.message.told(gettext)
        told = {"title": title.told(gettext), "text": text, "conflict": refusal.over}
        return make_response(told, status)
    return _answer(status, title, refusal.message)


def _http(error: HTTPException) -> Response:
    """Answer what Flask refuses, with the headers that belong to it (`Allow`, `Content-Range`)."""
    if error.response is not None or (error.code or 500) < 400:
        return make_response(error.get_response())
    status = error.code or 500
    answer = _answer(status, _TITLES.get(status, _TITLE), _TEXTS.get(status))
    own = (item for item in error.get_headers() if item[0] not in answer.headers)
    answer.headers.extend(own)
    return answer


def failed(error: Exception) -> Response:
    """Answer an error of ours with a code that stands in the log beside the traceback."""
    code = f"{token_hex(2)}-{token_hex(1)}".upper()
    log.error("error %s at %s %r", code, request.method, request.path, exc_info=error)
    is_full = obstacle_of(error) is Obstacle.ROOM
    _give_up()
    more = {} if "_login_user" in g else {"alone": True}  # It does not tell that nobody is there.
    g.setdefault("_login_user", AnonymousUserMixin())  # Without a database nobody can be looked up.
    status, text = (507, _NO_ROOM) if is_full else (500, _FAILED)
    return _answer(status, _TITLES[status], text, code, **more)


def already_changed(_error: IntegrityError) -> Response:
    """Answer a write that another write got ahead of: two clicks on one button."""
    _give_up()
    return _answer(409, _TITLES[409], _TEXTS[409])


def _beyond_any_row(error: DataError | OverflowError) -> Response:
    """Answer an address with a number or a sign that no database can hold: nothing is there."""
    if request.method not in ("GET", "HEAD"):
        return failed(error)
    _give_up()
    return _answer(404, _TITLES[404], _TEXTS[404])


def _give_up() -> None:
    """Roll back what failed: the page that says so may still have to ask who is signed in."""
    if "db" in g:
        with suppress(SQLAlchemyError):
            g.db.rollback()


def signed_out() -> Response:
    """Answer a script whose person is not signed in, or no longer."""
    return _answer(401, _TITLES[401], _TEXTS[401])


def _csrf(_error: CSRFError) -> Response:
    """Answer a form without its token; signing out in another tab takes the token of a script."""
    if wants_json() and not current_user.is_authenticated:
        return signed_out()
    return _answer(400, _TITLES[400], _TEXTS[400])


def init_app(app: Flask) -> None:
    app.register_error_handler(Refusal, _refuse)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(IntegrityError, already_changed)
    for beyond in (DataError, OverflowError):
        app.register_error_handler(beyond, _beyond_any_row)
    app.register_error_handler(Exception, failed)

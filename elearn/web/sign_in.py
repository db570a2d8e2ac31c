"""Who is at the other end: the sign-in session behind the cookie, and what it may ask for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache, wraps
from typing import NoReturn, ParamSpec, TypeVar

import flask_login
from flask import Flask, abort, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFProtect
from itsdangerous import BadSignature
from werkzeug.http import parse_cookie

from elearn import accounts, clock
from elearn.access import Actor, Role
from elearn.errors import Forbidden
from elearn.text import msg
from elearn.web import leavers
from elearn.web.errors import signed_out, wants_json
from elearn.web.session import db, reading

#: Where a device may go that still owes the second factor: to show it, or to set it up.
PROVING = {
    *("accounts.code", "accounts.show_code", "accounts.factor", "accounts.begin_factor"),
    *("accounts.set_up_factor", "accounts.confirm_factor"),
}
#: Stands in the cookie of whoever signed in and has not been shown what is held of her.
OWES_NOTICE = "owes notice"

P = ParamSpec("P")
R = TypeVar("R")

csrf = CSRFProtect()
manager = LoginManager()
manager.session_protection = None  # A phone changes its address all day; the table decides.


class SignedIn(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """The person of this request, loaded from her sign-in session."""

    def __init__(self, token: str, presence: accounts.Presence) -> None:
        self.token = token
        self.presence = presence

    def get_id(self) -> str:
        return self.token


@manager.user_loader  # type: ignore[untyped-decorator]  # flask-login has no types
def _load(token: str) -> SignedIn | None:
    with reading() as reader:
        presence = accounts.presence_of(reader, token, now=clock.now())
    return SignedIn(token, presence) if presence else None


@manager.unauthorized_handler  # type: ignore[untyped-decorator]  # flask-login has no types
def _ask_to_sign_in() -> ResponseReturnValue:
    """Send a person to sign in and back; tell a script, which could not."""
    if wants_json():
        return signed_out()
    return redirect(url_for("accounts.sign_in", next=_back()), 303)


def enter(token: str) -> None:
    """Sign this browser in by a fresh token; whatever its cookie held before is forgotten.

    :raise Forbidden: if the account was closed meanwhile.
    """
    now = clock.now()
    presence = accounts.presence_of(db(), token, now=now)
    if presence is None:
        raise Forbidden(msg("Tài khoản này đã đóng. Người phụ trách ở xã mở lại được."))
    session.clear()
    session.permanent = True
    if accounts.owes_notice(db(), presence.account_id, now=now):
        session[OWES_NOTICE] = True
    flask_login.login_user(SignedIn(token, presence))
    leavers.tell_back(presence.person_id)


def reader_of_tokens(app: Flask) -> Callable[[str], str | None]:
    """Return what reads the sign-in token in a Cookie header as it is read for a page."""
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    name = app.config["SESSION_COOKIE_NAME"]
    age = int(app.permanent_session_lifetime.total_seconds())

    @lru_cache(maxsize=16_384)  # One and the same comes each minute, from thousands.
    def signed_in(cookie: str) -> str | None:
        try:
            kept = signer.loads(cookie, max_age=age) if signer else {}
        except BadSignature:
            return None
        token = kept.get("_user_id")
        return token if isinstance(token, str) else None

    return lambda cookies: signed_in(parse_cookie(cookies).get(name, ""))


def leave() -> None:
    """Have this browser forget who was signed in and all its cookie held."""
    if current_user.is_authenticated:
        leavers.tell_left(person_id())
    flask_login.logout_user()
    session.clear()


def actor() -> Actor:
    """Return on whose behalf this request acts; nobody's grants are empty."""
    if not current_user.is_authenticated:
        return Actor(person_id=None)
    acting: Actor = current_user.presence.actor
    return replace(acting, origin=accounts.network_of(request.remote_addr))


def presence() -> accounts.Presence:
    """Return who is signed in and from which device; use it behind `login_required`."""
    present: accounts.Presence = current_user.presence
    return present


def person_id() -> int:
    """Return the key of the person signed in; use it behind `login_required`."""
    return presence().person_id


def login_required(view: Callable[P, R]) -> Callable[P, R]:
    """Let only people in who are signed in; others are asked to and come back here.

    Who still owes the second factor is sent to show it first.
    """

    @wraps(view)
    def proved(*args: P.args, **kwargs: P.kwargs) -> R:
        owed = presence().owes
        if owed and request.endpoint not in PROVING:
            _ask_to_prove(owed)
        return view(*args, **kwargs)

    guarded: Callable[P, R] = flask_login.login_required(proved)
    return guarded


def _ask_to_prove(owed: accounts.Owed) -> NoReturn:
    """Send a person to what her device owes; tell a script, which could not.

    :raise Forbidden: to a script.
    """
    if wants_json():
        raise Forbidden(msg("Cần gõ mã 6 số trước. Mở trang trong trình duyệt rồi làm tiếp."))
    if owed is accounts.Owed.SET_UP:
        abort(redirect(url_for("accounts.factor"), 303))
    abort(redirect(url_for("accounts.code", next=_back()), 303))


def _back() -> str | None:
    """Return the address to come back to."""
    return request.full_path.removesuffix("?") if request.method == "GET" else None


def role_required(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only people in who hold one of the roles somewhere; others are refused in words.

    :raise Forbidden: if the person signed in holds none of them.
    """

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @login_required
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not actor().has(*roles):
                raise Forbidden(
                    msg(
                        "Trang này dành cho người quản lý bài giảng hoặc cán bộ."
                        " Học viên vào mục Học để xem bài."
                    )
                )
            return view(*args, **kwargs)

        return guarded

    return decorate


def init_app(app: Flask) -> None:
    # The cookie outlasts any sign-in session; the table says when that one ends.
    app.config["PERMANENT_SESSION_LIFETIME"] = timedelta(days=366)
    app.config["SESSION_REFRESH_EACH_REQUEST"] = False
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # A page may lie open on a phone all evening.
    csrf.init_app(app)
    manager.init_app(app)

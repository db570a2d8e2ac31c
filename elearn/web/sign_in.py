"""Who is at the other end: the sign-in session behind the cookie, and what it may ask for."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import Flask
from flask_login import LoginManager, UserMixin, current_user, login_required
from flask_wtf.csrf import CSRFProtect

from elearn import accounts, clock
from elearn.access import Actor, Role
from elearn.errors import Forbidden
from elearn.text import msg
from elearn.web.session import db

P = ParamSpec("P")
R = TypeVar("R")

csrf = CSRFProtect()
manager = LoginManager()
manager.login_view = "accounts.sign_in"
manager.login_message = None


class SignedIn(UserMixin):  # type: ignore[misc]  # flask-login has no types
    """The person of this request, loaded from her sign-in session."""

    def __init__(self, token: str, presence: accounts.Presence) -> None:
        self.token = token
        self.presence = presence

    def get_id(self) -> str:
        return self.token


@manager.user_loader  # type: ignore[untyped-decorator]  # flask-login has no types
def _load(token: str) -> SignedIn | None:
    presence = accounts.presence_of(db(), token, now=clock.now())
    return SignedIn(token, presence) if presence else None


def actor() -> Actor:
    """Return on whose behalf this request acts; nobody's grants are empty."""
    if not current_user.is_authenticated:
        return Actor(person_id=None)
    acting: Actor = current_user.presence.actor
    return acting


def person_id() -> int:
    """Return the key of the person signed in; use it behind `login_required`."""
    key: int = current_user.presence.person_id
    return key


def role_required(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let only people in who hold one of the roles somewhere; others are refused in words.

    :raise Forbidden: if the person signed in holds none of them.
    """

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @login_required  # type: ignore[untyped-decorator]  # flask-login has no types
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            if not actor().has(*roles):
                raise Forbidden(
                    msg("Trang này của người quản lý nội dung. Học viên vào mục Học để xem bài.")
                )
            return view(*args, **kwargs)

        return guarded  # type: ignore[no-any-return]  # flask-login has no types

    return decorate


def init_app(app: Flask) -> None:
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # A page may lie open on a phone all evening.
    csrf.init_app(app)
    manager.init_app(app)

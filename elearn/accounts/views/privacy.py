"""What people are told of their data: for anybody to read, and shown once in each version."""

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from elearn import accounts, clock
from elearn.accounts.views.door import bp
from elearn.web import db, local, login_required, presence
from elearn.web.i18n import language
from elearn.web.sign_in import OWES_NOTICE, PROVING

#: What may be opened before the notice was read.
_BEFORE = PROVING | {
    "static",
    "accounts.notice",
    "accounts.read_notice",
    "accounts.sign_in",
    "accounts.privacy",
}


@bp.before_app_request
def _show_first() -> ResponseReturnValue | None:
    """Show whoever signed in a version of the notice she has not seen, before any other page."""
    if request.method != "GET" or request.endpoint in _BEFORE or OWES_NOTICE not in session:
        return None
    if not current_user.is_authenticated:
        return None
    return redirect(url_for("accounts.notice", next=request.full_path.removesuffix("?")), 303)


@bp.get("/privacy")
def privacy() -> ResponseReturnValue:
    return _page("privacy")


@bp.get("/account/privacy")
@login_required
def notice() -> ResponseReturnValue:
    return _page("notice")


@bp.post("/account/privacy")
@login_required
def read_notice() -> ResponseReturnValue:
    now = clock.now()
    version = accounts.notice_on(clock.day_of(now)).version
    accounts.accept_notice(db(), [presence().account_id], version, now=now)
    session.pop(OWES_NOTICE, None)
    return redirect(local(request.args.get("next")), 303)


def _page(name: str) -> str:
    told = accounts.notice_on(clock.today())
    return render_template(f"accounts/{name}.html", notice=told, html=told.told_in(language()))

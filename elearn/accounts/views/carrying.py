"""From one browser to another: /account/carry makes the link, /carry asks and signs in."""

from urllib.parse import urlsplit

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import accounts, clock, paper
from elearn.accounts.views.door import bp, device
from elearn.web import db, enter, here, local, login_required, presence


@bp.post("/account/carry")
@login_required
def make_link() -> ResponseReturnValue:
    now = clock.now()
    token = accounts.begin_carrying(db(), presence().session_id, now=now)
    target = local(request.form.get("next"))
    address = here().settings.public_url.rstrip("/") + url_for(
        "accounts.carry", token=token, next=target
    )
    seconds = accounts.code_rule_on(clock.day_of(now)).carry_seconds
    return render_template(
        "accounts/carry_link.html",
        address=address,
        intent=_intent(address),
        qr=paper.qr_svg(address),
        seconds=seconds,
    )


def _intent(address: str) -> str:
    """Return the address as Android opens it in Chrome, from within another app."""
    parts = urlsplit(address)
    rest = f"{parts.netloc}{parts.path}?{parts.query}"
    return f"intent://{rest}#Intent;scheme={parts.scheme};package=com.android.chrome;end"


@bp.get("/carry")
def carry() -> ResponseReturnValue:
    token = request.args.get("token", "")
    found = accounts.standing_link(db(), token, now=clock.now())
    return _asked(found), 422 if isinstance(found, accounts.Failure) else 200


@bp.post("/carry")
def take_over() -> ResponseReturnValue:
    token = request.args.get("token", "")
    outcome = accounts.carry(db(), token, device(), now=clock.now())
    if isinstance(outcome, accounts.Failure):
        return _asked(outcome), 422
    enter(outcome.token)
    return redirect(local(request.args.get("next")), 303)


def _asked(found: accounts.Carried | accounts.Failure) -> str:
    failure = found if isinstance(found, accounts.Failure) else None
    carried = None if failure else found
    return render_template("accounts/carry.html", alone=True, failure=failure, carried=carried)


@bp.app_template_global("is_android")
def is_android() -> bool:
    """Return whether the telephone can be told to open an address in Chrome."""
    return "Android" in request.user_agent.string


@bp.app_template_global("within_app")
def within_app() -> bool:
    """Return whether this page stands in the browser of a messenger."""
    return accounts.is_within_app(request.user_agent.string)

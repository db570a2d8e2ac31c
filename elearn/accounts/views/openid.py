"""Signing in by way of another house (OpenID Connect), and linking one's account to it."""

from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import accounts, clock
from elearn.accounts import oidc
from elearn.accounts.rules import Identity
from elearn.accounts.views import journey
from elearn.accounts.views.asking import is_hers
from elearn.accounts.views.door import bp, device, guard
from elearn.accounts.views.factor_forms import BeginForm
from elearn.errors import Conflict, NotFound, Refusal
from elearn.text import Message, msg
from elearn.web import db, enter, here, local, login_required, presence

_LATE = msg("Đã quá thời gian, hoặc trang này đã mở một lần rồi. Bấm đăng nhập lại từ đầu.")
_NOT_FRESH = msg("Gõ lại mật khẩu trước khi nối.")


@bp.app_template_global("openid_name")
def openid_name() -> str:
    """Return how the other house is called; empty if there is none."""
    settings = here().settings
    return settings.oidc_name if settings.oidc_issuer else ""


def provider() -> oidc.Provider:
    """Return the provider of this installation.

    :raise NotFound: if it has none.
    """
    chosen = here().settings
    if not chosen.oidc_issuer:
        raise NotFound(msg("Hệ thống này không đăng nhập qua nơi khác."))
    return oidc.provider_at(
        chosen.oidc_issuer, chosen.oidc_client_id, chosen.oidc_client_secret, chosen.oidc_name
    )


@bp.get("/sign-in/openid")
def openid() -> ResponseReturnValue:
    return _leave(None, local(request.args.get("next")))


@bp.get("/sign-in/openid/back")
def openid_back() -> ResponseReturnValue:
    now, house = clock.now(), provider()
    way = journey.take(now=now)
    if way is None:
        return _refused(_LATE)
    try:
        identity = house.identity(way.journey, request.args, _back())
        return _link(way, identity, now) if way.linking else _enter(way, identity, now)
    except Refusal as refused:
        return _refused(refused.message)


def _enter(way: journey.Way, identity: Identity, now: datetime) -> ResponseReturnValue:
    db().rollback()
    with here().database.writing() as short:
        signed_in = accounts.sign_in_linked(short, identity, device(), now=now)
    if signed_in is None:
        return render_template("accounts/openid_unknown.html"), 403
    enter(signed_in.token)
    return redirect(way.target, 303)


def _link(way: journey.Way, identity: Identity, now: datetime) -> ResponseReturnValue:
    """Link the account of the session that set out, if it is still the one that sits there.

    :raise Conflict: if it is not, or if either is linked otherwise.
    """
    if not current_user.is_authenticated or presence().session_id != way.linking:
        raise Conflict(_LATE)
    db().rollback()
    with here().database.writing() as short:
        accounts.link_identity(short, presence(), identity, device(), now=now)
    flash(_("Đã nối. Từ nay đăng nhập được bằng %(name)s.", name=openid_name()))
    return redirect(way.target, 303)


@bp.get("/account/openid")
@login_required
def openid_link() -> ResponseReturnValue:
    return _page(BeginForm())


@bp.post("/account/openid")
@login_required
def openid_ask() -> ResponseReturnValue:
    provider()
    now, form = clock.now(), BeginForm()
    if not form.validate():
        return _page(form), 422
    if not is_hers(form, now):
        return _page(form), 422
    journey.freshen(presence().session_id, seconds=guard(now).rule.choice_seconds, now=now)
    return redirect(url_for("accounts.openid_link"), 303)


@bp.get("/account/openid/go")
@login_required
def openid_go() -> ResponseReturnValue:
    provider()
    if not journey.is_fresh(presence().session_id, now=clock.now()):
        return _refused(_NOT_FRESH)
    return _leave(presence().session_id, url_for("accounts.openid_link"))


@bp.post("/account/openid/end")
@login_required
def openid_end() -> ResponseReturnValue:
    issuer = provider().issuer
    accounts.unlink_identity(db(), presence(), issuer, device(), now=clock.now())
    flash(_("Đã bỏ nối. Từ nay đăng nhập bằng mật khẩu."))
    return redirect(url_for("accounts.openid_link"), 303)


def _leave(linking: int | None, target: str) -> ResponseReturnValue:
    """Send the browser to the provider, with what it must bring back kept in its cookie."""
    way = journey.Way(oidc.Journey(), linking, target)
    try:
        address = provider().way_out(way.journey, _back())
    except NotFound:
        raise
    except Refusal as refused:
        return _refused(refused.message)
    now = clock.now()
    journey.begin(way, seconds=guard(now).rule.choice_seconds, now=now)
    return redirect(address, 303)


def _back() -> str:
    return here().settings.public_url.rstrip("/") + url_for("accounts.openid_back")


def _refused(message: Message) -> ResponseReturnValue:
    return render_template("accounts/openid_refused.html", message=message), 400


def _page(form: BeginForm) -> str:
    one, house = presence(), provider()
    return render_template(
        "accounts/openid.html",
        form=form,
        link=accounts.identity_of(db(), one.account_id, house.issuer),
        is_fresh=journey.is_fresh(one.session_id, now=clock.now()),
    )

"""The ways in and out: /sign-in, /sign-in/who, /sign-out."""

from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from elearn import accounts, clock
from elearn.accounts.views import offer
from elearn.accounts.views.door import bp, device, guard
from elearn.accounts.views.forms import SignInForm
from elearn.web import db, enter, keep, leave, local, reading


@bp.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    if current_user.is_authenticated:
        return redirect(local(request.args.get("next")), 303)
    return render_template("accounts/sign_in.html", form=SignInForm())


@bp.post("/sign-in")
def knock() -> ResponseReturnValue:
    now, form = clock.now(), SignInForm()
    if not form.validate():
        return render_template("accounts/sign_in.html", form=form), 422
    outcome = _outcome(form, now)
    if isinstance(outcome, accounts.Failure):
        keep()
        page = render_template("accounts/sign_in.html", form=form, failure=outcome)
        return page, 429 if outcome.is_paused else 422
    target = local(request.args.get("next"))
    if isinstance(outcome, accounts.Choice):
        asked = offer.Offer(outcome.account_ids, target)
        offer.make(asked, seconds=guard(now).rule.choice_seconds, now=now)
        return redirect(url_for("accounts.who"), 303)
    enter(outcome.token)
    return redirect(target, 303)


def _outcome(
    form: SignInForm, now: datetime
) -> accounts.SignedIn | accounts.Choice | accounts.Failure:
    """Test the password without a transaction that others would wait for, then decide in one."""
    watch = guard(now)
    attempt = accounts.Knock(form.name.data or "", form.password.data or "", device())
    with reading() as reader:
        examined = accounts.examine(reader, attempt, watch, now=now)
    return accounts.admit(db(), examined, watch, now=now)


@bp.get("/sign-in/who")
def who() -> ResponseReturnValue:
    if (asked := offer.standing(now=clock.now())) is None:
        return _again()
    return render_template(
        "accounts/who.html", faces=accounts.faces_of(db(), asked.account_ids, now=clock.now())
    )


@bp.post("/sign-in/who")
def choose() -> ResponseReturnValue:
    now = clock.now()
    asked = offer.standing(now=now)
    chosen = request.form.get("account", type=int)
    if asked is None or chosen not in asked.account_ids:
        return _again()
    account = db().get_one(accounts.Account, chosen)
    enter(accounts.open_session(db(), account, now=now, device=device(), is_proved=False))
    return redirect(asked.target, 303)


def _again() -> ResponseReturnValue:
    flash(_("Đã quá thời gian chọn. Gõ lại mật khẩu để đăng nhập."))
    return redirect(url_for("accounts.sign_in"), 303)


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    if current_user.is_authenticated:
        accounts.sign_out(db(), current_user.token, now=clock.now())
    leave()
    return redirect(url_for("accounts.sign_in"), 303)

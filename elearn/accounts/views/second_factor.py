"""The second factor: asked for after the password, and set up on one's own pages."""

from datetime import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import accounts, clock, paper
from elearn.access import Role
from elearn.accounts import totp
from elearn.accounts.views.asking import is_hers
from elearn.accounts.views.door import bp, device, guard
from elearn.accounts.views.factor_forms import BeginForm, CodeForm
from elearn.web import (
    actor,
    db,
    here,
    keep,
    local,
    login_required,
    presence,
    role_required,
    told,
)


@bp.get("/sign-in/code")
@login_required
def code() -> ResponseReturnValue:
    if presence().owes is None:
        return redirect(local(request.args.get("next")), 303)
    return render_template("accounts/code.html", form=CodeForm())


@bp.post("/sign-in/code")
@login_required
def show_code() -> ResponseReturnValue:
    now, form = clock.now(), CodeForm()
    if not form.validate():
        return render_template("accounts/code.html", form=form), 422
    if failure := accounts.prove(db(), presence(), _proof(form), guard(now), now=now):
        page = render_template("accounts/code.html", form=_refused(form, failure))
        return page, 429 if failure.is_paused else 422
    return redirect(local(request.args.get("next")), 303)


@bp.get("/account/second-factor")
@login_required
def factor() -> ResponseReturnValue:
    return _page(BeginForm(), CodeForm())


@bp.post("/account/second-factor")
@login_required
def begin_factor() -> ResponseReturnValue:
    now, form = clock.now(), BeginForm()
    if not form.validate():
        return _page(form, CodeForm()), 422
    if not is_hers(form, now):
        return _page(form, CodeForm()), 422
    accounts.begin_factor(db(), presence().account_id, guard(now), now=now)
    return redirect(url_for("accounts.set_up_factor"), 303)


@bp.get("/account/second-factor/setup")
@login_required
def set_up_factor() -> ResponseReturnValue:
    return _setup_page(CodeForm(), clock.now())


@bp.post("/account/second-factor/setup")
@login_required
def confirm_factor() -> ResponseReturnValue:
    now, form = clock.now(), CodeForm()
    if not form.validate():
        return _setup_page(form, now), 422
    codes = accounts.confirm_factor(db(), presence(), _proof(form), guard(now), now=now)
    if isinstance(codes, accounts.Failure):
        return _setup_page(_refused(form, codes), now), 422
    return render_template("accounts/recovery.html", codes=codes)


@bp.post("/account/second-factor/codes")
@login_required
def renew_codes() -> ResponseReturnValue:
    now, form = clock.now(), CodeForm()
    if not form.validate():
        return _page(BeginForm(), form), 422
    codes = accounts.renew_codes(db(), presence(), _proof(form), guard(now), now=now)
    if isinstance(codes, accounts.Failure):
        return _page(BeginForm(), _refused(form, codes)), 422
    return render_template("accounts/recovery.html", codes=codes)


@bp.post("/account/second-factor/end")
@login_required
def end_factor() -> ResponseReturnValue:
    now, form = clock.now(), CodeForm()
    if not form.validate():
        return _page(BeginForm(), form), 422
    if failure := accounts.end_factor(db(), presence(), _proof(form), guard(now), now=now):
        return _page(BeginForm(), _refused(form, failure)), 422
    flash(_("Đã tắt mã 6 số. Từ nay chỉ cần mật khẩu."))
    return redirect(url_for("accounts.account"), 303)


@bp.post("/accounts/<int:account_id>/second-factor/reset")
@role_required(Role.CENTRAL)
def reset_factor(account_id: int) -> ResponseReturnValue:
    account = accounts.account_seen_by(db(), actor(), account_id)
    accounts.reset_factor(db(), actor(), account, now=clock.now())
    flash(_("Đã bỏ mã 6 số của %(name)s; mọi máy đã đăng xuất.", name=account.user_name))
    return redirect(url_for("accounts.one", account_id=account.id), 303)


def _proof(form: CodeForm) -> accounts.Proof:
    return accounts.Proof(form.code.data or "", device())


def _refused(form: CodeForm, failure: accounts.Failure) -> CodeForm:
    """Put beside the code why it does not do, and keep the count of it."""
    keep()
    form.code.errors = [told(failure.message)]
    return form


def _page(begin: BeginForm, form: CodeForm) -> str:
    now = clock.now()
    rule = guard(now).rule
    return render_template(
        "accounts/second_factor.html",
        begin=begin,
        form=form,
        factor=accounts.factor_of(db(), presence().account_id, rule, now=now),
        owes=presence().owes,
    )


def _setup_page(form: CodeForm, now: datetime) -> str:
    secret = accounts.secret_begun(db(), presence().account_id, guard(now), now=now)
    address = totp.address(secret, presence().user_name, here().settings.product_name)
    groups = [secret[place : place + 4] for place in range(0, len(secret), 4)]
    qr = paper.qr_svg(address)
    return render_template("accounts/factor_setup.html", form=form, qr=qr, groups=groups)

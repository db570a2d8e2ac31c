"""One's own page: who one is here, on which devices one is signed in, one's password."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import accounts, clock
from elearn.access import ROLE_NAMES, Actor
from elearn.accounts.views.door import bp, device, guard
from elearn.accounts.views.forms import PasswordForm
from elearn.errors import InvalidInput
from elearn.text import Message
from elearn.web import db, keep, login_required, presence, reading, told


@bp.get("/account")
@login_required
def account() -> ResponseReturnValue:
    one, now = presence(), clock.now()
    rule = accounts.role_rule_on(clock.day_of(now))
    return render_template(
        "accounts/account.html",
        present=one,
        roles=_roles(one.actor),
        face=accounts.faces_of(db(), [one.account_id], now=now)[0],
        sessions=accounts.open_sessions(db(), one.account_id, now=now),
        factor=accounts.factor_of(db(), one.account_id, guard(now).rule, now=now),
        need=rule.need_of([grant.role for grant in one.actor.grants]),
    )


def _roles(actor: Actor) -> list[Message]:
    return [name for role, name in ROLE_NAMES.items() if actor.has(role)]


@bp.post("/account/sessions/<int:session_id>/end")
@login_required
def end(session_id: int) -> ResponseReturnValue:
    accounts.end_session(db(), presence().account_id, session_id, now=clock.now())
    flash(_("Đã đăng xuất máy đó."))
    return redirect(url_for("accounts.account"), 303)


@bp.post("/account/sessions/end")
@login_required
def end_others() -> ResponseReturnValue:
    one = presence()
    accounts.end_sessions(db(), one.account_id, but=one.session_id, now=clock.now())
    flash(_("Đã đăng xuất mọi máy khác."))
    return redirect(url_for("accounts.account"), 303)


@bp.get("/account/password")
@login_required
def password() -> ResponseReturnValue:
    return _password_page(PasswordForm())


@bp.post("/account/password")
@login_required
def change_password() -> ResponseReturnValue:
    now, form = clock.now(), PasswordForm()
    if not form.validate():
        return _password_page(form), 422
    change = accounts.Change(form.current.data or "", form.password.data or "", device())
    try:
        with reading() as reader:
            examined = accounts.examine_change(reader, presence(), change, guard(now), now=now)
    except InvalidInput as refused:
        form.password.errors = [told(flaw) for flaw in refused.fields.values()]
        return _password_page(form), 422
    if failure := accounts.change_password(db(), presence(), examined, guard(now), now=now):
        keep()
        form.current.errors = [told(failure.message)]
        return _password_page(form), 422
    flash(_("Đã đổi mật khẩu. Các máy khác phải đăng nhập lại."))
    return redirect(url_for("accounts.account"), 303)


def _password_page(form: PasswordForm) -> str:
    length = guard(clock.now()).rule.password_length
    return render_template("accounts/password.html", form=form, length=length)

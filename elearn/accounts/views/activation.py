"""The first sign-in by a code: who one is, what is held of one, a password. /activate …"""

from datetime import datetime
from typing import NoReturn

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from elearn import accounts, clock, people
from elearn.access import Actor
from elearn.accounts.views import steps
from elearn.accounts.views.activation_forms import FirstPasswordForm, SlipForm, WrongForm
from elearn.accounts.views.door import bp, device, guard
from elearn.errors import InvalidInput
from elearn.web import db, enter, keep, reading, told
from elearn.web.i18n import language
from elearn.web.navigation import start


@bp.get("/activate")
def activate() -> ResponseReturnValue:
    return _page("activate", form=SlipForm(data={"code": request.args.get("code")}))


@bp.post("/activate")
def type_code() -> ResponseReturnValue:
    now, form = clock.now(), SlipForm()
    if not form.validate():
        return _page("activate", form=form), 422
    typed = accounts.Typed(form.code.data or "", device())
    found = accounts.recognise(db(), typed, guard(now), now=now)
    if isinstance(found, accounts.Failure):
        keep()
        return _page("activate", form=form, failure=found), 429 if found.is_paused else 422
    minutes = accounts.code_rule_on(clock.day_of(now)).steps_minutes
    steps.begin(found.id, minutes=minutes, now=now)
    return _onward(db(), found, now)


@bp.get("/activate/who")
def activate_who() -> ResponseReturnValue:
    now = clock.now()
    bearer = accounts.bearer_of(db(), _code(db(), now), day=clock.day_of(now))
    return _page("activate_who", bearer=bearer, you=told(people.address_of(bearer.person)))


@bp.post("/activate/who")
def confirm_who() -> ResponseReturnValue:
    now = clock.now()
    code = _code(db(), now)
    accounts.confirm(code, now=now)
    return _onward(db(), code, now)


@bp.get("/activate/wrong")
def activate_wrong() -> ResponseReturnValue:
    _code(db(), clock.now())
    return _page("activate_wrong", form=WrongForm())


@bp.post("/activate/wrong")
def report_wrong() -> ResponseReturnValue:
    now, form = clock.now(), WrongForm()
    code = _code(db(), now)
    if not form.validate():
        return _page("activate_wrong", form=form), 422
    owner = _owner(code)
    try:
        people.ask_correction(db(), owner, owner.person_id or 0, form.meant, now=now)
    except InvalidInput as refused:
        form.wanted.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page("activate_wrong", form=form), 422
    accounts.confirm(code, now=now)
    flash(_("Đã gửi báo sửa tới người phụ trách. Anh/chị làm tiếp được ngay."))
    return _onward(db(), code, now)


@bp.post("/activate/leave")
def leave_activation() -> ResponseReturnValue:
    steps.forget()
    flash(_("Đưa lại phiếu cho người phụ trách, và gõ mã trên phiếu có tên mình."))
    return redirect(url_for("accounts.activate"), 303)


@bp.get("/activate/privacy")
def activate_privacy() -> ResponseReturnValue:
    now = clock.now()
    _code(db(), now)
    notice = accounts.notice_on(clock.day_of(now))
    return _page("activate_privacy", notice=notice, html=notice.told_in(language()))


@bp.post("/activate/privacy")
def accept_privacy() -> ResponseReturnValue:
    now = clock.now()
    code = _code(db(), now)
    version = accounts.notice_on(clock.day_of(now)).version
    accounts.accept_notice(db(), [code.account_id], version, now=now)
    return _onward(db(), code, now)


@bp.get("/activate/password")
def activate_password() -> ResponseReturnValue:
    now = clock.now()
    return _password_page(db(), _due(db(), now), FirstPasswordForm())


@bp.post("/activate/password")
def first_password() -> ResponseReturnValue:
    now, form = clock.now(), FirstPasswordForm()
    with reading() as reader:
        code = _due(reader, now)
        hash_ = _hash(reader, code, form, now)
        if hash_ is None:
            return _password_page(reader, code, form), 422
    enter(accounts.activate(db(), code.id, hash_, device(), now=now).token)
    flash(_("Đã đặt mật khẩu. Từ nay đăng nhập bằng mật khẩu này."))
    return redirect(start(), 303)


def _hash(
    reader: Session, code: accounts.ActivationCode, form: FirstPasswordForm, now: datetime
) -> str | None:
    """Return the hash of the password typed; none if it will not do, which the form then tells."""
    if not form.validate():
        return None
    account = reader.get_one(accounts.Account, code.account_id)
    try:
        return accounts.good_password(reader, account, form.password.data or "", guard(now))
    except InvalidInput as refused:
        form.password.errors = [told(flaw) for flaw in refused.fields.values()]
        return None


def _password_page(reader: Session, code: accounts.ActivationCode, form: FirstPasswordForm) -> str:
    account = reader.get_one(accounts.Account, code.account_id)
    person = people.person_by_id(reader, account.person_id)
    length = guard(clock.now()).rule.password_length
    return _page("activate_password", form=form, account=account, person=person, length=length)


def _page(name: str, **more: object) -> str:
    return render_template(f"accounts/{name}.html", alone=True, **more)


def _code(reader: Session, now: datetime) -> accounts.ActivationCode:
    """Return the code somebody is on her way by; else have her type it."""
    code_id = steps.standing(now=now)
    code = accounts.open_code(reader, code_id, now=now) if code_id else None
    return code or _again()


def _due(reader: Session, now: datetime) -> accounts.ActivationCode:
    """Return the code of somebody who has only the password left; else send her to what is."""
    code = _code(reader, now)
    if code.confirmed_at is None or accounts.owes_notice(reader, code.account_id, now=now):
        abort(_onward(reader, code, now))
    return code


def _again() -> NoReturn:
    flash(_("Gõ lại mã trên phiếu để làm tiếp."))
    abort(redirect(url_for("accounts.activate"), 303))


def _onward(reader: Session, code: accounts.ActivationCode, now: datetime) -> Response:
    """Send somebody to her next step: what was done before an interruption stays done."""
    step = "activate_password"
    if code.confirmed_at is None:
        step = "activate_who"
    elif accounts.owes_notice(reader, code.account_id, now=now):
        step = "activate_privacy"
    return redirect(url_for(f"accounts.{step}"), 303)


def _owner(code: accounts.ActivationCode) -> Actor:
    """Return the owner of the account, acting from here; nothing is granted her yet."""
    owner = db().get_one(accounts.Account, code.account_id)
    return Actor(owner.person_id, origin=device().network)

"""One person's account, as a helper sees it: a new code, devices, closed or open."""

from io import BytesIO

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import accounts, clock, people
from elearn.access import Role
from elearn.accounts import printing, typst
from elearn.accounts.rules import HELPING, code_in, shown_code
from elearn.accounts.views.door import bp
from elearn.errors import NotFound
from elearn.text import msg
from elearn.web import actor, db, here, role_required


@bp.get("/accounts/<int:account_id>")
@role_required(*people.SEEING)
def one(account_id: int) -> ResponseReturnValue:
    return _page(accounts.account_seen_by(db(), actor(), account_id))


@bp.post("/accounts/<int:account_id>/code")
@role_required(*HELPING)
def help_in(account_id: int) -> ResponseReturnValue:
    now, account = clock.now(), accounts.account_seen_by(db(), actor(), account_id)
    code = accounts.help_in(db(), actor(), account, key=here().settings.secret_key, now=now)
    return _page(account, code=code)


@bp.post("/accounts/<int:account_id>/slip")
@role_required(*HELPING)
def slip(account_id: int) -> ResponseReturnValue:
    """Draw the slip of a code that was just shown; only who has seen it can ask for it."""
    now, account = clock.now(), accounts.account_seen_by(db(), actor(), account_id)
    code, settings = code_in(request.form.get("code", "")) or "", here().settings
    held = accounts.code_held(db(), account, code, key=settings.secret_key, now=now)
    if held is None:
        raise NotFound(msg("Mã này không còn dùng được. Tạo mã mới rồi in phiếu."))
    sheet = printing.single(db(), account, (code, held.expires_at), settings, now=now)
    drawn = BytesIO(typst.draw(sheet))
    name = f"phieu-{account.user_name}.pdf"
    return send_file(drawn, "application/pdf", as_attachment=True, download_name=name)


@bp.post("/accounts/<int:account_id>/sign-out")
@role_required(*HELPING)
def end_hers(account_id: int) -> ResponseReturnValue:
    account = accounts.account_seen_by(db(), actor(), account_id)
    session_id = request.form.get("session", type=int)
    accounts.end_hers(db(), actor(), account, session_id, now=clock.now())
    flash(_("Đã đăng xuất máy đó.") if session_id else _("Đã đăng xuất mọi máy."))
    return _back(account)


@bp.post("/accounts/<int:account_id>/close")
@role_required(*HELPING)
def close(account_id: int) -> ResponseReturnValue:
    account = accounts.account_seen_by(db(), actor(), account_id)
    accounts.shut(db(), actor(), account, now=clock.now())
    flash(_("Đã đóng tài khoản %(name)s.", name=account.user_name))
    return _back(account)


@bp.post("/accounts/<int:account_id>/reopen")
@role_required(*HELPING)
def reopen(account_id: int) -> ResponseReturnValue:
    account = accounts.account_seen_by(db(), actor(), account_id)
    accounts.reopen(db(), actor(), account, now=clock.now())
    flash(_("Đã mở lại tài khoản %(name)s.", name=account.user_name))
    return _back(account)


def _back(account: accounts.Account) -> ResponseReturnValue:
    return redirect(url_for("accounts.one", account_id=account.id), 303)


def _page(account: accounts.Account, code: str = "") -> str:
    now = clock.now()
    today, rule = clock.day_of(now), accounts.code_rule_on(clock.day_of(now))
    person = people.person_by_id(db(), account.person_id)
    terms = people.terms_of(db(), [person.id], day=today).get(person.id, [])
    helps = accounts.helps(db(), actor(), account, day=today)
    return render_template(
        "accounts/one.html",
        account=account,
        person=person,
        terms=[term for term in terms if term.is_held_on(today)],
        sessions=accounts.open_sessions(db(), account.id, now=now),
        codes=accounts.codes_of(db(), account.id)[:5],
        accepted=accounts.accepted_by(db(), account.id),
        helps=helps,
        decides=accounts.decides(db(), actor(), account, day=today),
        code=shown_code(code) if code else "",
        page=typst.shown_address(here().settings.public_url.rstrip("/") + printing.PAGE),
        days=rule.reset_days if account.password_hash else rule.code_days,
        now=now,
        loses_factor=helps and actor().has(Role.CENTRAL) and accounts.has_factor(db(), account.id),
    )

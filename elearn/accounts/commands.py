"""`elearn accounts`: ways in for people, from the shell."""

from datetime import date, datetime
from typing import TextIO

import click
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock
from elearn.access import OPERATOR, ROLE_NAMES, Role
from elearn.cli import Group, Installation
from elearn.cli.days import Day

_PASSWORD_FILE = click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    help="Tệp có mật khẩu ở dòng đầu, “-” là đọc từ bàn phím; không có thì hỏi.",
)


@click.group("accounts", cls=Group)
def group() -> None:
    """Tài khoản và quyền."""


@group.command()
@click.argument("user")
@click.option("--person", type=int, required=True, help="Số của người trong danh sách cán bộ.")
@_PASSWORD_FILE
@click.pass_obj
def add(here: Installation, user: str, person: int, password_file: TextIO | None) -> None:
    """Cấp tài khoản có tên USER cho một người."""
    text, now = _password(password_file), clock.now()
    with here.database.writing() as db:
        account = accounts.create_account(db, OPERATOR, person, user, now=now)
        _set(here, db, account, text, now)
    click.echo(f"Đã cấp tài khoản {account.user_name}.")


@group.command()
@click.argument("user")
@_PASSWORD_FILE
@click.pass_obj
def password(here: Installation, user: str, password_file: TextIO | None) -> None:
    """Đặt lại mật khẩu của USER; mọi máy đang đăng nhập bị đăng xuất."""
    text, now = _password(password_file), clock.now()
    with here.database.writing() as db:
        account = accounts.account_named(db, user)
        _set(here, db, account, text, now)
    click.echo(f"Đã đặt mật khẩu của {account.user_name}.")


@group.command()
@click.argument("user")
@click.argument("role", type=click.Choice([role.value for role in Role]))
@click.argument("area")
@click.option("--from", "first", type=Day(), help="Ngày đầu, ví dụ 31/01/2026; không có: hôm nay.")
@click.option("--to", "last", type=Day(), help="Ngày cuối còn quyền; không có: không hết hạn.")
@click.pass_obj
def grant(here: Installation, /, user: str, role: str, area: str, **days: date | None) -> None:
    """Giao cho USER một vai trò trên một đơn vị hành chính: VN, mã, hoặc tên."""
    now = clock.now()
    today = clock.day_of(now)
    with here.database.writing() as db:
        account, meant = accounts.account_named(db, user), areas.area_meant(db, area, day=today)
        granted = accounts.Granted(Role(role), meant.area_id, days["first"] or today, days["last"])
        accounts.grant(db, OPERATOR, account.person_id, granted, now=now)
    click.echo(f"{account.user_name}: {ROLE_NAMES[granted.role]}, {meant.full_name}.")


@group.command("list")
@click.pass_obj
def list_(here: Installation) -> None:
    """Kể các tài khoản."""
    with here.database.reading() as db:
        for account, person in accounts.all_accounts(db):
            closed = "  (đã đóng)" if account.closed_at else ""
            click.echo(f"{account.user_name}  {person.full_name}  {person.phone or '–'}{closed}")


def _password(file: TextIO | None) -> str:
    if file is not None:
        return file.readline().rstrip("\r\n")
    typed: str = click.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Gõ lại")
    return typed


def _set(
    here: Installation, db: Session, account: accounts.Account, text: str, now: datetime
) -> None:
    rule = accounts.rule_on(clock.day_of(now))
    guard = accounts.Guard(accounts.Passwords(), rule, here.settings.secret_key)
    hash_ = accounts.good_password(db, account, text, guard)
    accounts.set_password(db, OPERATOR, account, hash_, now=now)

"""`elearn accounts`: ways in for people, from the shell."""

from datetime import date, datetime
from typing import TextIO

import click
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock
from elearn.access import OPERATOR, ROLE_NAMES, Role
from elearn.cli import Group, Installation

_DAY = click.DateTime(["%Y-%m-%d"])
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
@click.argument("area_code")
@click.option("--from", "first", type=_DAY, help="Ngày đầu, ví dụ 2026-01-31; không có: hôm nay.")
@click.option("--to", "last", type=_DAY, help="Ngày cuối còn quyền; không có: không hết hạn.")
@click.pass_obj
def grant(
    here: Installation, /, user: str, role: str, area_code: str, **days: datetime | None
) -> None:
    """Giao cho USER một vai trò trên một đơn vị hành chính: VN, mã tỉnh, hoặc mã xã."""
    now = clock.now()
    today = clock.day_of(now)
    first, last = (moment and moment.date() for moment in (days["first"], days["last"]))
    with here.database.writing() as db:
        account, area_id = accounts.account_named(db, user), _area_id(db, area_code, today)
        granted = accounts.Granted(Role(role), area_id, first or today, last)
        accounts.grant(db, OPERATOR, account.person_id, granted, now=now)
    click.echo(f"{account.user_name}: {ROLE_NAMES[granted.role]}, {area_code}.")


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


def _area_id(db: Session, code: str, day: date) -> int:
    if code == "VN":
        return areas.root(db).id
    level = areas.Level.PROVINCE if len(code) <= len("01") else areas.Level.COMMUNE
    return areas.area_by_code(db, code, level=level, day=day).area_id

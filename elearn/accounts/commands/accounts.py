"""Accounts and their passwords, from the shell."""

from datetime import datetime
from typing import TextIO

import click
from sqlalchemy.orm import Session

from elearn import accounts, clock
from elearn.access import OPERATOR
from elearn.accounts.commands.door import group
from elearn.cli import Installation

_PASSWORD_FILE = click.option(
    "--password-file",
    type=click.File(encoding="utf-8"),
    help="Tệp có mật khẩu ở dòng đầu, “-” là đọc từ bàn phím; không có thì hỏi.",
)


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

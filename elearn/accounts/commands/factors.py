"""The second factor, from the shell: who holds that holds the key to all of them anyway."""

import click

from elearn import accounts, clock
from elearn.access import OPERATOR
from elearn.accounts.commands.door import group
from elearn.cli import Installation
from elearn.errors import NotFound
from elearn.text import msg


@group.command()
@click.argument("user")
@click.pass_obj
def code(here: Installation, user: str) -> None:
    """In mã 6 số hiện tại của USER, cho bản dùng thử.

    Chỉ chạy được ở nơi giữ khóa bí mật của hệ thống, tức là nơi vốn mở được mọi thứ.
    """
    with here.database.reading() as db:
        account = accounts.account_named(db, user)
        key = here.settings.secret_key
        digits = accounts.present_code(db, account, key=key, now=clock.now())
    if digits is None:
        raise NotFound(msg("Tài khoản này chưa bật mã 6 số."))
    click.echo(digits)


@group.group("second-factor")
def second_factor() -> None:
    """Mã 6 số khi đăng nhập."""


@second_factor.command()
@click.argument("user")
@click.pass_obj
def reset(here: Installation, user: str) -> None:
    """Bỏ mã 6 số của USER bị mất điện thoại; mọi máy đang đăng nhập bị đăng xuất."""
    with here.database.writing() as db:
        account = accounts.account_named(db, user)
        accounts.reset_factor(db, OPERATOR, account, now=clock.now())
    click.echo(f"Đã bỏ mã 6 số của {account.user_name}.")

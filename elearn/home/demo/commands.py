"""`elearn demo`: an installation to try everything on."""

import click

from elearn import clock
from elearn.cli import Installation
from elearn.home.demo.accounts import PASSWORD, sign_in_rows
from elearn.home.demo.filling import load_demo
from elearn.home.setup import load_base


@click.group("demo")
def group() -> None:
    """Dữ liệu dùng thử: nhân vật và bài giảng minh họa."""


@group.command()
@click.pass_obj
def load(here: Installation) -> None:
    """Nạp dữ liệu dùng thử; chạy lại không thay đổi gì."""
    for step in (load_base, load_demo):
        with here.database.writing() as db:
            for message in step(db, now=clock.now()):
                click.echo(str(message))


@group.command()
@click.pass_obj
def accounts(here: Installation) -> None:
    """In bảng tài khoản dùng thử."""
    with here.database.reading() as db:
        rows = sign_in_rows(db)
    click.echo(f"Mật khẩu chung: {PASSWORD}")
    for row in rows:
        click.echo(f"  {row.role!s:<26} {row.user_name:<14} {row.phone or '':<12} {row.name}")

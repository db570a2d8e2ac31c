"""Rights, from the shell: given, listed, ended."""

from datetime import date

import click

from elearn import accounts, areas, clock
from elearn.access import OPERATOR, ROLE_NAMES, Role
from elearn.accounts.commands.door import group
from elearn.cli import Installation
from elearn.cli.days import Day


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

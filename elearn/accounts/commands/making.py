"""Accounts for many people at once, from the shell."""

import click

from elearn import accounts, areas, clock
from elearn.access import OPERATOR
from elearn.accounts.commands.door import group
from elearn.cli import Installation


@group.command()
@click.argument("area")
@click.option("--posts", required=True, help="Các chức danh, cách nhau bằng dấu phẩy.")
@click.option("--slips", is_flag=True, help="Đặt in luôn phiếu cho ai chưa vào lần nào.")
@click.pass_obj
def make(here: Installation, area: str, posts: str, slips: bool) -> None:
    """Cấp tài khoản cho mọi người đang giữ chức danh ở AREA mà chưa có: VN, mã, hoặc tên."""
    now = clock.now()
    wanted = [key.strip() for key in posts.split(",") if key.strip()]
    with here.database.writing() as db:
        meant = areas.area_meant(db, area, day=clock.day_of(now))
        made = accounts.make_accounts(db, OPERATOR, meant, wanted, now=now)
        click.echo(f"{meant.full_name}: đã cấp {made} tài khoản.")
        if slips:
            batch = accounts.order_slips(db, OPERATOR, meant, anew=False, now=now)
            click.echo(f"Đã đặt in phiếu, đợt {batch.id}: /slips/{batch.id}")

"""What becomes of organisation units: ended, left out of evaluation, following their areas."""

from datetime import date
from typing import Any

import click

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.people import queries, service
from elearn.people.commands.entering import unit_group
from elearn.people.models import ExclusionReason


@unit_group.command("end")
@click.argument("unit", type=int)
@click.argument("on", type=Day())
@click.pass_obj
def end_unit(here: Installation, unit: int, on: date) -> None:
    """Kết thúc đơn vị số UNIT sau ngày ON, cùng các chức danh đang giữ ở đó."""
    with here.database.writing() as db:
        found = queries.unit_by_id(db, unit)
        count = service.end_unit(db, OPERATOR, found, on, now=clock.now())
    click.echo(f"{found.name} kết thúc ngày {on:%d/%m/%Y}; {count} chức danh kết thúc theo.")


@unit_group.command("exclude")
@click.argument("unit", type=int)
@click.argument("first", type=Day())
@click.option("--to", "last", type=Day(), help="Ngày cuối cùng, nếu biết.")
@click.option("--decision", help="Số quyết định, ví dụ 12/QĐ-HPN.")
@click.pass_obj
def exclude(here: Installation, /, unit: int, first: date, last: date | None, **given: Any) -> None:
    """Không đánh giá đơn vị số UNIT từ ngày FIRST (mô hình cơ quan tham mưu, giúp việc chung)."""
    with here.database.writing() as db:
        found = queries.unit_by_id(db, unit)
        reason = ExclusionReason.JOINT_ADVISORY_BODY
        new = service.Exclusion(found, reason, first, last, given["decision"])
        service.exclude_unit(db, OPERATOR, new, now=clock.now())
    click.echo(f"{found.name} không được đánh giá từ {first:%d/%m/%Y}.")


@unit_group.command("follow")
@click.argument("day", type=Day())
@click.pass_obj
def follow(here: Installation, day: date) -> None:
    """Đặt các đơn vị ở địa bàn đã hết vào địa bàn kế tục mặc định, tính đến ngày DAY."""
    with here.database.writing() as db:
        followed = service.follow(db, OPERATOR, day, now=clock.now())
    click.echo(f"Đã chuyển {followed.moved} đơn vị theo địa bàn.")
    if followed.left:
        numbers = ", ".join(map(str, followed.left[:20]))
        click.echo(f"Còn {len(followed.left)} đơn vị cần người xem xét: {numbers}.")

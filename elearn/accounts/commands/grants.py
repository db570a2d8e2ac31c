"""Rights, from the shell: given, listed, ended."""

from datetime import date, timedelta

import click

from elearn import accounts, areas, clock
from elearn.access import OPERATOR, ROLE_NAMES, Role
from elearn.accounts import queries
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


@group.command("grants")
@click.option("--user", help="Chỉ quyền của một tài khoản.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="Chỉ một vai trò.")
@click.option("--area", help="Chỉ quyền trên một đơn vị và bên dưới: mã, hoặc tên.")
@click.option("--all", "everything", is_flag=True, help="Cả quyền không còn hiệu lực.")
@click.pass_obj
def grants(
    here: Installation, user: str | None, role: str | None, area: str | None, everything: bool
) -> None:
    """Kể các quyền, mới giao trước; số ở đầu dòng dùng cho “revoke”."""
    day = clock.today()
    with here.database.reading() as db:
        paths = areas.reach_of(db, [areas.area_meant(db, area, day=day).path]) if area else ()
        wanted = queries.Wanted(
            Role(role) if role else None,
            paths,
            queries.State.ALL if everything else queries.State.IN_FORCE,
            accounts.account_named(db, user).person_id if user else None,
        )
        for row in queries.all_grants(db, OPERATOR, wanted, day=day):
            click.echo(_line(row))


def _line(row: queries.Held) -> str:
    one = row.grant
    area = ", ".join(filter(None, (row.area.full_name, row.place)))
    until = f"{one.valid_to:%d/%m/%Y}" if one.valid_to else "…"
    post = f"  theo {row.post}, {row.unit}" if row.post else ""
    state = "" if row.is_in_force else "  (không hiệu lực)"
    role = ROLE_NAMES[one.role]
    return (
        f"{one.id}  {row.full_name}  {role}, {area}  {one.valid_from:%d/%m/%Y}–{until}{post}{state}"
    )


@group.command()
@click.argument("grant_id", metavar="NUMBER", type=int)
@click.option("--on", "last", type=Day(), help="Ngày cuối còn quyền; không có: mất quyền ngay.")
@click.pass_obj
def revoke(here: Installation, grant_id: int, last: date | None) -> None:
    """Kết thúc một quyền, theo số trong “grants”."""
    now = clock.now()
    with here.database.writing() as db:
        found = queries.grant_seen_by(db, OPERATOR, grant_id)
        last_day = last or clock.day_of(now) - timedelta(days=1)
        accounts.end_grant(db, OPERATOR, found, last_day=last_day, now=now)
    click.echo(f"Đã kết thúc quyền số {grant_id}, ngày cuối {last_day:%d/%m/%Y}.")

"""Posts held: told, left for another, ended."""

from datetime import date
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import OPERATOR
from elearn.cli import Installation
from elearn.cli.days import Day
from elearn.errors import NotFound
from elearn.people import queries, service
from elearn.people.commands.door import group
from elearn.people.models import Tenure
from elearn.people.rules import END_REASON_NAMES, EndReason, MoveKind
from elearn.text import msg

_MOVES = click.Choice([kind.value for kind in MoveKind])
_REASONS = click.Choice([reason.value for reason in EndReason])


@group.command()
@click.argument("person", type=int)
@click.pass_obj
def tenures(here: Installation, person: int) -> None:
    """Kể các chức danh của người số PERSON, kèm số để dùng ở hai lệnh sau."""
    with here.database.reading() as db:
        entries = [one.id for one in queries.entries_of(db, queries.person_by_id(db, person))]
        terms = queries.terms_of(db, entries, day=clock.today())
    for term in (term for key in entries for term in terms.get(key, ())):
        until = f"{term.valid_to:%d/%m/%Y}" if term.valid_to else "nay"
        why = f" ({END_REASON_NAMES[term.end_reason]})" if term.end_reason else ""
        days = f"{term.valid_from:%d/%m/%Y}–{until}{why}"
        click.echo(f"{term.tenure_id}  {term.post}  {term.org_unit}  {days}")


@group.command()
@click.argument("tenure", type=int)
@click.argument("kind", type=_MOVES)
@click.argument("post")
@click.argument("unit", type=int)
@click.argument("on", type=Day())
@click.option("--until", type=Day(), help="Ngày hết hạn, nếu quyết định nêu, như biệt phái.")
@click.option("--decision", help="Số quyết định, ví dụ 12/QĐ-HPN.")
@click.pass_obj
def transfer(here: Installation, /, tenure: int, **given: Any) -> None:
    """Chuyển người đang giữ chức danh số TENURE sang chức danh POST ở đơn vị UNIT từ ngày ON."""
    with here.database.writing() as db:
        post = queries.post_by_key(db, given.pop("post"))
        unit = queries.unit_by_id(db, given.pop("unit"))
        kind = MoveKind(given.pop("kind"))
        move = service.Move(_tenure(db, tenure), kind, post, unit, **given)
        new = service.transfer(db, OPERATOR, move, now=clock.now())
        told = f"{new.person.full_name}: {post.name}, {unit.name}"
    click.echo(f"Đã chuyển {told}, chức danh số {new.id}.")


@group.command()
@click.argument("tenure", type=int)
@click.argument("on", type=Day())
@click.argument("reason", type=_REASONS)
@click.option("--decision", help="Số quyết định, ví dụ 12/QĐ-HPN.")
@click.pass_obj
def end(here: Installation, /, tenure: int, on: date, reason: str, decision: str | None) -> None:
    """Ghi ngày cuối cùng ON và lý do REASON của chức danh số TENURE."""
    with here.database.writing() as db:
        ending = service.Ending(on, EndReason(reason), decision)
        over = service.end_tenure(db, OPERATOR, _tenure(db, tenure), ending, now=clock.now())
        told = f"{over.person.full_name}, {over.post.name}"
    click.echo(f"Đã kết thúc chức danh: {told}, ngày {on:%d/%m/%Y}.")


def _tenure(db: Session, key: int) -> Tenure:
    tenure = db.get(Tenure, key)
    if tenure is None:
        raise NotFound(msg("Không có chức danh số %(key)s. Xem “elearn people tenures”.", key=key))
    return tenure

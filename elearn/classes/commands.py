"""`elearn classes`: classes from the shell."""

from datetime import date
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import areas, catalogue, clock, people
from elearn.access import OPERATOR
from elearn.classes import queries, service
from elearn.classes.models import TrainingClass
from elearn.classes.rules import STATE_NAMES, NewClass
from elearn.cli import Group, Installation
from elearn.cli.days import Day
from elearn.errors import InvalidInput
from elearn.text import msg


@click.group("classes", cls=Group)
def group() -> None:
    """Lớp bồi dưỡng."""


@group.command("list")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True)
@click.pass_obj
def list_classes(here: Installation, page: int) -> None:
    """Kể các lớp, lớp khai giảng sau cùng trước."""
    with here.database.reading() as db:
        found = queries.classes_page(db, OPERATOR, page=page)
        for row in found.rows:
            one = row.training_class
            days = f"{one.starts_on:%d/%m/%Y}–{one.ends_on:%d/%m/%Y}"
            count = f"{row.completed}/{row.people}" if row.completed else str(row.people)
            click.echo(f"{one.code}  {one.name}  {days}  {count} người  {STATE_NAMES[one.state]}")
    if page < found.page_count:
        click.echo(f"Còn nữa: --page {page + 1}")


@group.command("open")
@click.argument("programme")
@click.argument("area")
@click.argument("name")
@click.option("--from", "starts_on", type=Day(), help="Ngày khai giảng; không có: hôm nay.")
@click.option("--to", "ends_on", type=Day(), required=True, help="Hạn hoàn thành.")
@click.option("--organiser", help="Đơn vị tổ chức; không có: Hội LHPN của địa bàn.")
@click.option("--elective", "electives", multiple=True, help="Mã chuyên đề; không có: tất cả.")
@click.option("--decision", "number", default="", help="Số quyết định, đi cùng --decided.")
@click.option("--decided", type=Day(), help="Ngày quyết định.")
@click.pass_obj
def open_class(here: Installation, /, programme: str, area: str, name: str, **given: Any) -> None:
    """Mở lớp NAME của chương trình có mã PROGRAMME ở AREA: VN, mã, hoặc tên địa bàn."""
    now = clock.now()
    first: date = given["starts_on"] or clock.day_of(now)
    with here.database.writing() as db:
        version = catalogue.programme_by_code(db, programme)
        place = areas.area_meant(db, area, day=first)
        new = NewClass(
            version,
            place.area_id,
            name,
            given["organiser"] or queries.usual_organiser(place, version),
            first,
            given["ends_on"],
            _electives(db, version, given["electives"]),
            given["number"],
            given["decided"],
        )
        made = service.open_class(db, OPERATOR, new, now=now)
    click.echo(f"Đã mở lớp {made.name}, mã {made.code}.")
    click.echo(f"Thêm học viên: elearn classes admit {made.code} --area … --post …")


def _electives(
    db: Session, version: catalogue.ProgrammeVersion, codes: tuple[str, ...]
) -> frozenset[int]:
    there = {one.code: one.id for one in catalogue.outline_of(db, version).electives}
    if unknown := [code for code in codes if code not in there]:
        told = msg(
            "Không phải chuyên đề tự chọn: %(codes)s. Có: %(known)s.",
            codes=", ".join(unknown),
            known=", ".join(there) or "–",
        )
        raise InvalidInput(elective=told)
    return frozenset(there[code] for code in codes or there)


@group.command()
@click.argument("code")
@click.option("--area", help="Địa bàn, cùng --post; không có: địa bàn của lớp.")
@click.option("--post", "posts", multiple=True, help="Chức danh, ví dụ branch_head.")
@click.option("--person", "persons", multiple=True, type=int, help="Số của một người.")
@click.pass_obj
def admit(here: Installation, /, code: str, area: str | None, **given: Any) -> None:
    """Thêm học viên vào lớp CODE: từng người, hoặc mọi người giữ chức danh ở địa bàn."""
    persons, posts = given["persons"], given["posts"]
    if bool(persons) == bool(posts or area):
        raise click.UsageError("Dùng --person, hoặc --post và --area.")
    now = clock.now()
    with here.database.writing() as db:
        one = queries.class_by_code(db, code)
        wanted = persons or _selection(db, one, area, posts)
        admitted = service.admit_people(db, OPERATOR, one, wanted, now=now)
    click.echo(f"Đã thêm {len(admitted.added)} người; {admitted.already} người đã ở trong lớp.")


def _selection(
    db: Session, one: TrainingClass, area: str | None, posts: tuple[str, ...]
) -> queries.Selection:
    for key in posts:
        people.post_by_key(db, key)
    if area is None:
        place = areas.version_on(db, one.area_id, one.starts_on)
    else:
        place = areas.area_meant(db, area, day=one.starts_on)
    return queries.Selection(place, posts)


@group.command()
@click.argument("code")
@click.option("--yes", is_flag=True, help="Không hỏi lại.")
@click.pass_obj
def close(here: Installation, code: str, yes: bool) -> None:
    """In danh sách rà soát của lớp CODE, hỏi lại, rồi chốt kết quả."""
    now = clock.now()
    with here.database.reading() as db:
        found = queries.closing_list(db, queries.class_by_code(db, code), now=now)
        _print(found)
    if not yes:
        click.confirm("Chốt kết quả như trên?", abort=True)
    with here.database.writing() as db:
        one = queries.class_by_code(db, code)
        service.close(db, OPERATOR, one, guard=found.guard, now=clock.now())
    click.echo(f"Đã chốt lớp {code}.")


def _print(found: queries.ClosingList) -> None:
    for one in found.standings:
        lacks = "; ".join(str(out.told) for out in one.review.outcomes if out.state != "met")
        click.echo(f"{one.person.full_name}  {lacks or 'đủ điều kiện'}")
    click.echo(f"{len(found.complete)} hoàn thành, {len(found.incomplete)} chưa.")

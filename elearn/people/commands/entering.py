"""Posts loaded, persons and organisation units entered, found and listed."""

from datetime import date
from typing import Any

import click
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.cli import Group, Installation
from elearn.cli.days import Day, DayOrYear
from elearn.people import queries, reader, service
from elearn.people.commands.door import group
from elearn.people.models import UNIT_KIND_NAMES, Gender, Person, UnitKind
from elearn.people.rules import NewPerson

_KIND = click.Choice([kind.value for kind in UnitKind])
_NEEDED = ("post", "unit", "first")


@group.command("load-posts")
@click.pass_obj
def load_posts(here: Installation) -> None:
    """Nạp các chức danh và nhóm đối tượng kèm theo."""
    listed = reader.posts(reader.POSTS)
    with here.database.writing() as db:
        touched = service.load_posts(db, listed)
    if touched:
        click.echo(f"Đã ghi {touched} dòng chức danh và nhóm đối tượng.")
    else:
        click.echo("Chức danh đã có đủ, không có gì thay đổi.")


@group.command()
@click.argument("full_name")
@click.option("--gender", type=click.Choice([gender.value for gender in Gender]))
@click.option("--born", type=DayOrYear(), help="Ngày sinh, ví dụ 05/03/1980; hoặc năm sinh.")
@click.option("--phone", default="", help="Số điện thoại; dùng được để đăng nhập.")
@click.option("--post", help="Chức danh, ví dụ branch_head; đi cùng --unit và --from.")
@click.option("--unit", type=int, help="Số của đơn vị, xem ở `elearn people unit list`.")
@click.option("--from", "first", type=Day(), help="Ngày bắt đầu giữ chức danh.")
@click.pass_obj
def add(here: Installation, /, full_name: str, **given: Any) -> None:
    """Ghi một người, và chức danh người ấy giữ nếu có."""
    held = {name: given.pop(name) for name in _NEEDED}
    if any(held.values()) and not all(held.values()):
        raise click.UsageError("--post, --unit và --from đi cùng nhau: ghi cả ba hoặc không.")
    with here.database.writing() as db:
        person = service.add_person(db, OPERATOR, _new(full_name, **given), now=clock.now())
        if all(held.values()):
            _appoint(db, person, **held)
    click.echo(f"Đã ghi {person.full_name}, số {person.id}.")
    click.echo(f"Cấp tài khoản: elearn accounts add TÊN-ĐĂNG-NHẬP --person {person.id}")


def _new(full_name: str, gender: str | None, born: date | int | None, phone: str) -> NewPerson:
    birth = {"birth_year": born} if isinstance(born, int) else {"born_on": born}
    return NewPerson(full_name, gender=gender, phone=phone, **birth)


def _appoint(db: Session, person: Person, post: str, unit: int, first: date) -> None:
    taken = service.Appointment(
        person, queries.post_by_key(db, post), queries.unit_by_id(db, unit), valid_from=first
    )
    service.appoint(db, OPERATOR, taken, now=clock.now())


@group.command()
@click.argument("text")
@click.pass_obj
def find(here: Installation, text: str) -> None:
    """Tìm người theo một phần họ tên (có dấu hay không) hoặc số điện thoại."""
    with here.database.reading() as db:
        page = queries.people_page(db, OPERATOR, queries.Filters(text), day=clock.today())
    for row in page.rows:
        person = row.person
        posts = "; ".join(f"{term.post}, {term.org_unit}" for term in row.terms)
        year, phone = person.birth_year or "–", person.phone or "–"
        click.echo(f"{person.id}  {person.full_name}  {year}  {phone}  {posts or '–'}")
    if not page.rows:
        click.echo(f"Không thấy ai có “{text}” trong họ tên hoặc số điện thoại.")
    if page.next_after:
        click.echo("Còn nữa; gõ thêm chữ của họ tên để thu hẹp.")


@group.command()
@click.pass_obj
def reindex(here: Installation) -> None:
    """Lập lại danh sách cán bộ; danh sách chỉ là bản chép, làm lại lúc nào cũng được."""
    with here.database.writing() as db:
        listed = service.listing.rebuild(db)
    click.echo(f"Đã lập lại danh sách: {listed} người.")


@group.group("unit", cls=Group)
def unit_group() -> None:
    """Đơn vị công tác: cơ quan Hội, chi hội, cơ sở đào tạo."""


@unit_group.command("add")
@click.argument("name")
@click.argument("kind", type=_KIND)
@click.argument("area")
@click.option("--parent", type=int, help="Số của đơn vị cấp trên.")
@click.option("--from", "first", type=Day(), help="Ngày thành lập; không có: từ khi có địa bàn ấy.")
@click.pass_obj
def add_unit(here: Installation, /, name: str, kind: str, area: str, **given: Any) -> None:
    """Ghi đơn vị NAME thuộc loại KIND đặt ở AREA: VN, mã, hoặc tên như “Xã Hưng Hà, Hưng Yên”."""
    now, parent = clock.now(), given["parent"]
    with here.database.writing() as db:
        there = areas.area_meant(db, area, day=clock.day_of(now))
        above = queries.unit_by_id(db, parent) if parent else None
        first = given["first"] or there.valid_from
        new = service.NewUnit(UnitKind(kind), name, there, first, above)
        unit = service.add_unit(db, OPERATOR, new, now=now)
    click.echo(f"Đã ghi {unit.name}, {there.full_name}, số {unit.id}.")


@unit_group.command("list")
@click.argument("area")
@click.option("--kind", type=_KIND, help="Chỉ những đơn vị thuộc loại này.")
@click.pass_obj
def list_units(here: Installation, area: str, kind: str | None) -> None:
    """Kể các đơn vị ở AREA (VN, mã hoặc tên) và ở cấp dưới."""
    day, wanted = clock.today(), UnitKind(kind) if kind else None
    with here.database.reading() as db:
        there = areas.area_meant(db, area, day=day)
        found = queries.units_in(db, there, day=day, kind=wanted)
    for one in found:
        told = f"{one.unit.id}  {one.unit.name}  {UNIT_KIND_NAMES[one.unit.kind]}"
        click.echo(f"{told}  {one.place}")
    if not found:
        click.echo(f"Chưa có đơn vị nào ở {areas.in_a_sentence(there.full_name)}.")

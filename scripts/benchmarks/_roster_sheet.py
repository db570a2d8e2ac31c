"""A roster of people of the country, as an office would send it: mostly known, some of it messy."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import xlsxwriter
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, people
from tests.make.rosters.fonts import tcvn3

HEADINGS = (
    *("STT", "Họ và tên", "Ngày, tháng, năm sinh", "Giới tính", "Dân tộc", "Số CCCD"),
    *("Số điện thoại", "Chức vụ, chức danh", "Đơn vị công tác (xã, phường, đặc khu)"),
    *("Tỉnh, thành phố", "Chi hội", "Quy hoạch chức danh"),
    *("Đã có chứng chỉ NVCTH (số, ngày cấp)", "Ghi chú"),
)
_TOP = ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ", None, "DANH SÁCH CÁN BỘ HỘI", None, None)
SEED = 1893
_GIVEN = ("Lan", "Huệ", "Mai", "Yến", "Tuyết", "Hạnh", "Nga", "Thơm")
_V = areas.AreaVersion


def write(db: Session, path: Path, wanted: int, *, day: date, of: int = 12) -> int:
    """Write a sheet of so many rows under a letterhead; return how many there were to be had.

    In so many rows there is one of each kind that is not just what is known.
    """
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("DANH SÁCH")
    dated = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, line in enumerate(_TOP):
        sheet.write(number, 0, line)
    sheet.write_row(len(_TOP), 0, HEADINGS)
    chance, count = Random(SEED + wanted), 0  # noqa: S311  # The same sheet each time.
    for count, person in enumerate(_people(db, wanted, day), 1):
        for column, cell in enumerate(_cells(count, person, chance.randrange(of), chance)):
            form = (dated,) if isinstance(cell, date) else ()
            sheet.write(len(_TOP) + count, column, cell, *form)
    book.close()
    return count


def _people(db: Session, wanted: int, day: date) -> Iterator[Any]:
    """Yield those who hold a post in a commune, spread over the country."""
    person, tenure, unit, place = people.Person, people.Tenure, people.OrgUnit, people.OrgUnitPlace
    provinces = {one.area_id: one.name for one in areas.children_of(db, areas.root(db).id, day)}
    found = (
        select(
            person.full_name,
            person.born_on,
            person.birth_year,
            person.gender,
            person.phone,
            people.Post.name,
            people.Post.level,
            unit.name,
            _V.full_name,
            _V.path,
        )
        .join(tenure, tenure.person_id == person.id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(unit, unit.id == tenure.org_unit_id)
        .join(place, place.org_unit_id == unit.id)
        .join(_V, _V.area_id == place.area_id)
        .where(tenure.is_current(), tenure.valid_on(day), place.valid_on(day))
        .where(_V.is_current(), _V.valid_on(day))
        .where(people.Post.level.in_((areas.Level.COMMUNE, areas.Level.BRANCH)))
        .where(person.same_as_id.is_(None))
        .order_by(person.id)
        .execution_options(yield_per=1_000)
    )
    seen = set()
    for row in db.execute(found):
        key = row[0], row[4]
        if key in seen:
            continue
        seen.add(key)
        province = next(
            (provinces[k] for k in map(int, row[9].strip("/").split("/")) if k in provinces), ""
        )
        yield (*row, province)
        if len(seen) == wanted:
            return


def _cells(number: int, person: Any, kind: int, chance: Random) -> list[Any]:
    """Return a row: by its kind of somebody new, with another telephone, odd, or as it is known."""
    name, born, year, gender, phone, post, level, unit, commune, _, province = person
    if kind == 0:  # Somebody new.
        name, phone = f"{name} {chance.choice(_GIVEN)}", f"091{chance.randrange(10**7):07}"
    elif kind == 1:
        phone = f"03{chance.randrange(2, 10)}{chance.randrange(10**7):07}"
    elif kind == 2:
        name, phone = _odd(name, chance), f"+84{phone[1:]}" if phone else phone
    written = born or (str(year) if year else None)
    shown = {"female": "Nữ", "male": "Nam"}.get(str(gender or ""))
    branch = unit if level is areas.Level.BRANCH else None
    row = [float(number), name, written, shown, "Kinh", None, phone, post, commune, province]
    return [*row, branch, None, None, None]


def _odd(name: str, chance: Random) -> str:
    return chance.choice([name.upper(), name.replace(" ", "  ", 1), tcvn3(name)])

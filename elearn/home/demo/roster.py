"""A roster as offices send it, waiting to be looked over by the administrator of a province.

It is of a real commune and of the invented cadres who stand there: some are as the system has them,
some are new, some are written as people write in a hurry, one may be somebody or not.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter
from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import accounts, areas, clock, people
from elearn.access import Actor
from elearn.config import Settings
from elearn.db import Database
from elearn.storage import Store

FILE = "danh-sach-xa-hung-ha.xlsx"
ADMINISTRATOR = "hungyen"
_COMMUNE = "Xã Hưng Hà, Hưng Yên"
_TOP = ("HỘI LHPN TỈNH HƯNG YÊN", "HỘI LHPN XÃ HƯNG HÀ", None, "DANH SÁCH CÁN BỘ HỘI", None)
_END = ("Tổng cộng: 14 đồng chí", None, "Hưng Hà, ngày 05 tháng 11 năm 2026", "CHỦ TỊCH")
_KNOWN = 8
#: Name, year of a man, of a woman, telephone, post, village: new, and as people write.
_NEW = (
    ("NGUYỄN THỊ THUÝ", None, "3/5/84", "(+84)900555001", "CHT phụ nữ", "Thôn Kiến Xá"),
    ("NguyÔn ThÞ H\u00adêng", None, "1985", "0900.555.002", "Chi hội trưởng", "Thôn 3"),
    ("Đỗ Thị  Lý (Lí)", None, "12-08-1990", 900555003, "PCT + CHT", "Thôn 1"),
    ("Phạm Văn Nam", "1975", None, "0900555004", "Cán bộ VH", None),
    ("Ngô Thị Ha`", None, "31/02/1988", "09005", "QH CT Hội", None),
)


def send_roster(database: Database, store: Store, settings: Settings) -> bool:
    """Send the roster in and have it compared; return whether that was still to be done."""
    with database.writing() as db:
        batch = _received(db, store)
        key = batch.id if batch else None
    if key is None:
        return False
    people.roster.jobs.run_step(database, store, settings, key)
    with database.writing() as db:
        waiting = db.get_one(people.roster.RosterBatch, key)
        columns = people.roster.service.as_guessed(waiting)
        people.roster.service.confirm_columns(db, _actor(db), waiting, columns, now=clock.now())
    people.roster.jobs.run_step(database, store, settings, key)
    return True


def _received(db: Session, store: Store) -> people.roster.RosterBatch | None:
    if db.scalar(select(people.roster.RosterBatch.id).limit(1)):
        return None
    province = areas.area_by_code(db, "33", level=areas.Level.PROVINCE, day=clock.today())
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE
        _write(path, list(_known(db)))
        sent = people.roster.service.Sent(path, FILE, province)
        return people.roster.service.receive(db, store, _actor(db), sent, now=clock.now())


def _actor(db: Session) -> Actor:
    account = accounts.Account
    found = select(account.person_id).where(account.user_name == ADMINISTRATOR)
    return accounts.actor_of(db, db.scalars(found).one(), day=clock.today())


def _known(db: Session) -> Iterator[tuple[Any, ...]]:
    """Yield rows of those who stand in the commune; the second has another telephone by now."""
    person, tenure, place = people.Person, people.Tenure, people.OrgUnitPlace
    commune = areas.area_meant(db, _COMMUNE, day=clock.today())
    found = (
        select(person, people.Post.name, people.OrgUnit)
        .join(tenure, tenure.person_id == person.id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(people.OrgUnit, people.OrgUnit.id == tenure.org_unit_id)
        .join(place, place.org_unit_id == people.OrgUnit.id)
        .where(place.area_id == commune.area_id, place.valid_to.is_(None))
        .where(tenure.is_current(), tenure.valid_to.is_(None), person.phone != "")
        .order_by(person.id)
        .limit(_KNOWN)
    )
    for number, (one, post, unit) in enumerate(db.execute(found), 1):
        born = one.born_on or str(one.birth_year or "")
        years = (None, born) if one.gender is people.Gender.FEMALE else (born, None)
        phone = "0900555000" if number == 2 else one.phone
        village = unit.name.removeprefix("Chi hội ") if unit.name.startswith("Chi hội") else None
        yield (one.full_name, *years, phone, post, village)
        if number == _KNOWN:  # Her telephone, another name: somebody has to say who that is.
            yield (f"Vương Thị {one.given_name}", None, None, phone, "Chi hội trưởng", village)


def _write(path: Path, known: list[tuple[Any, ...]]) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("DANH SÁCH")
    _head(sheet)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    rows = [(number, *cells, "xã Hưng Hà") for number, cells in enumerate((*known, *_NEW), 1)]
    for place, row in enumerate(rows, len(_TOP) + 2):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell, *([day] if isinstance(cell, date) else ()))
    for place, line in enumerate(_END):
        sheet.write(len(_TOP) + 2 + len(rows) + place, 4 if place else 0, line)
    book.close()


def _head(sheet: Any) -> None:
    """Write the letterhead, and headings over two rows."""
    for row, line in enumerate(_TOP):
        sheet.write(row, 0, line)
    top = len(_TOP)
    for column, heading in ((0, "STT"), (1, "Họ và tên"), (4, "Số ĐT"), (5, "Chức vụ")):
        sheet.merge_range(top, column, top + 1, column, heading)
    sheet.merge_range(top, 2, top, 3, "Năm sinh")
    sheet.merge_range(top, 6, top, 7, "Đơn vị")
    sheet.write_row(top + 1, 2, ("Nam", "Nữ"))
    sheet.write_row(top + 1, 6, ("Thôn", "Xã"))

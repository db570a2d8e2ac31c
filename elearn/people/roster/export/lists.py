"""The lists of a template: what its cells may hold, on a sheet of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, exists, or_, select
from sqlalchemy.orm import Session
from xlsxwriter.utility import xl_col_to_name

from elearn import areas, workbooks
from elearn.people.models import GENDER_NAMES, Post, PostGroup
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import ATTAINMENT_NAMES, ATTAINMENTS, END_REASON_NAMES, Field

_LEVELS = (areas.Level.CENTRAL, areas.Level.PROVINCE, areas.Level.DISTRICT, areas.Level.COMMUNE)
_COUNTRY, _PROVINCE = 2, 3  # Of "/1/" and "/1/45/": the slashes.


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen in a column: the name of the list, and what stands in it."""

    name: str
    items: tuple[str, ...]


def choices_for(db: Session, area: areas.AreaVersion, day: date) -> Mapping[RosterField, Choices]:
    """Return the lists for an area, by the columns they are for; at most four queries.

    Of the country's communes there is no list: a thousand names would find no place in one.
    """
    posts = tuple(db.scalars(_posts(area, day)))
    lists = {
        RosterField.POST: Choices("CHUC_VU", posts),
        RosterField.PLANNED_POST: Choices("QUY_HOACH", posts),
        RosterField.GENDER: Choices("GIOI_TINH", _words(GENDER_NAMES.values())),
        RosterField.END_REASON: Choices("LY_DO", _words(END_REASON_NAMES.values())),
        RosterField.COMMUNE: Choices("XA_PHUONG", _communes(db, area, day)),
        RosterField.PROVINCE: Choices("TINH", _provinces(db, area, day)),
        RosterField.EDUCATION: _levels("CHUYEN_MON", Field.EDUCATION),
        RosterField.POLITICAL_THEORY: _levels("LY_LUAN", Field.POLITICAL_THEORY),
        RosterField.STATE_MANAGEMENT: _levels("QUAN_LY", Field.STATE_MANAGEMENT),
    }
    return {field: one for field, one in lists.items() if one.items}


def _posts(area: areas.AreaVersion, day: date) -> Select[str]:
    """Return the posts held on the day in such an area or below it, the first office first."""
    reach = _LEVELS[min(area.path.count("/") - _COUNTRY, 3) :]
    group = PostGroup.post_key == Post.key
    is_left = exists().where(group) & ~exists().where(group, PostGroup.valid_on(day))
    levels = or_(Post.level.in_(reach), Post.level == areas.Level.BRANCH)
    return select(Post.name).where(levels, ~is_left).order_by(Post.rank)


def _communes(db: Session, area: areas.AreaVersion, day: date) -> tuple[str, ...]:
    slashes = area.path.count("/")
    if slashes <= _COUNTRY:
        return ()
    if slashes > _PROVINCE:
        return (area.full_name,)
    return tuple(one.full_name for one in areas.children_of(db, area.area_id, day))


def _provinces(db: Session, area: areas.AreaVersion, day: date) -> tuple[str, ...]:
    slashes = area.path.count("/")
    if slashes <= _COUNTRY:
        return tuple(one.full_name for one in areas.children_of(db, area.area_id, day))
    if slashes == _PROVINCE:
        return (area.full_name,)
    return tuple(one.full_name for one in areas.ancestors(db, area, day)[1:2])


def _levels(name: str, field: Field) -> Choices:
    return Choices(name, tuple(str(ATTAINMENT_NAMES[one]) for one in ATTAINMENTS[field]))


def _words(names: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, names))


def write_lists(book: Any, choices: Iterable[Choices]) -> None:
    """Write the lists on a hidden sheet, a column each, and give each its name."""
    sheet = book.add_worksheet("Danh mục")
    sheet.hide()
    look = book.add_format(workbooks.TEXT)
    for column, one in enumerate(choices):
        sheet.write_string(0, column, one.name, look)
        for row, item in enumerate(one.items, start=1):
            sheet.write_string(row, column, item, look)
        letters = xl_col_to_name(column, col_abs=True)
        book.define_name(one.name, f"='Danh mục'!{letters}$2:{letters}${len(one.items) + 1}")

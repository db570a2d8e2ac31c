"""Writing the corps: once, in bulk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.db import Base, look_over
from elearn.errors import Conflict
from elearn.home.demo.corps.cast import PAPER, Term, Unit
from elearn.home.demo.corps.ground import communes
from elearn.home.demo.corps.planning import cast_of
from elearn.text import msg

SIZE = 5000
_ALIKE = {"render_nulls": True}  # All rows in one statement, those with an absent value too.


@dataclass(frozen=True, slots=True)
class Corps:
    """How many invented people there are, and how many of them were added just now."""

    total: int
    added: int


def load_corps(db: Session, *, now: datetime, seed: int = 1893) -> Corps:
    """Invent the cadres of two provinces; a second time finds them and changes nothing.

    :raise Conflict: if there are people here already, other than these.
    :raise NotFound: if the areas were not loaded.
    """
    if held := _held(db):
        return Corps(held, 0)
    _refuse_a_home_in_use(db)
    old, new = communes(db)
    cast = cast_of(old, new, size=SIZE, seed=seed)
    units = _found(db, cast.units)
    persons = _keys(db, people.Person, [person.columns for person in cast.persons])
    db.execute(
        insert(people.Tenure),
        [
            {
                **_tenure(number, term, now),
                "person_id": persons[term.person],
                "org_unit_id": units[term.unit],
            }
            for number, term in enumerate(cast.terms, start=1)
        ],
        execution_options=_ALIKE,
    )
    _know(db)
    people.refresh_listing(db, persons)
    return Corps(len(persons), len(persons))


def _know(db: Session) -> None:
    """Have PostgreSQL know that there are thousands now, or it looks each up among all others."""
    for table in (people.Person, people.Tenure, people.OrgUnit, people.OrgUnitPlace):
        look_over(db.connection(), Base.metadata.tables[table.__tablename__])


def _held(db: Session) -> int:
    ours = people.Tenure.decision.startswith(PAPER)
    return db.scalar(select(func.count(people.Tenure.person_id.distinct())).where(ours)) or 0


def _refuse_a_home_in_use(db: Session) -> None:
    """Let nobody with a password that is printed in a README in among people who are real."""
    if there := db.scalar(select(func.count()).select_from(people.Person)):
        raise Conflict(
            msg(
                "Nơi này đã có %(people)s người. Tài khoản dùng thử có mật khẩu ai cũng biết nên "
                "chỉ nạp ở nơi chưa có ai: đặt ELEARN_HOME vào một thư mục mới rồi chạy lại.",
                people=there,
            )
        )


def _keys(db: Session, table: type[Any], rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows and return their keys in order."""
    inserted = insert(table).returning(table.id, sort_by_parameter_order=True)
    return list(db.scalars(inserted, rows, execution_options=_ALIKE))


def _found(db: Session, units: Sequence[Unit]) -> list[int]:
    """Write the units, parents before children, and where they stood; return their keys."""
    keys: dict[int, int] = {}
    for kind in dict.fromkeys(unit.kind for unit in units):
        places = [place for place, unit in enumerate(units) if unit.kind == kind]
        rows = [_unit(units[place], keys) for place in places]
        keys.update(zip(places, _keys(db, people.OrgUnit, rows), strict=True))
    stays = [
        {
            "org_unit_id": keys[place],
            "area_id": stay.area_id,
            "valid_from": stay.valid_from,
            "valid_to": stay.valid_to,
        }
        for place, unit in enumerate(units)
        for stay in unit.stays
    ]
    db.execute(insert(people.OrgUnitPlace), stays, execution_options=_ALIKE)
    return [keys[place] for place in range(len(units))]


def _unit(unit: Unit, keys: dict[int, int]) -> dict[str, Any]:
    return {
        "kind": unit.kind,
        "name": unit.name,
        "parent_id": None if unit.parent is None else keys[unit.parent],
        "valid_from": unit.stays[0].valid_from,
        "valid_to": unit.stays[-1].valid_to,
    }


def _tenure(number: int, term: Term, now: datetime) -> dict[str, Any]:
    return {
        "post_key": term.post,
        "valid_from": term.valid_from,
        "valid_to": term.valid_to,
        "end_reason": term.end_reason,
        "decision": f"{PAPER} {number}/QĐ-HPN",
        "recorded_at": now,
    }

"""Posts held and planned, levels reached, entries joined; and the forms about them."""

from typing import Any

from sqlalchemy import select

from elearn import people
from elearn.access import OPERATOR
from elearn.people import Person, PersonJoin
from tests.make import people as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing

_DAY = "2026-11-20"


@thing("colleague")
def colleague(branch: Branch) -> Person:
    """Somebody of the commune who is in no class and has no account."""
    return _vice_chair(branch, "Lại Thị Mơ")


@thing("colleague_id")
def colleague_id(branch: Branch) -> int:
    return int(branch["colleague"].id)


@thing("namesake")
def namesake(branch: Branch) -> Person:
    """Another entry, perhaps of the same human being."""
    return _vice_chair(branch, "Lại Thị Mơ")


@thing("other_id")
def other_id(branch: Branch) -> int:
    return int(branch["namesake"].id)


def _vice_chair(branch: Branch, name: str) -> Person:
    person = make.person(branch.db, f"{name} {branch.name}")
    at, post = branch["unit"], "commune_union_vice_chair"
    return make.tenure(branch.db, person, at=at, post=post).person


@thing("tenure_id")
def tenure_id(branch: Branch) -> int:
    person = make.person(branch.db, f"Bùi Thị Mận {branch.name}")
    at, post = branch["unit"], "commune_union_vice_chair"
    return make.tenure(branch.db, person, at=at, post=post).id


@thing("planned_id")
def planned_id(branch: Branch) -> int:
    return make.planned(branch.db, branch["colleague"], at=branch["unit"]).id


@thing("qualification_id")
def qualification_id(branch: Branch) -> int:
    return make.qualification(branch.db, branch["colleague"]).id


@thing("join_id")
def join_id(branch: Branch) -> int:
    entry = _vice_chair(branch, "Đỗ Thị Na")
    people.merge(branch.db, OPERATOR, entry, branch["namesake"], now=NOW)
    joined = select(PersonJoin.id).where(PersonJoin.person_id == entry.id)
    return branch.db.scalars(joined).one()


@sends("people.add_person")
def add_person(branch: Branch) -> Sent:
    who = {"full_name": "Tạ Thị Hiền", "birth_year": "1981", "gender": "female"}
    return Sent(data={**who, **_POST, "valid_from": _DAY}, query={"unit": branch["unit_id"]})


@sends("people.edit_person")
def edit_person(branch: Branch) -> Sent:
    return Sent(data={"full_name": "Vũ Thị Ngát", "birth_year": "1980"})


@sends("people.appoint")
@sends("people.plan")
def appoint(branch: Branch) -> Sent:
    return _taken(branch, branch["unit_id"])


@sends("people.appoint", "there")
@sends("people.plan", "there")
def appoint_there(branch: Branch) -> Sent:
    """To a post of the other branch."""
    return _taken(branch, branch.other["unit_id"])


def _taken(branch: Branch, unit_id: int) -> Sent:
    return Sent(data={**_POST, "valid_from": _DAY}, query={"unit": unit_id})


@sends("people.move")
def move(branch: Branch) -> Sent:
    return _moved(branch["people.move_unit.unit_id"])


@sends("people.move", "there")
def move_there(branch: Branch) -> Sent:
    """To a post of the other branch."""
    return _moved(branch.other["unit_id"])


def _moved(unit_id: int) -> Sent:
    return Sent(data={**_POST, "kind": "rotation", "on": _DAY}, query={"unit": unit_id})


@sends("people.end_tenure")
def end_tenure(branch: Branch) -> Sent:
    return Sent(data={"on": _DAY, "reason": "retired"})


@sends("people.correct_tenure")
def correct_tenure(branch: Branch) -> Sent:
    return Sent(data={"valid_from": "2025-08-01", "end_reason": ""})


@sends("people.take_back_tenure")
@sends("people.take_back_planned")
@sends("people.take_back_level")
@sends("people.take_back_exclusion")
def reason(branch: Branch) -> Sent:
    return Sent(data={"reason": "Ghi nhầm người."})


@sends("people.end_planned")
def last_day(branch: Branch) -> Sent:
    return Sent(data={"on": _DAY})


@sends("people.add_level")
def add_level(branch: Branch) -> Sent:
    return Sent(data={"level": "university"})


@sends("people.review_levels")
def review_levels(branch: Branch) -> dict[str, Any]:
    return {"person": branch["colleague_id"]}


_POST = {"post": "commune_union_vice_chair"}

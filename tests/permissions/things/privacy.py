"""Somebody who asked to be forgotten, and what the centre sends in answer."""

from elearn.access import Actor
from elearn.home.privacy import ErasureRequest, service
from elearn.people import Person
from tests.make import people as make
from tests.permissions.branches import NOW, Branch, sends, thing


@thing("leaver")
def leaver(branch: Branch) -> Person:
    """Somebody who left, and of whom nothing shall be kept."""
    person = make.person(branch.db, f"Lý Thị Rời {branch.name}")
    return make.tenure(branch.db, person, at=branch["unit"], post="branch_head").person


@thing("request_id")
def request_id(branch: Branch) -> int:
    person = branch["leaver"]
    request: ErasureRequest = service.ask(branch.db, Actor(person.id), person.id, now=NOW)
    return request.id


@sends("privacy.ask")
def ask(_branch: Branch) -> dict[str, str]:
    return {"understood": "y"}


@sends("privacy.refuse")
def refuse(_branch: Branch) -> dict[str, str]:
    return {"reason": "Chị đang giữ chức danh."}


@sends("privacy.forget")
def forget(branch: Branch) -> dict[str, str]:
    return {"full_name": branch["leaver"].full_name}

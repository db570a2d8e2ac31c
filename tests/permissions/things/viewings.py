"""A lecture that the chair of the commune shows to those who hold a post there."""

from typing import Any

from elearn import catalogue, media
from elearn.accounts import Account
from elearn.people import Person
from tests.make import viewings as make
from tests.permissions.branches import NOW, Branch, Sent, sends, thing


@thing("viewings.token")
def token(branch: Branch) -> str:
    chair: Account = branch["commune"]
    lecture = catalogue.lecture_by_code(branch.db, branch["lecture_code"])
    film = media.playable_of(branch.db, lecture.medium_id)
    leader = branch.db.get_one(Person, chair.person_id)
    shown = make.viewing(branch.db, leader, lecture, film, at=branch.commune, opened_at=NOW)
    make.stretch(branch.db, shown, [branch["she"]])
    return shown.token


@sends("viewings.open_viewing")
def opened(branch: Branch) -> dict[str, Any]:
    return {"lecture": branch["lecture_code"], "area": branch.commune.id}


@sends("viewings.report")
def reported(_branch: Branch) -> Sent:
    return Sent(json={"stretches": []})


@sends("viewings.enter_code")
def entered(branch: Branch) -> dict[str, Any]:
    return {"person": branch["person_id"], "code": "0"}


@sends("viewings.object_to")
def objected(_branch: Branch) -> dict[str, Any]:
    return {"words": "Hôm đó tôi không có mặt"}

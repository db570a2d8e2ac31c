"""What a commune says of somebody new, and a province's answer, three hours later."""

from datetime import timedelta

from elearn import people
from elearn.people import Beginning, NewPerson
from tests.make.proposals import NOW, TODAY

LATER = NOW + timedelta(hours=3)


def said(db, chair, who, branch, **values):
    told = {"post_key": "branch_head", "org_unit_id": branch.id, "day": TODAY, **values}
    return people.propose_begin(db, chair, Beginning(who, **told), now=NOW)


def new(name="Hà Thị Ấm", year=1979):
    return NewPerson(name, birth_year=year, phone="0912 345 678")


def confirmed(db, actor, *proposals, **values):
    keys = [one.id for one in proposals]
    return people.confirm_proposals(db, actor, keys, now=LATER, **values)

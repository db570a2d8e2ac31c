"""Rows that tests of comparing send, and what is read of their verdicts."""

from datetime import date

from elearn.people.roster.rules.entries import Place
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import batches
from tests.make import people as make

NEW, CHANGED, UNCHANGED, DOUBTFUL, ERROR, _ = RowStatus

SINCE = date(2026, 11, 1)
BORN = date(1984, 3, 5)
HERE = Place("Xã Hưng Hà", None, "Hưng Yên")


def entry(name="Vũ Thị Ngát", number=3, **values):
    told = {
        "phone": None,
        "born_on": None,
        "gender": None,
        "posts": ("commune_union_chair",),
        "place": HERE,
    }
    return batches.entry(number, name, **{**told, **values})


def codes(verdict):
    return [one.code for one in verdict.reasons]


def differences(verdict):
    return [(one.field, one.before, one.after) for one in verdict.differences]


def chair(db, name="Vũ Thị Ngát", **values):
    at = values.pop("at", None) or make.org_unit(db)
    post = values.pop("post", "commune_union_chair")
    return make.tenure(db, make.person(db, name, **values), at=at, post=post).person

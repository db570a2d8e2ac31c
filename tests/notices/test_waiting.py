"""Who decides is told that something waits for her: she and nobody else, and not each time."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from elearn import people
from elearn.access import Role
from elearn.db import changed
from elearn.notices import Kind, Notice, service
from elearn.notices.models import NoticeCursor
from tests.make import accounts as make_accounts
from tests.make import people as cadres
from tests.make import proposals as saying
from tests.make.areas import area
from tests.make.notices import NOW

BEFORE = date(2024, 6, 1)
SINCE_LONG = (date(2024, 1, 1), None)


@pytest.fixture(autouse=True)
def begun(db):
    service.follow(db, now=NOW)


def administrator(db, place, *, role=Role.ADMINISTRATOR, day=saying.TODAY, days=None):
    she = cadres.person(db)
    where = area(db, place, day=day).id
    make_accounts.role_grant(db, she, role, area_id=where, days=days or (saying.SINCE, None))
    return she


def central(db):
    she = cadres.person(db)
    make_accounts.role_grant(db, she, Role.CENTRAL)
    return she


def proposed(db, about, at=NOW, **values):
    made = saying.proposal(db, about=about, proposed_at=at, **values)
    changed(db, "proposal", made.id, now=at)
    return made


def told(db, kind=Kind.PROPOSALS_WAIT):
    """Do what the worker does, and return who has been told such a thing, in order."""
    service.follow(db, now=NOW)
    found = select(Notice.person_id).where(Notice.kind == kind).order_by(Notice.id)
    return db.scalars(found).all()


def test_who_administers_the_province_is_told_and_no_other(db):
    hers = administrator(db, "Tỉnh Hưng Yên")
    administrator(db, "Tỉnh Quảng Ninh")
    administrator(db, "Xã Hưng Hà")
    administrator(db, "Tỉnh Hưng Yên", role=Role.INSPECTOR)
    administrator(db, "Tỉnh Hưng Yên", days=(saying.SINCE, saying.TODAY - timedelta(days=1)))
    central(db)
    proposed(db, "one")

    assert told(db) == [hers.id]


def test_a_right_over_a_province_that_is_no_more_reaches_what_its_communes_became(db):
    thai_binh = administrator(db, "Tỉnh Thái Bình", day=BEFORE, days=SINCE_LONG)
    administrator(db, "Tỉnh Hải Dương", day=BEFORE, days=SINCE_LONG)
    proposed(db, "one")

    assert told(db) == [thai_binh.id]


def test_where_nobody_administers_it_is_for_the_centre(db):
    centre = central(db)
    proposed(db, "one")

    assert told(db) == [centre.id]


def test_many_proposals_are_one_notice_until_she_has_looked(db):
    she = administrator(db, "Tỉnh Hưng Yên")
    for number in range(3):
        proposed(db, str(number), NOW + timedelta(minutes=number))
    assert told(db) == [she.id]

    service.read_all(db, she.id, now=NOW + timedelta(hours=1))
    proposed(db, "after she looked", NOW + timedelta(hours=2))
    assert told(db) == [she.id] * 2

    proposed(db, "a day later", NOW + timedelta(days=2))
    assert told(db) == [she.id] * 3


def test_what_is_followed_again_after_she_has_looked_is_not_told_again(db):
    she = administrator(db, "Tỉnh Hưng Yên")
    for number in range(2):
        proposed(db, str(number), NOW + timedelta(minutes=number))
    told(db)
    service.read_all(db, she.id, now=NOW + timedelta(hours=1))
    db.scalars(select(NoticeCursor)).one().content = {"last": None, "missing": {}}

    assert told(db) == [she.id]


def test_what_was_withdrawn_meanwhile_waits_for_nobody(db):
    administrator(db, "Tỉnh Hưng Yên")
    proposed(db, "one", state=people.ProposalState.WITHDRAWN, decided_at=NOW)

    assert told(db) == []


def test_a_correction_is_for_who_administers_her_place_unless_she_asked_herself(db):
    hers, other = administrator(db, "Tỉnh Hưng Yên"), administrator(db, "Tỉnh Hưng Yên")
    administrator(db, "Tỉnh Quảng Ninh")
    asked = saying.correction(db, cadres.tenure(db).person, asked_by_id=other.id)
    changed(db, "correction", asked.id, now=NOW)

    assert told(db, Kind.CORRECTIONS_WAIT) == [hers.id]


def test_a_correction_of_somebody_without_a_post_is_for_the_centre(db):
    administrator(db, "Tỉnh Hưng Yên")
    centre = central(db)
    asked = saying.correction(db, cadres.person(db))
    changed(db, "correction", asked.id, now=NOW)

    assert told(db, Kind.CORRECTIONS_WAIT) == [centre.id]

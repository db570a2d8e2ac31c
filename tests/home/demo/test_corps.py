"""The invented corps: always the same, exactly as large as told, and plausible."""

from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from sqlalchemy import func, select

from elearn import people
from elearn.errors import Conflict
from elearn.home.demo.corps import SIZE, load_corps
from elearn.home.demo.corps.planning import cast_of
from elearn.home.demo.corps.unions import FIRST_DAY, LAST_DAY, Commune
from elearn.people import OrgUnit, OrgUnitPlace, Person, Tenure, UnitKind
from tests.make import people as make
from tests.make.areas import BEFORE, NOW, path

MOMENT = datetime(2026, 11, 21, tzinfo=UTC)
OLD = [Commune(key, f"Xã Cũ {key}", 100 + key // 3, is_in_hills=key > 20) for key in range(1, 31)]
NEW = [Commune(100 + key, f"Xã Mới {key}", 100 + key, is_in_hills=False) for key in range(11)]


@pytest.fixture(scope="module")
def cast():
    return cast_of(OLD, NEW, size=350, seed=1893)


def test_the_same_seed_gives_the_same_people(cast):
    again, other = (cast_of(OLD, NEW, size=350, seed=seed) for seed in (1893, 1))

    assert (again.persons, again.terms) == (cast.persons, cast.terms)
    assert other.persons != cast.persons


def test_nobody_is_without_a_post_and_some_hold_two_today(cast):
    held = Counter(term.person for term in cast.terms if term.valid_to is None)

    assert {term.person for term in cast.terms} == set(range(350))
    assert max(held.values()) == 2


def test_a_post_of_one_holder_is_held_by_one_at_a_time(cast):
    heads = [term for term in cast.terms if term.post == "branch_head"]
    heads.sort(key=lambda term: (term.unit, term.valid_from))

    for one, next_one in pairwise(heads):
        assert one.unit != next_one.unit or one.valid_to < next_one.valid_from


def test_no_tenure_begins_before_its_unit_or_outlives_it(cast):
    for term in cast.terms:
        unit = cast.units[term.unit]
        last = unit.stays[-1].valid_to
        assert unit.stays[0].valid_from <= term.valid_from
        assert last is None or (term.valid_to is not None and term.valid_to <= last)


def test_a_branch_moves_with_the_reform_and_lives_on(cast):
    branch = next(unit for unit in cast.units if unit.kind is UnitKind.BRANCH)

    assert [(stay.valid_from, stay.valid_to) for stay in branch.stays][1:] == [(FIRST_DAY, None)]
    assert branch.stays[0].valid_to == LAST_DAY


def test_some_share_a_telephone_and_some_have_none(cast):
    phones = Counter(person.phone for person in cast.persons)

    assert phones.pop("") > 0
    assert phones.most_common(1)[0][1] == 2
    assert all(phone.startswith("09000") for phone in phones)


def count(db, what, *where):
    return db.scalar(select(func.count()).select_from(what).where(*where))


def test_five_thousand_people_of_two_provinces_are_loaded_once(db):
    first, second = (load_corps(db, now=MOMENT) for _ in range(2))

    assert (first.total, first.added, second.total, second.added) == (SIZE, SIZE, SIZE, 0)
    assert count(db, Person) == SIZE == 5000
    unions = OrgUnit.kind == UnitKind.UNION_COMMUNE
    assert count(db, OrgUnit, unions, OrgUnit.valid_on(NOW)) == 104 + 54
    assert count(db, Tenure, Tenure.post_key == "commune_union_chair", Tenure.valid_on(NOW)) == 158
    heads = select(Tenure.person_id).where(Tenure.post_key == "branch_head").distinct()
    assert len(db.scalars(heads).all()) > SIZE / 2
    assert _heads(db, "Tỉnh Hưng Yên", NOW) + _heads(db, "Tỉnh Quảng Ninh", NOW) > 2000
    assert _heads(db, "Tỉnh Thái Bình", BEFORE) > 500
    assert count(db, OrgUnitPlace, OrgUnitPlace.valid_to == date(2025, 6, 30)) > 2000


def test_a_home_where_somebody_is_already_gets_no_accounts_with_a_known_password(db):
    make.person(db)

    with pytest.raises(Conflict, match="đã có 1 người"):
        load_corps(db, now=MOMENT)

    assert count(db, Person) == 1


def _heads(db, province, day):
    within = [path(db, province, day=day)]
    return len(people.tenures_on(db, day, posts=["branch_head"], paths=within))

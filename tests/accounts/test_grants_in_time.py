"""Rights that follow a post, live on over the heirs of an area, or only propose."""

from datetime import UTC, date, datetime

import pytest

from elearn import accounts, areas, people
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.errors import Forbidden, InvalidInput
from tests.make import accounts as make
from tests.make import areas as places
from tests.make import people as cadres

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)
TODAY = date(2026, 11, 21)


def grants(db, account, now=NOW):
    token = accounts.open_session(db, account, now=now)
    return make.presence(db, token, now=now).actor.grants


def commune(db, name="Xã Hưng Hà"):
    return areas.version_on(db, places.area(db, name).id, TODAY)


@pytest.fixture
def chair(db):
    """The chair of a commune's union, in post since the reform, with her account."""
    person = cadres.person(db, "Nguyễn Thị Hường")
    cadres.tenure(db, person)
    return make.account(db, person)


def give(db, account, area, role=Role.ADMINISTRATOR, actor=OPERATOR):
    granted = accounts.Granted(role, area.area_id, TODAY)
    return accounts.grant(db, actor, account.person_id, granted, now=NOW)


def test_the_right_of_a_chair_follows_her_post_and_only_proposes(db, chair):
    given = give(db, chair, commune(db))

    assert given.post_key == "commune_union_chair"
    [held] = grants(db, chair)
    assert held == Grant(Role.ADMINISTRATOR, commune(db).path, TODAY, None, proposes=True)


@pytest.mark.parametrize("how", ["ended", "corrected", "with another entry's post"])
def test_a_chair_who_loses_the_post_loses_the_right_that_day_by_itself(db, chair, how):
    give(db, chair, commune(db))
    tenure = db.query(people.Tenure).filter_by(person_id=chair.person_id).one()
    if how == "corrected":
        tenure.superseded_at = NOW
    else:
        tenure.valid_to = TODAY
    if how == "with another entry's post":
        cadres.tenure(db, cadres.person(db), at=tenure.org_unit)
    db.flush()

    assert bool(grants(db, chair)) is (how != "corrected")
    assert grants(db, chair, datetime(2026, 11, 21, 17, tzinfo=UTC)) == ()


def test_a_post_held_under_another_entry_of_hers_counts(db, chair):
    give(db, chair, commune(db))
    tenure = db.query(people.Tenure).filter_by(person_id=chair.person_id).one()
    older = cadres.person(db, "Nguyễn Thị Hường")
    older.same_as_id, tenure.person_id = chair.person_id, older.id
    db.flush()

    assert len(grants(db, chair)) == 1


def test_the_right_goes_with_the_unit_to_the_area_in_which_it_stands(db, chair):
    give(db, chair, commune(db))
    there = commune(db, "Xã Tiên La")
    unit_id = db.query(people.Tenure).filter_by(person_id=chair.person_id).one().org_unit_id
    place = db.query(people.OrgUnitPlace).filter_by(org_unit_id=unit_id).one()
    place.valid_to = date(2026, 11, 20)
    moved = people.OrgUnitPlace(org_unit_id=unit_id, area_id=there.area_id, valid_from=TODAY)
    db.add(moved)
    db.flush()

    assert [one.area_path for one in grants(db, chair)] == [there.path]


def test_who_holds_no_such_post_there_is_not_given_a_commune(db, chair):
    with pytest.raises(InvalidInput) as refused:
        give(db, chair, commune(db, "Xã Tiên La"))

    assert "Chủ tịch Hội LHPN cấp xã, Phó Chủ tịch" in str(refused.value)


def test_other_roles_over_a_commune_go_by_their_own_dates(db):
    learner = make.account(db)

    assert give(db, learner, commune(db), Role.LEARNER).post_key is None
    assert not grants(db, learner)[0].proposes


def test_who_only_proposes_gives_no_rights(db, chair):
    proposing = Actor(1, (Grant(Role.ADMINISTRATOR, commune(db).path, TODAY, None, True),))

    with pytest.raises(Forbidden):
        give(db, make.account(db), commune(db), Role.LEARNER, proposing)


def former(db, name, within=""):
    area = places.area(db, name, within=within, day=places.BEFORE)
    holder = make.account(db)
    make.role_grant(db, holder, area_id=area.id, days=(date(2024, 1, 1), None))
    return holder


def test_who_administered_thai_binh_in_2024_reaches_exactly_its_65_communes(db):
    held = grants(db, former(db, "Tỉnh Thái Bình"))

    hung_yen = areas.area_by_code(db, "33", level=areas.Level.PROVINCE, day=TODAY)
    own = {commune.path for commune in areas.children_of(db, hung_yen.area_id, TODAY)}
    assert len(held) == len({one.area_path for one in held}) == 65
    assert {one.area_path for one in held} < own
    assert not any(one.proposes for one in held)


def test_who_administered_a_district_reaches_its_eight_communes(db):
    held = grants(db, former(db, "Huyện Hưng Hà", "Tỉnh Thái Bình"))

    assert len(held) == 8
    assert commune(db).path in {one.area_path for one in held}


def test_she_sees_the_people_of_those_communes_and_nobody_else_of_hung_yen(db):
    token = accounts.open_session(db, former(db, "Tỉnh Thái Bình"), now=NOW)
    actor = make.presence(db, token, now=NOW).actor
    hers = cadres.person(db, "Phạm Thị Lý")
    stranger = cadres.person(db, "Phạm Thị Lý")
    cadres.tenure(db, hers)
    old_hung_yen = places.area(db, "Xã Khoái Châu", within="Tỉnh Hưng Yên")
    cadres.tenure(db, stranger, at=cadres.org_unit(db, "Hội LHPN xã Khoái Châu", at=old_hung_yen))

    assert people.may_see(db, actor, hers)
    assert not people.may_see(db, actor, stranger)


def test_a_right_over_what_is_no_more_ends_on_its_own_day(db):
    gone = places.area(db, "Tỉnh Thái Bình", day=places.BEFORE)
    holder = make.account(db)
    make.role_grant(db, holder, area_id=gone.id, days=(date(2024, 1, 1), date(2026, 11, 20)))

    assert grants(db, holder) == ()


def test_new_rights_name_areas_of_today_and_the_refusal_tells_what_became_of_others(db):
    gone = places.area(db, "Tỉnh Thái Bình", day=places.BEFORE)

    granted = accounts.Granted(Role.INSPECTOR, gone.id, TODAY)
    person = make.person(db)

    with pytest.raises(InvalidInput) as refused:
        accounts.grant(db, OPERATOR, person.id, granted, now=NOW)

    assert "Tỉnh Thái Bình không còn nữa, nay là Tỉnh Hưng Yên" in str(refused.value)


@pytest.mark.parametrize(("over", "may"), [("Tỉnh Hưng Yên", True), ("Tỉnh Quảng Ninh", False)])
def test_the_new_province_ends_a_right_over_what_passed_into_it(db, over, may):
    former(db, "Tỉnh Thái Bình")
    given = db.query(accounts.RoleGrant).order_by(accounts.RoleGrant.id.desc()).first()
    path = places.path(db, over)
    actor = Actor(make.person(db).id, (Grant(Role.ADMINISTRATOR, path, TODAY),))

    if may:
        accounts.end_grant(db, actor, given, last_day=TODAY, now=NOW)
        assert given.superseded_at == NOW
    else:
        with pytest.raises(Forbidden):
            accounts.end_grant(db, actor, given, last_day=TODAY, now=NOW)


def test_an_ended_right_keeps_the_post_it_followed(db, chair):
    given = give(db, chair, commune(db))

    accounts.end_grant(db, OPERATOR, given, last_day=TODAY, now=NOW)

    [kept] = accounts.grants_of(db, chair.person_id)
    assert (kept.post_key, kept.org_unit_id) == (given.post_key, given.org_unit_id)

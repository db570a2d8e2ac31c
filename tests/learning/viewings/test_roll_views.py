"""Who was there: the pages of those who state it, who look on, and who sat there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.accounts import RoleGrant
from elearn.learning.models import SharedViewingRule
from elearn.learning.rules import Confirmation
from elearn.learning.viewings.rules import code_of
from elearn.people import Person
from tests.learning.viewings.leading import presence, sitters
from tests.make import accounts, viewings
from tests.make import people as make


def test_a_viewing_that_nobody_can_state_waits_for_nobody(client, db, chair, film, come):
    by, now = db.get_one(Person, chair.person_id), clock.now()
    empty, late = (
        viewings.viewing(db, by, *film, opened_at=at, ended_at=at)
        for at in (now - timedelta(hours=1), now - timedelta(days=15))
    )
    viewings.stretch(db, late, sitters(db, make.org_unit(db), 1))
    come(chair)

    listed = client.get("/viewings").text
    assert "Không đánh dấu ai" in listed
    assert "Quá hạn xác nhận" in listed
    assert "Chờ người mở buổi xác nhận" not in listed
    page = client.get(f"/viewings/{empty.token}/result").text
    assert "Chưa đánh dấu ai có mặt" in page
    assert "Xác nhận lúc" not in page
    assert "/statement" not in client.get(f"/viewings/{late.token}/result").text


def test_who_answers_for_it_no_more_sees_it_and_states_nothing(client, db, sitting, chair, come):
    grants = select(RoleGrant).where(RoleGrant.person_id == chair.person_id)
    for grant in db.scalars(grants):
        grant.valid_to = clock.today() - timedelta(days=1)
    come(chair)

    assert client.get(f"/viewings/{sitting.token}/result").status_code == 200
    assert client.post(f"/viewings/{sitting.token}/statement").status_code == 403


def test_her_province_looks_on_and_states_nothing(client, sitting, women, come):
    come()

    assert women[0].full_name in client.get(f"/viewings/{sitting.token}/result").text
    assert sitting.token in client.get("/viewings").text
    assert client.post(f"/viewings/{sitting.token}/statement").status_code == 403


@pytest.fixture
def over(sitting, chair, come):
    """The viewing, over, and the chair signed in."""
    sitting.ended_at = clock.now()
    come(chair)
    return sitting


def test_only_who_stood_on_the_list_can_be_ticked_off(client, db, over, women):
    page = client.get(f"/viewings/{over.token}/result").text
    late = make.person(db, "Đinh Thị Muộn")
    viewings.stretch(db, over, [late], 3)
    db.commit()

    ticked = {"listed": [one.id for one in women], "person": [women[0].id]}
    client.post(f"/viewings/{over.token}/statement", data=ticked)

    struck = [presence(db, over, one).struck_at is not None for one in (*women, late)]
    assert struck == [False, True, False]
    assert f'name="listed" value="{women[0].id}"' in page


@pytest.fixture
def stated(client, db, sitting, chair, come):
    """The viewing, stated where each must confirm for herself."""
    db.get_one(SharedViewingRule, 1).confirmation = Confirmation.CODE
    come(chair)
    client.post(f"/viewings/{sitting.token}/statement")
    return sitting


@pytest.mark.parametrize("typed", ["12345", "1234567", "12345a"])
def test_what_cannot_be_a_code_is_no_wrong_try(client, db, stated, women, typed):
    said = {"person": women[1].id, "code": typed}

    answer = client.post(f"/viewings/{stated.token}/codes", data=said)

    assert (answer.status_code, "Mã có đúng sáu số." in answer.text) == (422, True)
    assert presence(db, stated, women[1]).wrong_codes == 0


def test_who_sat_there_says_for_herself(client, db, stated, women, come):
    sitting = stated
    code = code_of("not a secret", sitting.token, women[1].id)
    wrong = {"person": women[1].id, "code": "1" + code[1:] if code[0] != "1" else "2" + code[1:]}

    assert client.post(f"/viewings/{sitting.token}/codes", data=wrong).status_code == 422
    assert presence(db, sitting, women[1]).wrong_codes == 1
    nobody = wrong | {"person": 10**30}
    assert client.post(f"/viewings/{sitting.token}/codes", data=nobody).status_code == 422
    right = wrong | {"code": f"{code[:3]} {code[3:]}"}
    assert client.post(f"/viewings/{sitting.token}/codes", data=right).status_code == 303
    told = client.get(f"/viewings/{sitting.token}/result").text
    assert f"Đã xác nhận bằng mã: {women[1].full_name}." in told
    assert presence(db, sitting, women[1]).confirmed_by is Confirmation.CODE

    come(accounts.account(db, women[0]))
    own = code_of("not a secret", sitting.token, women[0].id)
    assert own in client.get("/viewings/mine").text.replace(" ", "")
    assert client.post(f"/viewings/{sitting.token}/confirmation").status_code == 303
    assert presence(db, sitting, women[0]).confirmed_at
    said_no = {"words": "Tôi không có mặt"}
    assert client.post(f"/viewings/{sitting.token}/objection", data=said_no).status_code == 303
    assert client.post(f"/viewings/{sitting.token}/objection", data={}).status_code == 422

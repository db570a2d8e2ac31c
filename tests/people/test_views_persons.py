"""The pages about a person: entered, looked at, joined; her levels; what she reads of herself."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.people import Attainment, Person, Qualification, Tenure
from tests.make import accounts as make_accounts
from tests.make import people as make
from tests.make.areas import BEFORE, area

TODAY = "2026-11-21"


def test_a_person_is_entered_with_her_post(client, db, enter, chair):
    enter()
    told = {"full_name": "Y Blô Niê", "birth_year": "1990", "post": "branch_head"}

    page = client.post(
        f"/people/new?unit={chair.org_unit_id}", data={**told, "valid_from": "01/09/2026"}
    )

    who = db.scalars(select(Person).where(Person.full_name == "Y Blô Niê")).one()
    assert page.location.endswith(f"/people/{who.id}")
    [tenure] = db.scalars(select(Tenure).where(Tenure.person_id == who.id))
    assert (tenure.post_key, tenure.valid_from) == ("branch_head", date(2026, 9, 1))


def test_somebody_who_may_be_known_already_is_shown_first(client, db, enter, chair):
    enter()
    told = {"full_name": "Vu Thi Ngat", "birth_year": "1980", "post": "branch_head"}
    told |= {"valid_from": TODAY}
    address = f"/people/new?unit={chair.org_unit_id}"

    asked = client.post(address, data=told)
    entered = client.post(address, data={**told, "is_another": "y"})

    assert asked.status_code == 409
    assert f"/people/{chair.person_id}/tenures/new?unit={chair.org_unit_id}" in asked.text
    assert entered.status_code == 303


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"full_name": ""}, "Chưa ghi họ và tên"),
        ({"birth_year": "80"}, "Năm sinh gồm bốn chữ số"),
        ({"birth_year": "2079"}, "Ngày sinh, năm sinh này chưa tới"),
        ({"born_on": "05/03/2079"}, "Ngày sinh, năm sinh này chưa tới"),
        ({"phone": "12"}, "Số điện thoại gồm"),
        ({"valid_from": "01/01/2024"}, "Đơn vị công tác chưa có"),
    ],
)
def test_what_cannot_be_is_told_and_nobody_is_entered(client, db, acting_on, told, words):
    good = {"full_name": "Lê Thị Ba", "post": "branch_head", "valid_from": TODAY}

    page = client.post(f"/people/new?unit={acting_on.org_unit_id}", data={**good, **told})

    assert page.status_code == 422
    assert words in page.text
    assert not db.scalar(select(Person.id).where(Person.full_name == "Lê Thị Ba"))


def test_levels_are_written_down_and_looked_at_with_one_press(client, db, enter, chair):
    other = make.tenure(db, make.person(db, "Lê Thị Ba"), at=chair.org_unit).person
    enter()
    told = {"level": "theory_intermediate", "institution": "Trường Chính trị tỉnh"}
    client.post(f"/people/{chair.person_id}/levels/new", data=told)

    listed = client.get("/people/levels").text
    pressed = client.post("/people/levels", data={"person": other.id})

    assert db.scalars(select(Qualification)).one().level is Attainment.THEORY_INTERMEDIATE
    assert "Lê Thị Ba" in listed
    assert "Vũ Thị Ngát" not in listed
    assert "không thay đổi" in client.get(pressed.location).text


def test_an_inspector_reads_the_list_of_levels_and_presses_nothing(client, enter, chair):
    enter(Role.INSPECTOR)

    page = client.get("/people/levels").text

    assert "Vũ Thị Ngát" in page
    assert "checkbox" not in page
    assert client.post("/people/levels", data={"person": chair.person_id}).status_code == 403


def test_nobody_presses_for_the_people_of_another_province(client, enter, chair):
    enter(place="Tỉnh Quảng Ninh")

    assert "Vũ Thị Ngát" not in client.get("/people/levels").text
    assert client.post("/people/levels", data={"person": chair.person_id}).status_code == 404


def test_two_entries_are_compared_joined_and_parted(client, db, enter, chair):
    again = make.tenure(
        db, make.person(db, "Vũ Thị Ngát", birth_year=1980), at=chair.org_unit, post="branch_head"
    ).person
    enter()
    found = client.get(f"/people/{chair.person_id}/join").text
    side_by_side = client.get(f"/people/{chair.person_id}/join/{again.id}").text

    joined = client.post(f"/people/{chair.person_id}/join/{again.id}", data={"stands": again.id})
    page = client.get(joined.location).text
    [part] = [line for line in page.split('"') if line.endswith("/undo")]
    parted = client.post(part)

    assert f"/people/{chair.person_id}/join/{again.id}" in found
    assert "Chi hội trưởng phụ nữ" in side_by_side
    assert joined.location.endswith(f"/people/{again.id}")
    assert "Chủ tịch Hội LHPN cấp xã" in page
    assert parted.status_code == 303
    db.expire_all()
    assert (chair.person.same_as_id, again.same_as_id) == (None, None)


def test_a_place_of_the_past_is_told_with_what_it_is_today(client, db, enter):
    old = area(db, "Xã Minh Khai", within="Huyện Hưng Hà", day=BEFORE)
    unit = make.org_unit(db, "Hội LHPN xã Minh Khai", at=old, since=date(2018, 1, 1))
    who = make.tenure(db, at=unit, valid_from=date(2019, 1, 1), valid_to=date(2021, 1, 1)).person
    enter()

    page = client.get(f"/people/{who.id}").text

    assert "xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình" in page
    assert "(nay là xã Hưng Hà, tỉnh Hưng Yên)" in page


def test_her_own_record_is_hers_to_read_and_not_to_change(client, db, sign_in, chair):
    account = make_accounts.account(db, chair.person)
    sign_in(account)

    page = client.get(f"/people/{chair.person_id}").text

    assert "5/QĐ-HPN" in page
    assert "/edit" not in page
    assert client.get(f"/people/{chair.person_id}/edit").status_code == 403


def test_the_record_and_the_list_of_levels_take_a_bounded_number_of_queries(
    client, db, acting_on, branch, count_queries
):
    chair = acting_on
    for _ in range(5):
        make.tenure(db, chair.person, at=make.org_unit(db, at=area(db, "Phường Phố Hiến")))
        make.tenure(db, make.person(db, "Lê Thị Ba"), at=branch, post="branch_head")

    with count_queries() as record:
        client.get(f"/people/{chair.person_id}")
    with count_queries() as levels:
        client.get("/people/levels")

    assert len(record) <= 27
    assert len(levels) <= 16

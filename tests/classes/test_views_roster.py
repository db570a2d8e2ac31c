"""Admitting people by the page: by post and area, by name, and what is said of each."""

import pytest

from elearn import classes, people
from elearn.access import OPERATOR
from tests.classes.conftest import NOW
from tests.make import classes as make
from tests.make import learning as studying
from tests.make import people as cadres
from tests.make.areas import area


@pytest.fixture
def heads(db):
    branch = cadres.org_unit(db, "Chi hội Đồng Phú", kind=people.UnitKind.BRANCH)
    return [
        cadres.tenure(db, cadres.person(db, name), at=branch, post="branch_head").person
        for name in ("Hà Thị Ấm", "Bùi Thị Thoa", "Vũ Thị Dung", "Trần Thị Đào")
    ]


def boxes(page, person):
    """Return the tick before a person's name, as the page has it."""
    return [
        part.split(">")[0] for part in page.split("<input")[1:] if f'value="{person.id}"' in part
    ]


def test_holders_of_the_post_there_are_proposed_and_those_not_free_are_marked(
    desk, db, course, held, heads
):
    free, inside, done, elsewhere = heads
    make.participation(db, held, inside)
    studying.completion(db, done, course.version.id)
    other = make.training_class(db, course)
    make.participation(db, other, elsewhere)
    page = desk.get(f"/classes/{held.id}/participants?post=branch_head").text

    assert "4 người ở Tỉnh Hưng Yên" in page
    assert "Chi hội Đồng Phú, xã Hưng Hà" in page
    assert "checked" in boxes(page, free)[0]
    assert boxes(page, inside) == []
    assert "checked" not in boxes(page, done)[0] + boxes(page, elsewhere)[0]
    assert "Đã trong lớp" in page
    assert "Đã hoàn thành 01/09/2026" in page
    assert f"Đang ở lớp {other.code}" in page


def test_the_ticked_are_admitted(desk, db, held, heads):
    answer = desk.post(
        f"/classes/{held.id}/participants", data={"person": [heads[0].id, heads[2].id]}
    )
    again = desk.post(f"/classes/{held.id}/participants", data={"person": heads[0].id})

    names = [one.person.full_name for one in classes.participations_of(db, held)]
    assert names == ["Hà Thị Ấm", "Vũ Thị Dung"]
    assert answer.location == again.location == f"/classes/{held.id}"
    assert "1 người vừa chọn đã ở trong lớp" in desk.get(again.location).text


def test_a_commune_narrows_the_list_and_a_foreign_one_is_not_found(desk, db, held, heads):
    own = f"/classes/{held.id}/participants?post=branch_head&area="

    near = desk.get(own + str(area(db, "Xã Hưng Hà").id)).text
    far = desk.get(own + str(area(db, "Phường Phố Hiến").id)).text

    assert "Hà Thị Ấm" in near
    assert "Chưa ghi ai giữ chức danh này ở Phường Phố Hiến" in far
    assert desk.get(own + str(area(db, "Tỉnh Quảng Ninh").id)).status_code == 404


def test_one_person_is_found_by_a_word_of_her_name(desk, db, held, heads):
    cadres.listed(db)

    page = desk.get(f"/classes/{held.id}/participants?q=thoa").text

    assert "Tìm thấy 1 người" in page
    assert "checked" not in boxes(page, heads[1])[0]
    assert "Không thấy “zz”" in desk.get(f"/classes/{held.id}/participants?q=zz").text


def test_of_more_than_a_page_of_one_name_the_first_are_shown_as_such(desk, db, held):
    unit = cadres.org_unit(db, "Hội LHPN xã")
    for _ in range(51):
        cadres.tenure(db, cadres.person(db, "Nguyễn Thị Hoa"), at=unit)
    cadres.listed(db)

    page = desk.get(f"/classes/{held.id}/participants?q=hoa").text

    assert "50 người đầu trong số tìm thấy" in page


def test_nobody_is_chosen_for_a_class_that_is_not_open(desk, db, course):
    planned = make.training_class(db, course, state=classes.ClassState.PLANNED)

    answer = desk.get(f"/classes/{planned.id}/participants")

    assert answer.location == f"/classes/{planned.id}"


def test_nobody_of_another_province_is_admitted_by_a_forged_form(desk, db, held):
    far = cadres.org_unit(db, "Hội LHPN phường", at=area(db, "Phường Hạ Long"))
    stranger = cadres.tenure(db, at=far).person
    answer = desk.post(f"/classes/{held.id}/participants", data={"person": stranger.id})
    nobody = desk.post(f"/classes/{held.id}/participants", data={"person": ["x", 10**25]})

    assert answer.status_code == 403
    assert "Chưa chọn ai" in desk.get(nobody.location).text
    assert not classes.participations_of(db, held)


def test_who_stands_for_an_entry_of_the_area_is_admitted_though_she_is_entered_elsewhere(
    desk, db, held, heads
):
    far = cadres.org_unit(db, "Hội LHPN phường", at=area(db, "Phường Hạ Long"))
    whole = cadres.tenure(db, at=far).person
    people.merge(db, OPERATOR, heads[0], whole, now=NOW)
    page = desk.get(f"/classes/{held.id}/participants?post=branch_head").text

    desk.post(f"/classes/{held.id}/participants", data={"person": whole.id})

    assert boxes(page, whole)
    assert [one.person_id for one in classes.participations_of(db, held)] == [whole.id]


def test_the_page_takes_a_bounded_number_of_queries(desk, db, held, heads, count_queries):
    with count_queries() as queries:
        desk.get(f"/classes/{held.id}/participants?post=branch_head")

    assert len(queries) <= 24

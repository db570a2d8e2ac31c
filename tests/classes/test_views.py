"""The desk of classes: signed out, a stranger, an inspector, and those it is for."""

from datetime import date

import pytest

from elearn import classes
from elearn.access import Role
from tests.classes.conftest import text_of
from tests.make import classes as make
from tests.make import people as cadres
from tests.make.areas import area


@pytest.fixture
def there(db, held):
    """Somebody in the class, by her post."""
    tenure = cadres.tenure(db, cadres.person(db, "Nguyễn Thị Ngọc Ưỡng", birth_year=1979))
    return make.participation(db, held, tenure.person, tenure_id=tenure.id)


PAGES = ["", "/new", "/1", "/1/participants", "/1/participants/1", "/1/closing"]


def test_signed_out_one_is_asked_to_sign_in(client):
    for address in [*PAGES, "/mine", "/1/missing"]:
        assert "/sign-in" in client.get(f"/classes{address}").location


@pytest.mark.parametrize("role", [Role.LEARNER, Role.INSTRUCTOR])
def test_learners_and_instructors_do_not_see_the_classes_of_people(client, enter, role):
    enter(role)

    assert {client.get(f"/classes{address}").status_code for address in PAGES} == {403}


def test_another_province_learns_nothing_of_a_class(client, enter, held, there):
    enter(place="Tỉnh Quảng Ninh")
    own = f"/classes/{held.id}"

    assert held.name not in client.get("/classes").text
    for address in ("", "/participants", f"/participants/{there.id}", "/closing"):
        assert client.get(own + address).status_code == 404
    for address in ("/closing", "/cancel", "/begin", "/reopen", "/participants"):
        assert client.post(own + address).status_code == 404
    assert held.state is classes.ClassState.OPEN


def test_an_inspector_reads_everything_and_changes_nothing(client, enter, held, there):
    enter(Role.INSPECTOR)
    own = f"/classes/{held.id}"

    listed, page = client.get("/classes"), client.get(own)
    review, person = client.get(f"{own}/closing"), client.get(f"{own}/participants/{there.id}")

    assert held.name in listed.text
    assert "Mở lớp mới" not in listed.text
    assert "Nguyễn Thị Ngọc Ưỡng" in page.text
    assert "Hủy lớp này" not in page.text
    assert 'name="guard"' not in review.text
    assert "rời lớp" not in person.text
    assert client.get(f"{own}/participants").status_code == 403
    assert client.post(f"{own}/closing").status_code == 403


def test_a_class_of_what_passed_into_the_province_is_its_own(desk, db, course):
    old = area(db, "Tỉnh Thái Bình", day=date(2025, 6, 30))
    former = make.training_class(db, course, at=old, starts_on=date(2025, 3, 1))
    assert former.name in desk.get("/classes").text
    assert desk.get(f"/classes/{former.id}").status_code == 200
    choice = desk.get(f"/classes/{former.id}/participants").text
    assert "selected>Tỉnh Thái Bình" in choice


def test_the_list_is_filtered_by_state(desk, db, held, course):
    over = make.training_class(
        db, course, state=classes.ClassState.CANCELLED, state_reason="Thiếu người"
    )
    page = desk.get("/classes?state=cancelled").text

    assert over.name in page
    assert held.name not in page
    assert desk.get("/classes?state=closed&page=7").status_code == 200


def test_the_class_page_tells_how_far_everybody_is(desk, db, course, held, there):
    done = make.participation(db, held, cadres.person(db, "Trần Thị Đào"))
    make.studied(db, done.person, course)
    page = desk.get(f"/classes/{held.id}").text

    assert "1/2 <small>người đủ điều kiện" in page
    assert page.index("Trần Thị Đào") < page.index("Nguyễn Thị Ngọc Ưỡng")
    assert "Hội LHPN xã Hưng Hà, xã Hưng Hà" in page
    untouched = desk.get(f"/classes/{held.id}?only=untouched").text
    assert "Nguyễn Thị Ngọc Ưỡng" in untouched
    assert "Trần Thị Đào" not in untouched


def test_a_person_of_the_class_is_shown_with_what_she_lacks(desk, held, there):
    page = text_of(desk.get(f"/classes/{held.id}/participants/{there.id}"))

    assert "Còn thiếu 2 trên 2 điều kiện" in page
    assert "Bài giảng CT-LOP-1" in page
    assert "Bắt đầu bài này" not in page  # It is not hers to watch who reads this.
    assert desk.get(f"/classes/{held.id}/participants/999").status_code == 404


def test_somebody_leaves_for_a_reason(desk, db, held, there):
    own = f"/classes/{held.id}/participants/{there.id}"

    bare = desk.post(f"{own}/leave", data={"reason": ""})
    desk.post(f"{own}/leave", data={"reason": "Nghỉ sinh"})
    db.refresh(there)

    assert bare.status_code == 422
    assert there.left_reason == "Nghỉ sinh"
    assert "Nghỉ sinh" in desk.get(f"/classes/{held.id}?only=left").text


def test_a_class_is_begun_cancelled_and_opened_again_by_its_buttons(desk, db, course):
    planned = make.training_class(db, course, state=classes.ClassState.PLANNED)
    closed = make.training_class(db, course, state=classes.ClassState.CLOSED)
    desk.post(f"/classes/{planned.id}/begin")
    desk.post(f"/classes/{closed.id}/reopen", data={"reason": "Chốt nhầm"})
    refused = desk.post(f"/classes/{planned.id}/cancel", data={"reason": ""})
    db.refresh(planned)
    assert planned.state is classes.ClassState.OPEN
    desk.post(f"/classes/{planned.id}/cancel", data={"reason": "Bão"})
    for one in (planned, closed):
        db.refresh(one)

    assert refused.status_code == 409
    assert "Ghi lý do hủy lớp" in refused.text
    assert (planned.state, planned.state_reason) == (classes.ClassState.CANCELLED, "Bão")
    assert closed.state is classes.ClassState.OPEN
    assert "Chốt nhầm" in desk.get(f"/classes/{closed.id}").text


def test_of_people_in_a_cancelled_class_nothing_is_said(desk, db, course, held, there):
    make.studied(db, there.person, course)
    desk.post(f"/classes/{held.id}/cancel", data={"reason": "Bão"})
    page = desk.get(f"/classes/{held.id}").text

    assert "người trong lớp khi hủy" in page
    assert "Nguyễn Thị Ngọc Ưỡng" in page
    assert "Chưa bắt đầu" not in page
    assert "Chưa hoàn thành" not in page


def test_a_reason_longer_than_anybody_reads_is_not_kept(desk, db, held):
    answer = desk.post(f"/classes/{held.id}/cancel", data={"reason": "x" * 501})

    assert "Lý do dài nhất 500 ký tự" in answer.text
    assert held.state is classes.ClassState.OPEN


@pytest.fixture
def many(db, held, there):
    """Thirty more people in the class, each with her post in a unit of her own."""
    for number in range(30):
        tenure = cadres.tenure(db, cadres.person(db, f"Nguyễn Thị {number}"))
        make.participation(db, held, tenure.person, tenure_id=tenure.id)


@pytest.mark.parametrize("address", ["/classes", "/classes/{}", "/classes/{}/closing"])
def test_the_pages_take_a_bounded_number_of_queries(desk, held, many, count_queries, address):
    with count_queries() as queries:
        assert desk.get(address.format(held.id)).status_code == 200

    assert len(queries) <= 30

"""Opening a class by its form: what is proposed, kept and refused."""

from datetime import date

from sqlalchemy import select

from elearn import classes
from elearn.access import Role
from elearn.audit import AuditEntry
from tests.make import classes as make
from tests.make.areas import area

FORM = {
    "name": "Chi hội trưởng xã Hưng Hà",
    "organiser": "Hội LHPN tỉnh Hưng Yên",
    "starts_on": "2026-11-21",
    "ends_on": "15/12/2026",
}


def test_a_class_is_opened_by_the_form(client, enter, db, course):
    account = enter()
    assert "Hội LHPN tỉnh Hưng Yên" in client.get("/classes/new?programme=CT-LOP").text

    data = {**FORM, "area_id": area(db, "Tỉnh Hưng Yên").id, "electives": [*course.chosen]}
    answer = client.post("/classes/new?programme=CT-LOP", data=data)

    [made] = db.scalars(select(classes.TrainingClass))
    assert answer.location == f"/classes/{made.id}"
    assert (made.starts_on, made.ends_on) == (date(2026, 11, 21), date(2026, 12, 15))
    entry = db.scalars(select(AuditEntry).where(AuditEntry.subject == "training_class")).one()
    assert (entry.action, entry.person_id) == ("open", account.person_id)


def test_the_centre_opens_a_class_for_the_country_in_the_name_of_who_holds_the_programme(
    client, enter, course
):
    enter(Role.CENTRAL, "Việt Nam")

    page = client.get("/classes/new?programme=CT-LOP").text

    assert 'value="Học viện Phụ nữ Việt Nam"' in page
    assert ">Việt Nam</option>" in page
    assert ">Tỉnh Hưng Yên</option>" in page


def test_what_is_wrong_stands_beside_its_field_and_the_rest_is_kept(desk, db, course):
    data = {**FORM, "area_id": area(db, "Tỉnh Hưng Yên").id, "ends_on": "31/2/2026"}

    unreadable = desk.post("/classes/new?programme=CT-LOP", data=data)
    refused = desk.post("/classes/new?programme=CT-LOP", data={**data, "ends_on": "2026-11-20"})

    assert unreadable.status_code == refused.status_code == 422
    assert "Không có ngày này" in unreadable.text
    assert "đứng trước ngày khai giảng" in refused.text
    assert "để sẵn ít nhất 1" in refused.text
    assert "Chi hội trưởng xã Hưng Hà" in refused.text


def test_the_page_before_it_offers_the_programmes_that_may_open(desk, db, course):
    make.course(db, "CT-CU", title="Chương trình cũ", valid_to=date(2025, 12, 31))
    page = desk.get("/classes/new").text

    assert "/classes/new?programme=CT-LOP" in page
    assert "Chỉ mở lớp đến 31/12/2025" in page
    assert "programme=CT-CU" not in page

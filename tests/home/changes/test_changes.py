"""A change of areas by page: who looks, who applies, and whom it touches."""

import io
from datetime import date

import pytest
from sqlalchemy import func, select

from elearn import areas, audit, clock, people, sheets
from elearn.access import OPERATOR, Role
from elearn.home.changes import queries, service
from tests.make import accounts as make_accounts
from tests.make import areas as make
from tests.make import people as make_people
from tests.make.areas import area

DAY = date(2027, 1, 1)


@pytest.fixture
def enter(db, sign_in):
    def told(role):
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role)
        sign_in(account)

    return told


def form(content, **more):
    told = {"number": "01/NQ", "title": "Sắp xếp xã", "decided_on": "2026-10-01"}
    return told | {"effective_on": "01/01/2027", "file": (io.BytesIO(content), "xã.xlsx"), **more}


def named(db, name):
    return db.scalar(select(func.count()).where(areas.AreaVersion.name == name))


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get("/areas/changes").location


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INSTRUCTOR, Role.LEARNER])
def test_others_are_kept_out(client, enter, role):
    enter(role)

    assert client.get("/areas/changes").status_code == 403
    assert client.get("/areas/changes/1").status_code == 403
    assert client.get("/areas/changes/template.xlsx").status_code == 403


def test_an_inspector_reads_and_changes_nothing(client, db, enter, line):
    change = areas.receive(db, OPERATOR, make.change(line), now=clock.now())
    enter(Role.INSPECTOR)

    page = client.get(f"/areas/changes/{change.id}").text

    assert "Sẽ thay đổi từ ngày 01/01/2027" in page
    assert "Áp dụng</button>" not in page
    for address in ("", f"/{change.id}/apply", f"/{change.id}/discard"):
        assert client.post(f"/areas/changes{address}").status_code == 403
    assert change.applied_at is None


def test_a_file_is_looked_at_before_it_is_applied(client, db, enter, file):
    enter(Role.CENTRAL)

    received = client.post("/areas/changes", data=form(file))
    page = client.get(received.location).text

    assert received.status_code == 303
    assert "Xã Trần" in page
    assert "Xã Hưng Hà" in page
    assert named(db, "Trần") == 0

    applied = client.post(f"{received.location}/apply", follow_redirects=True).text

    assert "Đã áp dụng" in applied
    assert named(db, "Trần") == 1
    assert "01/NQ · Sắp xếp xã" in client.get("/areas/changes").text


def test_bad_lines_are_told_with_their_number_and_cannot_be_applied(client, db, enter):
    change = areas.receive(
        db,
        OPERATOR,
        make.change(("99999", "", "xã", "", "Xã <b>Nào", "", "", "đổi tên")),
        now=clock.now(),
    )
    enter(Role.CENTRAL)

    page = client.get(f"/areas/changes/{change.id}").text

    assert "Dòng 2:" in page
    assert "Không có đơn vị mã 99999" in page
    assert "Áp dụng</button>" not in page
    assert client.post(f"/areas/changes/{change.id}/apply").status_code == 400


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"number": ""}, "Chưa ghi số."),
        ({"effective_on": "2026-09-01"}, "không thể trước ngày ban hành"),
        ({"file": (io.BytesIO(b"\x89PNG\x00"), "x.png")}, "không đọc được thành bảng"),
        ({"file": None}, "Chọn tệp."),
    ],
)
def test_a_form_with_a_flaw_is_shown_again(client, enter, file, more, told):
    enter(Role.CENTRAL)
    fields = {name: value for name, value in form(file, **more).items() if value is not None}

    answer = client.post("/areas/changes", data=fields)

    assert answer.status_code == 422
    assert told in answer.text


def test_a_file_may_be_put_away(client, db, enter, line):
    change = areas.receive(db, OPERATOR, make.change(line), now=clock.now())
    enter(Role.CENTRAL)

    page = client.post(f"/areas/changes/{change.id}/discard", follow_redirects=True).text

    assert "không có gì thay đổi" in page
    assert areas.changes(db) == []


def test_the_template_can_be_read_by_the_reader(client, enter):
    enter(Role.CENTRAL)

    rows = sheets.rows_of(client.get("/areas/changes/template.xlsx").data)

    assert rows[0].texts == tuple(areas.COLUMNS.values())
    assert len(rows) == 10


def test_whom_a_change_touches_is_counted(db, line):
    unit = make_people.org_unit(db)
    serving = make_people.person(db)
    make_people.tenure(db, serving, at=unit)
    make_accounts.role_grant(db, serving, area_id=area(db).id)
    change = areas.receive(db, OPERATOR, make.change(line), now=clock.now())

    touched = queries.touched_by(db, areas.draft_of(db, change), DAY)

    assert touched == queries.Touched(units=1, people=1, grants=1)


def test_units_follow_their_area_in_the_same_act(db, line):
    unit = make_people.org_unit(db)
    change = areas.receive(db, OPERATOR, make.change(line), now=clock.now())

    outcome = service.carry_out(db, OPERATOR, change, now=clock.now())

    place = people.OrgUnitPlace
    stands = select(place.area_id).where(place.org_unit_id == unit.id, place.valid_on(DAY))
    assert outcome == service.Outcome(is_new=True, moved=1, left=0)
    assert db.scalars(stands).all() == [area(db, "Xã Trần", day=DAY).id]
    actions = db.scalars(select(audit.AuditEntry.action)).all()
    assert {"apply", "follow"} <= set(actions)

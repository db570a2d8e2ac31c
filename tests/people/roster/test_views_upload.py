"""Sending a file in: whose it is, what is refused and why, and the page while it is read."""

from io import BytesIO

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.jobs import Job, JobState
from elearn.people.roster.models import BatchState, RosterBatch
from tests.make import batches as make
from tests.make.areas import area

PAGE = "/people/import/new"
_FORM = "multipart/form-data; boundary=x"


def sheet(name="Danh sách chị em Hưng Hà.xlsx", content=b"PK"):
    return {"file": (BytesIO(content), name)}


@pytest.fixture
def place(db):
    return area(db, "Tỉnh Hưng Yên").id


def test_signed_out_one_is_asked_to_sign_in(client):
    assert "/sign-in" in client.get(PAGE).location
    assert "/sign-in" in client.post(PAGE, data=sheet()).location


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ((Role.LEARNER, "Tỉnh Hưng Yên"), ""),
        ((Role.INSPECTOR, "Tỉnh Hưng Yên"), ""),
        ((Role.ADMINISTRATOR, "Xã Hưng Hà"), "gửi cho tỉnh nhập"),
    ],
)
def test_who_does_not_decide_sends_nothing(db, client, enter, who, words):
    enter(*who)

    assert client.get(PAGE).status_code == 403
    refused = client.post(PAGE, data=sheet())

    assert refused.status_code == 403
    assert words in refused.text
    assert db.scalars(select(RosterBatch)).all() == []


def test_the_page_says_what_may_be_sent(client, enter):
    enter()

    page = client.get(PAGE).text

    assert "nặng nhất 20 MB" in page
    assert "Áp dụng từ ngày" in page
    assert "<select" not in page  # She has one province.


def test_a_file_keeps_its_name_and_is_read_by_a_job(db, client, enter, place):
    enter()

    answer = client.post(PAGE, data={**sheet(), "area_id": place, "since": "2026-07-01"})

    batch = db.scalars(select(RosterBatch)).one()
    assert answer.status_code == 303
    assert answer.location.endswith(f"/people/import/{batch.id}")
    assert batch.file_name == "Danh sách chị em Hưng Hà.xlsx"
    assert (batch.area_id, batch.state, str(batch.since)) == (place, "reading", "2026-07-01")
    page = client.get(answer.location)
    assert "Đang đọc tệp" in page.text
    assert "Đóng trang này cũng được" in page.text
    assert page.headers["Refresh"] == "3"


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Chọn tệp."),
        (sheet(content=b""), "Tệp này trống"),
        ({**sheet(), "since": "31/02/2026"}, "Không có ngày này"),
    ],
)
@pytest.mark.usefixtures("entered")
def test_what_is_wrong_is_told_on_the_page(db, client, place, sent, words):
    answer = client.post(PAGE, data={"area_id": place, **sent})

    assert answer.status_code == 422
    assert words in answer.text
    assert "Còn 1 chỗ cần sửa" in answer.text
    assert db.scalars(select(RosterBatch)).all() == []


def test_a_form_without_its_token_takes_nothing_in(db, app, client, enter, place):
    app.config["WTF_CSRF_ENABLED"] = True
    enter()

    answer = client.post(PAGE, data={**sheet(), "area_id": place})

    assert answer.status_code == 422
    assert "Trang này đã mở quá lâu" in answer.text
    assert db.scalars(select(RosterBatch)).all() == []


def raw(content):
    """Return the body of a form with a file, which the test client would put on the disk."""
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    return {"data": head + content + b"\r\n--x--\r\n", "content_type": _FORM}


@pytest.mark.parametrize(("size", "status"), [(20_000_001, 422), (40_000_001, 413)])
def test_what_is_too_large_is_refused_in_words(db, client, enter, size, status):
    enter()

    answer = client.post(PAGE, **raw(b"x" * size))

    assert answer.status_code == status
    assert "nặng quá 20 MB" in answer.text
    assert db.scalars(select(RosterBatch)).all() == []


def test_the_centre_chooses_whose_list_it_is(db, client, enter, place):
    enter(Role.CENTRAL, "Việt Nam")
    page = client.get(PAGE).text
    assert "Tỉnh Quảng Ninh</option>" in page

    client.post(PAGE, data={**sheet(), "area_id": place})

    assert db.scalars(select(RosterBatch)).one().area_id == place


def test_a_province_of_others_cannot_be_chosen(db, client, enter):
    enter()

    answer = client.post(PAGE, data={**sheet(), "area_id": area(db, "Tỉnh Quảng Ninh").id})

    assert answer.status_code == 422
    assert db.scalars(select(RosterBatch)).all() == []


def job(db, batch, step, **values):
    made = Job(
        kind=f"roster-{step}",
        key=f"roster-{step}:{batch.id}",
        payload={"batch": batch.id},
        enqueued_at=make.RECEIVED,
        **values,
    )
    db.add(made)
    db.flush()


@pytest.mark.parametrize(
    ("state", "step", "words"),
    [
        (BatchState.READING, "read", "Đang đọc tệp"),
        (BatchState.COMPARING, "compare", "Đang so với danh sách hiện có"),
        (BatchState.COMMITTING, "commit", "Đang ghi vào danh sách"),
        (BatchState.UNDOING, "undo", "Đang hoàn tác lần nhập"),
    ],
)
@pytest.mark.usefixtures("entered")
def test_work_under_way_tells_how_far_it_is(db, client, state, step, words):
    batch = make.batch(db, state, committed_at=make.RECEIVED if step == "undo" else None)
    job(db, batch, step, state=JobState.RUNNING, worker="w", done=1200, total=5000)
    page = client.get(f"/people/import/{batch.id}").text

    assert words in page
    assert "1.200 trên 5.000 dòng" in page
    assert 'aria-valuenow="24"' in page


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.DONE])
def test_work_that_failed_or_was_left_can_be_taken_up_again(db, client, enter, state):
    batch = make.batch(db, BatchState.COMPARING)
    job(db, batch, "compare", state=state)
    enter()
    page = client.get(f"/people/import/{batch.id}")
    assert "bị dừng giữa chừng" in page.text
    assert "Refresh" not in page.headers

    client.post(f"/people/import/{batch.id}/retry")

    assert db.scalars(select(Job)).one().state is JobState.QUEUED

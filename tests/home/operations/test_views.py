"""The page of operations: what it tells, and what may be done on it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from elearn.access import Role
from elearn.jobs import Job, JobState, Obstacle
from tests.make import accounts, media
from tests.make import jobs as make
from tests.make.jobs import NOW

FULL: dict[str, Any] = {
    "obstacle": Obstacle.ROOM,
    "run_after": NOW + timedelta(minutes=2),
    "times_put_off": 3,
    "error": "OSError: [Errno 28] No space left on device",
}


@pytest.fixture(autouse=True)
def _then():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def enter(db, sign_in):
    """Sign a new account in that holds a role in the whole country."""

    def enter(role):
        account = accounts.account(db)
        accounts.role_grant(db, account, role, area_id=None)
        sign_in(account)

    return enter


@pytest.fixture
def central(enter):
    enter(Role.CENTRAL)


@pytest.fixture
def page(client, central):
    """`page(address)` is what the centre reads there."""

    def read(address="/operations", status=200):
        answer = client.get(address)
        assert answer.status_code == status
        return answer.text

    return read


def test_a_calm_house_says_so(db, page):
    make.worker(db)
    make.job(db, state=JobState.DONE, finished_at=NOW - timedelta(hours=2))

    text = page()

    assert "Mọi việc chạy bình thường." in text
    assert "Trong 24 giờ qua đã xong 1 việc." in text
    assert "may-1" in text
    assert "66 GB" in text


def test_work_without_anybody_to_do_it_is_said_first(db, page):
    make.worker(db, seen_at=NOW - timedelta(minutes=5))
    make.job(db)

    text = page()

    assert "Không có tiến trình làm việc nào đang chạy." in text
    assert "Im từ 11:55 21/11/2026" in text
    assert "Mọi việc chạy bình thường." not in text


def test_what_runs_is_named_with_how_far_it_is(db, page):
    film = media.medium_version(db, media.medium(db, "Hòa giải ở cơ sở"))
    make.running(db, kind="media.transcode", payload={"version": film.id})

    text = page()

    assert "Chuyển mã video" in text
    assert "Hòa giải ở cơ sở" in text
    assert "50 trên 100" in text
    assert "trên máy may-1. Còn khoảng 10 phút." in text


def test_a_full_disk_is_said_with_what_to_do(db, page):
    make.job(db, **FULL)

    text = page()

    assert "Đĩa hết chỗ: 1 việc đang chờ chỗ trống." in text
    assert "elearn media clean" in text
    assert "Đã thử 3 lần. Tự thử lại lúc 12:02." in text


def test_what_does_not_get_on_is_said(db, page):
    make.running(db, moved_at=NOW - timedelta(hours=1))

    assert "1 việc đang làm mà không tiến thêm." in page()


@pytest.mark.parametrize("group", ["running", "hindered", "waiting", "failed", "cancelled", "done"])
def test_each_group_has_pages_of_its_own(db, page, group):
    make.running(db)
    make.failed(db)
    make.job(db, "full", **FULL)
    for number in range(51):
        make.job(db, f"{number}")
    make.failed(db, "cancelled", state=JobState.CANCELLED)
    make.job(db, "done", state=JobState.DONE, finished_at=NOW)

    text = page(f"/operations/jobs/{group}")

    assert ("1–50 trên 51" in text) is (group == "waiting")
    assert "Dọn tệp không còn dùng" in text


def test_there_is_no_such_group_or_job(page):
    page("/operations/jobs/lost", 404)
    page("/operations/job/404", 404)


def test_one_job_tells_its_whole_reason(db, page):
    job = make.failed(db, error="ValueError: " + "dài " * 100 + "hết")

    assert "dài hết" in page(f"/operations/job/{job.id}")


@pytest.mark.usefixtures("central")
def test_one_that_failed_is_tried_again_or_put_aside(db, client):
    for act, state in (("retry", JobState.QUEUED), ("cancel", JobState.CANCELLED)):
        job = make.failed(db, act)
        answer = client.post(f"/operations/job/{job.id}/{act}")
        db.expire_all()
        assert (answer.status_code, db.get_one(Job, job.id).state) == (303, state)


@pytest.mark.usefixtures("central")
def test_one_that_is_done_is_not_cancelled(db, client):
    job = make.job(db, state=JobState.DONE, finished_at=NOW)

    assert client.post(f"/operations/job/{job.id}/cancel").status_code == 409


def test_the_page_asks_little_however_much_waits(db, page, count_queries):
    film = media.medium_version(db)
    for number in range(30):
        payload = {"version": film.id}
        make.running(db, f"r{number}", kind="media.transcode", payload=payload)
        make.failed(db, f"f{number}", kind="media.transcode", payload=payload)
        make.job(db, f"w{number}")

    with count_queries() as queries:
        page()

    assert len(queries) <= 24


@pytest.mark.parametrize("address", ["/operations", "/operations/jobs/failed"])
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CENTRAL])
def test_nobody_but_the_centre_reads_it(client, enter, role, address):
    assert "/sign-in" in client.get(address).location
    enter(role)
    assert client.get(address).status_code == 403

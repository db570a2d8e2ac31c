"""`elearn jobs` from the shell."""

import pytest
import time_machine

from elearn.audit import AuditEntry
from elearn.home.operations import commands
from elearn.jobs import Job, JobState, Obstacle
from tests.make import jobs as make
from tests.make.jobs import NOW


@pytest.fixture(autouse=True)
def _then():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def told(db, runner):
    """`told("list")` is what `elearn jobs list` prints."""

    def told(*words, code=0):
        db.commit()
        answer = runner.invoke(commands.group, [str(word) for word in words])
        assert answer.exit_code == code, answer.output
        return answer.output

    return told


def test_a_list_tells_how_each_stands(db, told):
    make.running(db)
    make.failed(db)
    make.job(db, "full", obstacle=Obstacle.ROOM, error="[Errno 28]", times_put_off=1)
    make.job(db, "done", state=JobState.DONE, finished_at=NOW)

    lines = told("list").splitlines()

    assert [line.partition("  ")[2] for line in lines] == [
        "Dọn tệp không còn dùng  Đang làm 50%",
        "Dọn tệp không còn dùng  Chờ chỗ trống trên đĩa: [Errno 28]",
        "Dọn tệp không còn dùng  Hỏng: ValueError: bad",
    ]


def test_one_job_is_told_whole(db, told):
    job = make.running(db)

    text = told("show", job.id)

    assert "bắt đầu 11:50:00 21/11/2026" in text
    assert "tiến trình: may-1-4711-ab12cd" in text


def test_nothing_to_tell(told):
    assert told("list") == "Không có việc nào.\n"
    assert "Chạy: elearn worker" in told("workers")


def test_workers_are_told_with_their_room(db, told):
    make.worker(db)

    assert "đang chạy, thấy lúc 12:00:00 21/11/2026, còn 66000 MB" in told("workers")


def test_jobs_are_tried_again_and_cancelled_and_it_is_written_down(db, told):
    first, second, third = make.failed(db, "1"), make.failed(db, "2"), make.running(db)

    told("retry", first.id, second.id)
    text = told("cancel", second.id, third.id)

    db.expire_all()
    assert [db.get_one(Job, one.id).state for one in (first, second, third)] == [
        JobState.QUEUED,
        JobState.CANCELLED,
        JobState.RUNNING,
    ]
    assert text == f"{second.id}: đã hủy\n{third.id}: đang dừng\n"
    entries = db.query(AuditEntry).filter_by(subject="job").order_by(AuditEntry.id)
    assert [entry.action for entry in entries] == ["retry", "retry", "cancel", "cancel"]


def test_what_cannot_be_done_is_refused_in_one_line(told):
    assert told("retry", 404, code=1) == "Error: Không có việc số 404.\n"

"""The end of a file: written, taken back, or put away; each said before it is done."""

import pytest

from elearn.access import Role
from elearn.people.roster.models import BatchState, RosterChange
from elearn.people.roster.models.changes import ChangeAct
from elearn.people.roster.rules.verdicts import RowStatus
from tests.make import batches as make

ACTS = ("commit", "undo", "discard", "retry")


@pytest.fixture
def ready(db):
    batch = make.batch(db)
    make.row(db, batch, make.entry(3))
    return batch


@pytest.fixture
def written(db, chair):
    """A batch that entered the chair, with a doubt and an error left."""
    batch = make.batch(db, BatchState.COMMITTED, committed_at=make.RECEIVED)
    row = make.row(db, batch, make.entry(3), applied_at=make.RECEIVED, person_id=chair.person_id)
    make.row(db, batch, make.entry(4), RowStatus.DOUBTFUL)
    make.row(db, batch, make.entry(5), RowStatus.ERROR)
    for table, key in (("person", chair.person_id), ("tenure", chair.id)):
        told = {"of_table": table, "of_id": key, "before": {}, "after": {}}
        db.add(RosterChange(batch_id=batch.id, row_id=row.id, act=ChangeAct.INSERT, **told))
    db.flush()
    return batch


def answers_of(client, batch):
    """Return what each way of ending the batch is answered."""
    return [client.post(f"/people/import/{batch.id}/{act}") for act in ACTS]


def test_signed_out_one_is_asked_to_sign_in(client, ready):
    assert all("/sign-in" in answer.location for answer in answers_of(client, ready))


def test_a_stranger_has_no_such_file(client, enter, ready):
    enter(place="Tỉnh Quảng Ninh")

    assert {answer.status_code for answer in answers_of(client, ready)} == {404}


def test_an_inspector_ends_nothing(client, enter, ready):
    enter(Role.INSPECTOR)

    assert {answer.status_code for answer in answers_of(client, ready)} == {403}


def test_the_clear_rows_are_written_by_a_job(db, client, enter, ready):
    enter()

    answer = client.post(f"/people/import/{ready.id}/commit", follow_redirects=True)

    assert "Đang ghi vào danh sách" in answer.text
    db.refresh(ready)
    assert ready.state is BatchState.COMMITTING


def test_what_was_written_is_summed_up_with_what_is_left(client, enter, written):
    enter()

    text = client.get(f"/people/import/{written.id}").text

    assert "Đã ghi 1 dòng vào danh sách" in text
    assert "Chức danh thêm" in text
    assert "Còn 1 dòng chờ chị quyết định" in text
    assert "1 dòng có lỗi, chưa ghi" in text
    assert f"/people/import/{written.id}/undo" in text
    rows = client.get(f"/people/import/{written.id}/preview?tab=new").text
    assert "đã ghi" in rows
    assert "Ghi thêm" not in rows


def test_a_doubt_decided_later_is_written_in_addition(db, client, enter, written):
    make.row(db, written, make.entry(9))
    enter()

    text = client.get(f"/people/import/{written.id}/preview?tab=new").text

    assert "Ghi thêm 1 dòng đã rõ" in text


def test_undoing_says_first_what_it_takes_back(db, client, enter, written):
    enter()
    text = client.get(f"/people/import/{written.id}/undo").text
    assert "1 người mới: bỏ khỏi danh sách" in text
    assert "1 chức danh đã thêm" in text
    assert "Hoàn tác 1 dòng" in text

    answer = client.post(f"/people/import/{written.id}/undo", follow_redirects=True)

    assert "Đang hoàn tác lần nhập" in answer.text
    db.refresh(written)
    assert written.state is BatchState.UNDOING


def test_who_stayed_after_undoing_is_named_with_the_reason(db, client, enter, chair):
    then = make.RECEIVED
    batch = make.batch(db, BatchState.UNDONE, committed_at=then, undone_at=then)
    kept = {"applied_at": make.RECEIVED, "person_id": chair.person_id}
    make.row(db, batch, make.entry(3), stays=[["tenure", ""]], **kept)
    enter()

    text = client.get(f"/people/import/{batch.id}").text

    assert "Đã hoàn tác lần nhập này" in text
    assert "Giữ lại, vì đã có việc khác dựa vào" in text
    assert "Vũ Thị Ngát" in text
    assert "Hoàn tác lần nữa" in text


def test_a_file_is_put_away_after_a_question(db, client, enter, ready):
    enter()
    assert "Danh sách cán bộ giữ nguyên" in client.get(f"/people/import/{ready.id}/discard").text

    answer = client.post(f"/people/import/{ready.id}/discard", follow_redirects=True)

    assert "Đã bỏ tệp" in answer.text
    assert "Đã bỏ" in answer.text
    db.refresh(ready)
    assert ready.state is BatchState.DISCARDED
    assert "không ghi gì" in client.get(f"/people/import/{ready.id}").text


def test_what_was_written_cannot_be_put_away(client, enter, written):
    enter()

    assert client.post(f"/people/import/{written.id}/discard").status_code == 409


def test_a_file_that_could_not_be_read_says_why_and_what_to_do(db, client, enter):
    batch = make.batch(db, BatchState.REFUSED, refusal="Tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
    enter()

    text = client.get(f"/people/import/{batch.id}").text

    assert "Không đọc được tệp này" in text
    assert "Bỏ mật khẩu rồi gửi lại." in text
    assert "Gửi tệp khác" in text


@pytest.mark.parametrize(
    ("act", "state"),
    [
        ("undo", BatchState.DISCARDED),
        ("undo", BatchState.UNDONE),
        ("discard", BatchState.COMMITTED),
    ],
)
def test_nobody_is_asked_about_what_cannot_be_done_any_more(db, client, enter, act, state):
    then = make.RECEIVED
    batch = make.batch(db, state, committed_at=then, undone_at=then)
    enter()

    answer = client.get(f"/people/import/{batch.id}/{act}")

    assert (answer.status_code, answer.location) == (302, f"/people/import/{batch.id}")


def test_after_undoing_rows_and_file_are_still_there(db, client, enter):
    then = make.RECEIVED
    batch = make.batch(db, BatchState.UNDONE, committed_at=then, undone_at=then)
    enter()

    assert f"/import/{batch.id}/preview?tab=all" in client.get(f"/people/import/{batch.id}").text

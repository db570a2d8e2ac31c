from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import areas, clock
from elearn.access import OPERATOR, Actor, Grant, Role
from elearn.db import UNKNOWN_START
from elearn.errors import Conflict, Forbidden
from elearn.jobs import job_by_key
from elearn.people.commands import group
from elearn.people.personal.rosters import forget_in_rosters
from elearn.people.roster import RosterChange, RosterRow, jobs, service
from elearn.people.roster.models import BatchState
from elearn.people.roster.queries.earlier import same_file
from elearn.people.roster.rules.steps import Steps
from elearn.people.roster.rules.verdicts import Answer, RowStatus
from elearn.people.roster.service.answering import answer_row, reopen_row
from elearn.storage import StoredFile
from tests.make import batches
from tests.make import people as make
from tests.make.areas import area, path
from tests.make.audit import erasure
from tests.make.rosterbatches import begin, newcomer


@pytest.fixture
def there(db):
    return areas.version_on(db, area(db).id, clock.today())


@pytest.fixture
def sent(db, store, there, tmp_path):
    """`sent()` is a file that was just sent in."""
    file = tmp_path / "danh sách.csv"
    file.write_text("Họ và tên\nLê Thị Na\n")

    def send(actor=OPERATOR):
        what = service.Sent(file, file.name, there)
        return service.receive(db, store, actor, what, now=clock.now())

    return send


@pytest.fixture
def lapse(here, db, monkeypatch):
    """`lapse(days=31)` has the worker look after so many days."""

    def look(days):
        later = clock.now() + timedelta(days=days)
        monkeypatch.setattr(clock, "now", lambda: later)
        jobs.let_lapse(here.settings, here.database)
        db.expire_all()

    return look


def test_a_file_that_was_sent_is_kept_and_waits_to_be_read(db, store, sent):
    batch = sent()

    assert store.path(batch.sha256).exists()
    job = job_by_key(db, f"roster-read:{batch.id}")
    assert job is not None
    assert job.priority > 5  # A film has that, and takes an hour.
    assert (batch.state, batch.file_name) == (BatchState.READING, "danh sách.csv")


def test_who_only_proposes_sends_no_roster(db, sent):
    grant = Grant(Role.ADMINISTRATOR, path(db, "Xã Hưng Hà"), UNKNOWN_START, proposes=True)

    with pytest.raises(Forbidden, match="quản trị địa bàn"):
        sent(Actor(make.person(db).id, (grant,)))


def test_a_file_that_was_written_before_is_known_again(db, bench, sent):
    first, again = sent(), sent()
    assert same_file(db, again) is None

    first.state = BatchState.COMMITTED

    assert same_file(db, again) is first


def test_what_rows_and_files_say_of_persons_goes_in_its_time(db, bench, store, sent, lapse):
    mai = make.person(db, "Trần Thị Mai", phone="0912000111")
    sent()
    rows = newcomer("Lê Thị Na", begin(make.org_unit(db))), (mai, Steps(person={"phone": ""}))
    batch = bench.write(*rows)

    lapse(29)
    assert batch.erased_at is None

    lapse(31)
    assert batch.erased_at is not None
    told = select(RosterRow.entry, RosterRow.verdict, RosterChange.before, RosterChange.after)
    found = db.execute(told.join(RosterChange, RosterChange.row_id == RosterRow.id)).all()
    assert {str(one) for row in found for one in row} == {"{}"}
    assert db.scalars(select(StoredFile)).all() == []
    assert list(store.folder.glob("??/*")) == []
    with pytest.raises(Conflict, match="quá hạn"):
        service.undo_batch(db, OPERATOR, batch, now=clock.now())


def test_two_batches_of_one_file_keep_it_until_both_have_let_it_go(db, store, sent, lapse):
    first, second = sent(), sent()
    first.received_at -= timedelta(days=20)
    db.flush()

    lapse(15)

    assert (first.state, second.state) == (BatchState.DISCARDED, BatchState.READING)
    assert store.path(second.sha256).exists()


def test_who_is_forgotten_takes_no_other_of_her_name_out_of_a_roster(db):
    na = make.person(db, "Lê Thị Na", phone="0912000111")
    batch = batches.batch(db)
    hers = batches.row(db, batch, batches.entry(3, na.full_name), RowStatus.DOUBTFUL)
    by_phone = batches.row(db, batch, batches.entry(4, na.full_name, phone=na.phone))
    another = batches.row(db, batch, batches.entry(5, na.full_name))

    forget_in_rosters(db, erasure(na.id))

    db.expire_all()
    assert [row.entry == {} for row in (hers, by_phone, another)] == [True, True, False]
    assert [row.status for row in (hers, by_phone)] == [RowStatus.SKIPPED] * 2
    with pytest.raises(Conflict):
        answer_row(db, OPERATOR, hers, Answer.ANOTHER_PERSON, now=clock.now())
    with pytest.raises(Conflict):
        reopen_row(db, OPERATOR, hers, now=clock.now())


def test_the_shell_tells_batches_and_takes_one_back_and_names_who_stays(db, bench, runner):
    rows = [newcomer(f"Lê Thị {one}", begin(make.org_unit(db))) for one in ("Na", "Nở")]
    batch = bench.write(*rows)
    make.qualification(db, bench.people()[0])
    db.commit()

    assert f"{batch.id}  Đã ghi" in runner.invoke(group, ["batches"]).output
    told = runner.invoke(group, ["undo-batch", str(batch.id)]).output

    assert "Giữ lại: Lê Thị Na: sau đó được ghi thêm trình độ." in told
    assert "Nở" not in told
    missing = runner.invoke(group, ["undo-batch", "999999"])
    assert (missing.exit_code, "Không có lần nhập" in missing.output) == (1, True)

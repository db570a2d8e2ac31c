from datetime import timedelta

import pytest
from sqlalchemy import func, select

from elearn import audit, clock, people
from elearn.access import OPERATOR
from elearn.db import Change
from elearn.errors import Conflict
from elearn.jobs import job_by_key
from elearn.people import Attainment, OrgUnit, Person, Qualification, Tenure, UnitKind
from elearn.people.roster import RosterRow, service
from elearn.people.roster.models import BatchState
from elearn.people.roster.rules.steps import Level, Steps
from elearn.people.roster.rules.verdicts import RowStatus
from elearn.people.roster.service.committing import plans
from tests.make import people as make
from tests.make.areas import area
from tests.make.rosterbatches import SINCE, batch, begin, branch, newcomer


@pytest.fixture
def unit(db):
    return make.org_unit(db)


def statuses(db):
    return db.execute(select(RosterRow.status, RosterRow.verdict).order_by(RosterRow.id)).all()


def reasons(db):
    return [verdict["reasons"][0][0] for _, verdict in statuses(db)]


def test_somebody_new_stands_in_the_list_with_her_post(db, bench, unit):
    written = bench.write(newcomer("NGUYỄN Thị Hoa", begin(unit), phone="0912345678"))

    hoa = db.scalars(select(Person)).one()
    held = db.scalars(select(Tenure)).one()
    assert (hoa.full_name, hoa.given_name, hoa.phone) == ("NGUYỄN Thị Hoa", "Hoa", "0912345678")
    assert (held.person_id, held.valid_from) == (hoa.id, SINCE)
    assert db.scalars(select(RosterRow.person_id)).one() == hoa.id
    assert [row.person for row in listed(db, "hoa")] == [hoa]
    assert str(hoa.id) in db.scalars(select(Change.key).where(Change.kind == "person")).all()
    assert (written.state, written.committed_at is None) == (BatchState.COMMITTED, False)


def listed(db, text):
    return people.people_page(db, OPERATOR, people.Filters(text), day=SINCE).rows


def test_a_commit_writes_one_entry_at_its_begin_and_one_with_counts_at_its_end(db, bench, unit):
    mai = make.person(db, "Trần Thị Mai", phone="0912000111")
    known = mai, Steps(person={"phone": "0900111222"})
    written = bench.write(newcomer("Lê Thị Na", begin(unit)), known)

    entry = audit.AuditEntry
    asked = select(entry.subject, entry.action, entry.details).order_by(entry.id)
    assert db.execute(asked).all() == [
        ("roster_batch", "begin_commit", {}),
        ("person", "edit", {"batch": written.id, "fields": ["phone"]}),
        ("roster_batch", "end_commit", {"new": 1, "changed": 1, "written": 2}),
    ]
    kept = db.execute(select(audit.AuditPersonalValue.name, audit.AuditPersonalValue.value)).one()
    assert kept == ("phone", "0912000111")


def test_rows_are_written_once_though_the_work_is_done_again(db, bench, unit, monkeypatch):
    monkeypatch.setattr(plans, "AT_ONCE", 2)
    written = bench.write(*(newcomer(f"Lê Thị {name}", begin(unit)) for name in ("A", "B", "C")))

    bench.work(written)
    service.commit_batch(db, OPERATOR, written, now=clock.now())
    bench.work(written)

    assert db.scalar(select(func.count()).select_from(Tenure)) == 3


def test_who_was_edited_meanwhile_is_asked_about_again(db, bench):
    mai = make.person(db, "Trần Thị Mai", phone="0912000111")
    waiting = batch(db, [(mai, Steps(person={"phone": "0900111222"}))])
    mai.phone = "0900999999"
    service.commit_batch(db, OPERATOR, waiting, now=clock.now())

    bench.work(waiting)

    assert (mai.phone, reasons(db)) == ("0900999999", ["changed_meanwhile"])
    assert [status for status, _ in statuses(db)] == [RowStatus.DOUBTFUL]


def test_two_batches_do_not_enter_one_person_twice(db, bench, unit):
    first, second = (batch(db, [newcomer("Lê Thị Na", begin(unit))]) for _ in range(2))
    for one in (first, second):
        service.commit_batch(db, OPERATOR, one, now=clock.now())
        bench.work(one)

    na = db.scalars(select(Person)).one()
    verdict = statuses(db)[1][1]
    assert verdict["reasons"][0][0] == "came_meanwhile"
    assert verdict["candidates"] == [[na.id, ["name"]]]


def test_who_came_elsewhere_is_not_told_but_that_her_telephone_is_known(db, bench, unit):
    rows = [newcomer("Lê Thị Na", begin(unit), phone=phone) for phone in ("0912000111", None)]
    here = batch(db, rows)
    there = make.org_unit(db, "Hội LHPN xã Vũ Thư", at=area(db, "Xã Vũ Thư"))
    make.tenure(db, make.person(db, "Lê Thị Na", phone="0912000111"), at=there)
    make.listed(db)
    service.commit_batch(db, OPERATOR, here, now=clock.now())

    bench.work(here)

    (asked, verdict), (written, _) = statuses(db)
    assert (asked, written) == (RowStatus.DOUBTFUL, RowStatus.NEW)
    assert (verdict["reasons"][0][0], verdict.get("candidates", [])) == ("known_elsewhere", [])


def test_one_batch_may_enter_two_of_one_name(db, bench, unit):
    bench.write(*(newcomer("Lê Thị Na", begin(unit), birth_year=year) for year in (1970, 1990)))

    assert db.scalar(select(func.count()).select_from(Person)) == 2


def test_a_post_that_is_held_by_now_is_not_begun_again(db, bench, unit):
    mai = make.person(db, "Trần Thị Mai")
    other = make.person(db, "Trần Thị Mai")
    other.same_as_id = mai.id
    make.tenure(db, other, at=unit, post="branch_head")

    bench.write((mai, Steps(begins=(begin(unit),))))

    assert reasons(db) == ["post_taken"]


def test_a_branch_is_founded_once_by_whatever_name_rows_call_it(db, bench):
    names = ("Chi hội thôn Kiến Xá", "Chi hội Kiến Xá", "Chi hội thôn Kiên Xa", "Chi hội xóm 3")
    rows = [newcomer(f"Lê Thị {name}", begin(branch(db, name))) for name in names]

    bench.write(*rows[:2])
    bench.write(*rows[1:])

    units = db.scalars(select(OrgUnit.name).where(OrgUnit.kind == UnitKind.BRANCH)).all()
    assert sorted(units) == ["Chi hội thôn Kiên Xa", "Chi hội thôn Kiến Xá", "Chi hội xóm 3"]


def test_no_post_begins_before_its_unit(db, bench):
    unit = make.org_unit(db, since=SINCE + timedelta(days=1))

    bench.write(newcomer("Lê Thị Na", begin(unit)))

    assert reasons(db) == ["unit_not_there"]


def test_a_level_that_is_known_is_not_written_again(db, bench):
    mai = make.person(db, "Trần Thị Mai")
    make.qualification(db, mai, Attainment.COLLEGE)

    levels = (Level(Attainment.COLLEGE), Level(Attainment.MASTER))
    bench.write((mai, Steps(levels=levels)))

    known = db.scalars(select(Qualification.level).order_by(Qualification.id)).all()
    assert known == [Attainment.COLLEGE, Attainment.MASTER]


def test_what_cannot_be_a_person_is_asked_again(db, bench):
    bench.write(newcomer("Lê Thị Na", birth_year=1850))

    assert reasons(db) == ["cannot_be_written"]


def test_a_batch_is_written_only_when_it_waits_for_that(db):
    reading = batch(db, state=BatchState.READING)

    with pytest.raises(Conflict, match="mở lại"):
        service.commit_batch(db, OPERATOR, reading, now=clock.now())


def test_the_work_waits_in_the_queue_under_a_key_of_its_own(db):
    waiting = batch(db)

    service.commit_batch(db, OPERATOR, waiting, now=clock.now())

    job = job_by_key(db, f"roster-commit:{waiting.id}")
    assert job is not None
    assert (job.kind, job.payload) == ("roster-commit", {"batch": waiting.id})

from datetime import date

import pytest
from sqlalchemy import func, select

from elearn import clock, people
from elearn.access import OPERATOR
from elearn.errors import Conflict
from elearn.people import Attainment, EndReason, OrgUnit, Person, PlannedPost, Tenure
from elearn.people.roster import RosterRow, service
from elearn.people.roster.models import BatchState, RosterAlias
from elearn.people.roster.queries.staying import stayed_of
from elearn.people.roster.rules.steps import Instead, Level, Steps
from elearn.people.roster.rules.verdicts import Answer, Candidate, RowStatus
from elearn.people.roster.service.answering import answer_row
from elearn.people.roster.service.undoing import written
from tests.make import accounts, batches, classes
from tests.make import people as make
from tests.make.rosterbatches import SINCE, batch, begin, branch, newcomer

pytestmark = pytest.mark.usefixtures("still")  # What was changed is told with its day.


@pytest.fixture
def unit(db):
    return make.org_unit(db)


@pytest.fixture
def mai(db, unit):
    """Somebody who holds a post."""
    mai = make.person(db, "Trần Thị Mai", phone="0912000111", birth_year=1980)
    make.tenure(db, mai, at=unit, post="branch_head")
    make.listed(db)
    return mai


def names(db, batch):
    return [(one.name, str(one.because)) for one in stayed_of(db, batch)]


def test_new_people_posts_units_plans_and_levels_go_back_to_the_last_sign(db, bench, mai, unit):
    before = bench.state()
    founding = begin(branch(db))
    rich = Steps(
        person={"full_name": "Lê Thị Na", "born_on": "1979-02-03", "phone": "0987654321"},
        begins=(founding,),
        plans=(begin(unit, "commune_union_chair", term="2026-2031"),),
        levels=(Level(Attainment.UNIVERSITY, date(2001, 6, 1)),),
    )
    written = bench.write(newcomer("Nguyễn Thị Hoa", begin(unit)), (None, rich))
    assert bench.state() != before

    assert bench.undo(written).state is BatchState.UNDONE

    assert bench.state() == before
    assert names(db, written) == []


def test_a_row_that_was_decided_upon_late_goes_before_what_it_rests_upon(
    db, bench, mai, monkeypatch
):
    before = bench.state()
    late, early = ((mai, Steps(person={"phone": f"090011122{one}"})) for one in range(2))
    waiting = batch(db, [late, early])
    row = db.scalars(select(RosterRow).order_by(RosterRow.id).limit(1)).one()
    for status in (RowStatus.DOUBTFUL, RowStatus.CHANGED):
        row.status = status
        service.commit_batch(db, OPERATOR, waiting, now=clock.now())
        bench.work(waiting)
    monkeypatch.setattr(written, "AT_ONCE", 1)

    bench.undo(waiting)

    assert (names(db, waiting), bench.state()) == ([], before)


def test_whom_a_row_was_said_to_mean_is_asked_again_when_the_batch_was_taken_back(db, bench, mai):
    waiting = batches.batch(db)
    said = batches.entry(3, "Trần Thị Mây", phone=mai.phone)
    told = {"candidates": (Candidate(mai.id, ("phone",)),), "reasons": batches.doubt("same_phone")}
    row = batches.row(db, waiting, said, RowStatus.DOUBTFUL, **told)
    answer_row(db, OPERATOR, row, Answer.SAME_KEEP_NAME, mai.id, now=clock.now())
    assert db.scalars(select(RosterAlias.person_id)).all() == [mai.id]
    service.commit_batch(db, OPERATOR, waiting, now=clock.now())
    bench.work(waiting)

    bench.undo(waiting)

    assert db.scalars(select(RosterAlias.person_id)).all() == []


def test_an_edit_a_transfer_and_a_level_of_somebody_known_go_back(db, bench, mai, unit):
    before = bench.state()
    held = db.scalars(select(Tenure)).one()
    ending = {"valid_to": "2025-12-31", "end_reason": "transferred", "end_decision": "3/QĐ"}
    changes = Steps(
        person={"phone": "0900111222", "full_name": "Trần Thị Mây", "born_on": "1980-05-06"},
        begins=(begin(branch(db)),),
        tenures=(Instead(held.id, ending),),
        levels=(Level(Attainment.COLLEGE),),
    )
    written = bench.write((mai, changes))
    assert (mai.full_name, mai.phone, mai.birth_year) == ("Trần Thị Mây", "0900111222", 1980)

    bench.undo(written)

    assert bench.state() == before
    assert (held.superseded_at, held.valid_to) == (None, None)


def test_a_plan_that_was_ended_holds_again(db, bench, mai, unit):
    plan = make.planned(db, mai, at=unit)
    before = bench.state()
    written = bench.write((mai, Steps(planned=(Instead(plan.id, {"valid_to": "2026-02-01"}),))))
    assert db.scalar(select(func.count()).select_from(PlannedPost)) == 2

    bench.undo(written)

    assert bench.state() == before


def test_only_whom_later_work_rests_upon_stays_and_is_named_with_why(db, bench, unit):
    rows = [newcomer(f"Nguyễn Thị {name}", begin(unit)) for name in ("Hoa", "Lan", "Mai", "Na")]
    written = bench.write(*rows)
    hoa, lan, mai, _ = db.scalars(select(Person).order_by(Person.id))
    accounts.account(db, hoa)
    classes.participation(db, classes.training_class(db), lan)
    people.edit_person(
        db, OPERATOR, mai, people.NewPerson(mai.full_name, phone="0999888777"), now=clock.now()
    )

    bench.undo(written)

    today = f"{clock.today():%d/%m/%Y}"
    assert names(db, written) == [
        ("Nguyễn Thị Hoa", "đã được cấp tài khoản"),
        ("Nguyễn Thị Lan", "đã tham gia lớp bồi dưỡng"),
        ("Nguyễn Thị Mai", f"đã được sửa ngày {today}"),
    ]
    stayed = select(Person).where(Person.full_name.like("Nguyễn%")).order_by(Person.id)
    assert db.scalars(stayed).all() == [hoa, lan, mai]
    assert db.scalars(select(Tenure.person_id).order_by(Tenure.id)).all()[:3] == [
        hoa.id,
        lan.id,
        mai.id,
    ]


def test_a_post_that_was_ended_since_stays_with_the_day_and_so_does_its_new_unit(db, bench):
    written = bench.write(newcomer("Nguyễn Thị Hoa", begin(branch(db))))
    held = db.scalars(select(Tenure)).one()
    ending = people.Ending(clock.today(), EndReason.RETIRED)
    people.end_tenure(db, OPERATOR, held, ending, now=clock.now())

    bench.undo(written)

    today = f"{clock.today():%d/%m/%Y}"
    ended = f"chức danh ghi trong lần nhập này đã được sửa hoặc kết thúc ngày {today}"
    assert names(db, written) == [
        ("Nguyễn Thị Hoa", ended),
        ("Chi hội thôn 3", "sau đó được ghi thêm chức danh"),
    ]


def test_what_stayed_goes_back_when_nothing_rests_upon_it_any_more(db, bench, unit):
    before = bench.state()
    written = bench.write(newcomer("Nguyễn Thị Hoa", begin(unit)))
    level = make.qualification(db, db.scalars(select(Person)).one())
    bench.undo(written)
    assert names(db, written) == [("Nguyễn Thị Hoa", "sau đó được ghi thêm trình độ")]

    db.delete(level)
    db.flush()
    bench.undo(written)

    assert (names(db, written), bench.state()) == ([], before)


def test_a_post_that_would_stand_beside_a_later_one_does_not_come_back(db, bench, mai, unit):
    held = db.scalars(select(Tenure)).one()
    written = bench.write((mai, Steps(tenures=(Instead(held.id, {"valid_to": "2025-12-31"}),))))
    make.tenure(db, mai, at=unit, post="branch_head", valid_from=date(2026, 2, 1))

    bench.undo(written)

    assert [name for name, _ in names(db, written)] == ["Trần Thị Mai"]


def test_two_rows_that_edit_one_person_go_back_one_after_the_other(db, bench, mai):
    before = bench.state()
    first, second = Steps(person={"phone": "0900111222"}), Steps(person={"phone": "0900111333"})
    written = bench.write((mai, first), (mai, second))
    assert mai.phone == "0900111333"

    bench.undo(written)

    assert bench.state() == before


def test_another_batch_forgets_whom_it_meant_when_she_goes(db, bench, unit):
    written = bench.write(newcomer("Nguyễn Thị Hoa", begin(unit)))
    hoa = db.scalars(select(Person)).one()
    later = batch(db, [(hoa, Steps(person={"phone": "0900111222"}))])

    bench.undo(written)
    service.commit_batch(db, OPERATOR, later, now=clock.now())
    bench.work(later)

    assert db.scalars(select(Person)).all() == []


def test_nothing_is_taken_back_of_a_batch_that_wrote_nothing(db, bench):
    waiting = batch(db, [newcomer("Nguyễn Thị Hoa")])

    with pytest.raises(Conflict, match="chưa ghi gì"):
        service.undo_batch(db, OPERATOR, waiting, now=clock.now())


def test_a_branch_is_founded_once_for_all_who_stand_in_it(db, bench):
    rows = [newcomer(f"Nguyễn Thị {name}", begin(branch(db))) for name in ("Hoa", "Lan")]

    bench.write(*rows)

    founded = db.scalars(select(OrgUnit)).one()
    assert (founded.name, founded.valid_from <= SINCE) == ("Chi hội thôn 3", True)


@pytest.mark.parametrize("kept", [True, False])
def test_whoever_goes_is_found_no_more(db, bench, unit, kept):
    written = bench.write(newcomer("Nguyễn Thị Hoa", begin(unit)))
    if not kept:
        bench.undo(written)

    assert len(people.people_page(db, OPERATOR, people.Filters("Hoa"), day=SINCE).rows) == kept

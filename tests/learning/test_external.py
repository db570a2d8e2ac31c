"""What was learned elsewhere: entered by one, confirmed by another, counted as its kind."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from elearn import learning, people
from elearn.access import Actor, Grant, Role
from elearn.audit import AuditEntry
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.learning import Completion, CompletionForm, ExternalRecord
from elearn.learning.queries import external
from elearn.learning.rules.external import (
    MOST_WAITING,
    Marks,
    RecordState,
    cited,
    is_double,
    number_key,
)
from elearn.learning.service import external as service
from elearn.learning.service.external import Confirmation, Entry, Paper
from elearn.notices import Notice
from elearn.storage import Kept
from tests.make import accounts, catalogue, papers, proposals
from tests.make import people as make
from tests.make.areas import area as area_called
from tests.make.papers import NOW

LATER = NOW + timedelta(hours=1)
PAGE = Kept("a" * 64, 1)
PAPER = Paper(
    " Nghiệp vụ  công tác Hội ",
    "Trường Chính trị tỉnh Hưng Yên",
    date(2025, 9, 12),
    number="Số 45/GCN",
    paper_on=date(2025, 9, 15),
)


@pytest.fixture
def head(db):
    return make.tenure(db, make.person(db, "Vũ Thị Ngát")).person


@pytest.fixture
def chair(db):
    """Who proposes for the commune."""
    return proposals.commune(db, make.person(db, "Bùi Thị Thoa"))


@pytest.fixture
def province(db):
    grant = proposals.province(db).grants
    return Actor(make.person(db, "Đỗ Thị Lan").id, grant)


@pytest.fixture
def programme(db):
    return catalogue.programme(db, "CT-9")


def entered(db, who, actor=None, paper=PAPER, pages=(PAGE,)):
    entry = Entry(who.id, paper, pages)
    return service.enter_record(db, actor or Actor(who.id), entry, now=NOW)


def confirmed(db, actor, record, programme, seen=()):
    said = Confirmation(programme.id, CompletionForm.EXTERNAL, seen)
    return service.confirm_record(db, actor, record.id, said, now=LATER)


def told(db, who):
    found = select(Notice.kind).where(Notice.person_id == who).order_by(Notice.id)
    return db.scalars(found).all()


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("Số 45 / GCN-TCT", "45/gcntct"),
        ("số: 45/GCN.TCT", "45/gcntct"),
        ("45/GCNĐT", "45/gcndt"),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_known_however_it_is_spelt(number, key):
    assert number_key(number) == key


def test_a_paper_is_cited_by_what_it_bears():
    day = date(2021, 6, 12)

    assert cited("45/GCN", day, "Trường A") == "số 45/GCN ngày 12/6/2021, Trường A"
    assert cited(None, None, "Trường A") == "giấy, Trường A"


ONE = Marks(1, "45/gcn", date(2021, 6, 12), "Trường Chính trị", 7, date(2021, 6, 10))


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        (Marks(1, "45/gcn", None, "Nơi khác", 8, date(2020, 1, 1)), True),
        (Marks(1, None, None, "Nơi khác", None, date(2021, 6, 10)), True),
        (Marks(1, None, None, "Nơi khác", 8, date(2021, 6, 10)), False),
        (Marks(2, "45/gcn", None, "TRUONG  chinh tri", None, date(2020, 1, 1)), True),
        (Marks(2, "45/gcn", date(2022, 6, 12), "Trường Chính trị", 7, date(2021, 6, 10)), False),
        (Marks(2, "45/gcn", None, "Nơi khác", 7, date(2021, 6, 10)), False),
        (Marks(2, None, None, "Trường Chính trị", 7, date(2021, 6, 10)), False),
    ],
)
def test_two_papers_are_alike_by_number_programme_or_day(other, is_alike):
    assert is_double(ONE, other) is is_double(other, ONE) is is_alike


def test_a_paper_waits_and_counts_for_nothing(db, head, province):
    accounts.role_grant(db, people.person_by_id(db, province.person_id))
    record = entered(db, head)

    assert (record.state, record.course) == (RecordState.WAITING, "Nghiệp vụ công tác Hội")
    assert [page.file.sha256 for page in record.pages] == [PAGE.sha256]
    assert db.scalars(select(Completion)).all() == []
    assert external.waiting_for(db, province) == 1


def test_whoever_decides_is_told_and_she_of_what_became_of_it(db, head, province, programme):
    area = area_called(db, "Tỉnh Hưng Yên")
    accounts.role_grant(db, people.person_by_id(db, province.person_id), area_id=area.id)
    record = entered(db, head)
    confirmed(db, province, record, programme)

    assert told(db, province.person_id) == ["records_wait"]
    assert told(db, head.id) == ["record_confirmed"]


def test_what_a_second_person_confirms_counts_as_its_kind(db, head, province, programme):
    record = confirmed(db, province, entered(db, head), programme)

    done = record.completion
    assert (done.form, done.completed_on) == (CompletionForm.EXTERNAL, date(2025, 9, 12))
    assert done.source == "số 45/GCN ngày 15/9/2025, Trường Chính trị tỉnh Hưng Yên"
    assert (record.decided_by_id, record.decided_at) == (province.person_id, LATER)
    assert external.waiting_for(db, province) == 0


def test_nobody_confirms_what_is_hers_or_what_she_entered(db, head, province, chair, programme):
    over = Grant(Role.ADMINISTRATOR, province.grants[0].area_path, date(2025, 7, 1))
    by_herself = Actor(head.id, (over,))
    for who, actor in ((head, by_herself), (head, province)):
        record = entered(db, who, actor)
        with pytest.raises(Forbidden):
            confirmed(db, actor, record, programme)
        assert external.waiting_for(db, actor) == 0
        service.withdraw_record(db, actor, record.id, now=LATER)


def test_another_entry_of_the_same_human_being_is_no_second_person(db, head, province, programme):
    record = entered(db, head)
    other = make.person(db, "Vũ Thị Ngát")
    people.merge(db, province, other, head, now=NOW)

    with pytest.raises(Forbidden):
        confirmed(db, Actor(other.id, province.grants), record, programme)


def test_the_database_too_refuses_one_person_as_both(db, head, programme):
    done = learning.Achievement(
        head.id, programme.id, date(2025, 9, 12), CompletionForm.EXTERNAL, source="số 1"
    )
    counted = learning.complete(db, Actor(head.id), done, now=NOW)
    values = {"state": RecordState.CONFIRMED, "decided_at": LATER, "decided_by_id": head.id}

    with pytest.raises(IntegrityError, match="second_person"), db.begin_nested():
        papers.record(
            db, head, programme_version_id=programme.id, completion_id=counted.id, **values
        )


def test_a_commune_enters_and_does_not_confirm(db, head, chair, province, programme):
    record = entered(db, head, chair)

    assert told(db, head.id) == ["record_entered"]
    with pytest.raises(Forbidden):
        service.refuse_record(db, proposals.commune(db), record.id, "Không", now=LATER)
    confirmed(db, province, record, programme)
    assert told(db, chair.person_id) == ["record_confirmed"]


def test_strangers_neither_enter_nor_see_nor_decide(db, head, province, programme):
    record = entered(db, head)
    strangers = (Actor(make.person(db).id), proposals.province(db, "Tỉnh Quảng Ninh"))
    for actor in strangers:
        with pytest.raises(NotFound):
            entered(db, head, actor)
        with pytest.raises(NotFound):
            external.record_seen_by(db, actor, record.id)
        with pytest.raises(NotFound):
            confirmed(db, actor, record, programme)
        assert external.waiting_for(db, actor) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"course": " "}, "course"),
        ({"organiser": ""}, "organiser"),
        ({"last_on": date(2026, 11, 22)}, "last_on"),
        ({"first_on": date(2025, 9, 13)}, "first_on"),
        ({"paper_on": date(2027, 1, 1)}, "paper_on"),
        ({"programme_version_id": 10**9}, "programme_version_id"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(db, head, changes, field):
    values = {name: getattr(PAPER, name) for name in Paper.__slots__}

    with pytest.raises(InvalidInput) as refused:
        entered(db, head, paper=Paper(**{**values, **changes}))

    assert list(refused.value.fields) == [field]


@pytest.mark.parametrize("pages", [[], [PAGE._replace(sha256=f"{n:064x}") for n in range(7)]])
def test_a_paper_is_shown_by_one_page_to_six(db, head, pages):
    with pytest.raises(InvalidInput, match="pages"):
        entered(db, head, pages=pages)


def test_a_button_pressed_twice_enters_once(db, head):
    assert entered(db, head) is entered(db, head)
    acts = select(AuditEntry.action).where(AuditEntry.subject == "external_record")
    assert db.scalars(acts).all() == ["enter"]


def test_very_many_that_wait_are_enough(db, head):
    for number in range(MOST_WAITING):
        papers.record(db, head, number_key=f"{number}")

    with pytest.raises(Conflict):
        entered(db, head)


def test_a_record_alike_must_have_been_looked_at(db, head, province, programme):
    first = entered(db, head)
    other = Paper("Lớp khác", "Nơi khác", date(2024, 1, 5), number="45/GCN")
    again = entered(db, head, paper=other)

    assert external.doubles_of(db, again) == [first]
    with pytest.raises(Conflict):
        confirmed(db, province, again, programme)
    confirmed(db, province, again, programme, seen=[first.id])


def test_what_is_on_record_by_another_way_is_not_written_twice(db, head, province, programme):
    done = learning.Achievement(head.id, programme.id, PAPER.last_on, CompletionForm.IN_PERSON)
    learning.complete(db, province, done, now=NOW)

    with pytest.raises(Conflict):
        confirmed(db, province, entered(db, head), programme)


def test_a_refusal_and_a_taking_back_need_a_reason(db, head, province, programme):
    record = entered(db, head)
    with pytest.raises(InvalidInput):
        service.refuse_record(db, province, record.id, " ", now=LATER)
    service.refuse_record(db, province, record.id, "Ảnh mờ.", now=LATER)

    assert (record.state, record.answer) == (RecordState.REFUSED, "Ảnh mờ.")
    with pytest.raises(Conflict):
        confirmed(db, province, record, programme)
    with pytest.raises(Conflict):
        service.take_back_record(db, province, record.id, "Nhầm.", now=LATER)
    assert told(db, head.id) == ["record_refused"]


def test_what_is_taken_back_counts_no_more_and_is_known_to_have_counted(
    db, head, province, programme
):
    record = confirmed(db, province, entered(db, head), programme)
    service.take_back_record(db, province, record.id, "Giấy giả mạo chữ ký.", now=LATER)

    assert record.state is RecordState.TAKEN_BACK
    assert record.completion.superseded_at == LATER
    assert told(db, head.id) == ["record_confirmed", "record_taken_back"]


def test_one_takes_back_what_waits_and_nothing_else(db, head, province, programme):
    record = entered(db, head)
    service.withdraw_record(db, Actor(head.id), record.id, now=LATER)
    service.withdraw_record(db, Actor(head.id), record.id, now=LATER)
    assert record.state is RecordState.WITHDRAWN

    counted = confirmed(db, province, entered(db, head), programme)
    with pytest.raises(Conflict):
        service.withdraw_record(db, Actor(head.id), counted.id, now=LATER)
    with pytest.raises(Forbidden):
        service.withdraw_record(db, province, counted.id, now=LATER)


def test_a_correction_takes_the_place_of_what_counts_once_it_is_confirmed(
    db, head, province, programme
):
    old = confirmed(db, province, entered(db, head), programme)
    right = Paper("Nghiệp vụ công tác Hội", PAPER.organiser, date(2025, 9, 13), number="45/GCN")
    new = service.correct_record(db, Actor(head.id), old.id, Entry(head.id, right, []), now=LATER)

    assert (old.state, new.replaces_id) == (RecordState.CONFIRMED, old.id)
    assert [page.file_id for page in new.pages] == [page.file_id for page in old.pages]
    with pytest.raises(Conflict):
        service.correct_record(db, Actor(head.id), old.id, Entry(head.id, PAPER, []), now=LATER)
    confirmed(db, province, new, programme)

    assert old.state is RecordState.TAKEN_BACK
    current = select(Completion.completed_on).where(Completion.is_current())
    assert db.scalars(current).all() == [date(2025, 9, 13)]


def test_a_correction_of_what_waits_leaves_one_that_waits(db, head):
    old = entered(db, head)
    new = service.correct_record(db, Actor(head.id), old.id, Entry(head.id, PAPER, []), now=LATER)

    waiting = select(ExternalRecord.id).where(ExternalRecord.state == RecordState.WAITING)
    assert db.scalars(waiting).all() == [new.id]


def test_the_queue_takes_as_many_queries_for_many_as_for_one(db, head, province, count_queries):
    def queries():
        db.expire_all()
        with count_queries() as found:
            page = external.records_page(db, province, RecordState.WAITING)
        return len(found), len(page.rows)

    papers.record(db, head)
    one = queries()
    for number in range(5):
        who = make.tenure(db, make.person(db, f"Hà Thị {number}")).person
        papers.record(db, who, number_key="45/gcn")
    many = queries()

    assert (one[1], many[1]) == (1, 6)
    assert many[0] <= one[0] + 1

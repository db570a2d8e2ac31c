"""A second person decides upon a paper, and nobody else."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from elearn import learning, people
from elearn.access import Actor, Grant, Role
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.learning import CompletionForm
from elearn.learning.queries import external
from elearn.learning.rules.external import (
    RecordState,
)
from elearn.learning.service import external as service
from elearn.learning.service.external import Paper
from tests.learning.external.acting import LATER, PAPER, confirmed, entered, told
from tests.make import accounts, papers, proposals
from tests.make import people as make
from tests.make.areas import area as area_called
from tests.make.papers import NOW


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

"""A paper is entered, corrected and taken back by whom it concerns."""

from datetime import date

import pytest
from sqlalchemy import select

from elearn import people
from elearn.access import Actor
from elearn.audit import AuditEntry
from elearn.errors import Conflict, Forbidden, InvalidInput
from elearn.learning import Completion, ExternalRecord
from elearn.learning.queries import external
from elearn.learning.rules.external import (
    MOST_WAITING,
    RecordState,
)
from elearn.learning.service import external as service
from elearn.learning.service.external import Entry, Paper
from tests.learning.external.acting import LATER, PAGE, PAPER, confirmed, entered, told
from tests.make import accounts, papers, proposals


def test_a_paper_waits_and_counts_for_nothing(db, head, province):
    accounts.role_grant(db, people.person_by_id(db, province.person_id))
    record = entered(db, head)

    assert (record.state, record.course) == (RecordState.WAITING, "Nghiệp vụ công tác Hội")
    assert [page.file.sha256 for page in record.pages] == [PAGE.sha256]
    assert db.scalars(select(Completion)).all() == []
    assert external.waiting_for(db, province) == 1


def test_a_commune_enters_and_does_not_confirm(db, head, chair, province, programme):
    record = entered(db, head, chair)

    assert told(db, head.id) == ["record_entered"]
    with pytest.raises(Forbidden):
        service.refuse_record(db, proposals.commune(db), record.id, "Không", now=LATER)
    confirmed(db, province, record, programme)
    assert told(db, chair.person_id) == ["record_confirmed"]


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

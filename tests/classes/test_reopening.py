"""Opening a closed class again: only while nothing builds on it."""

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, insert

from elearn import classes, learning
from elearn.classes import Participation, TrainingClass
from elearn.errors import Conflict, InvalidInput
from tests.classes.conftest import NOW
from tests.make import classes as make
from tests.make import people as cadres


@pytest.fixture
def closed(db, administrator, course, held):
    for name in ("Trần Thị Đào", "Hà Thị Ấm"):
        one = make.participation(db, held, cadres.person(db, name))
        make.studied(db, one.person, course)
    make.participation(db, held, cadres.person(db, "Vũ Thị Dung"))
    shown = classes.closing_list(db, held, now=NOW)
    classes.close(db, administrator, held, guard=shown.guard, now=NOW)
    return held


def paper_on(db, **columns) -> Table:
    """Make a table of a later subject that refers to something of a class."""
    made = Table("paper", MetaData(), Column("id", Integer, primary_key=True))
    for name, target in columns.items():
        made.append_column(Column(name, ForeignKey(target, ondelete="RESTRICT")))
    made.create(db.connection())
    return made


def test_what_was_found_is_taken_back_and_the_class_goes_on(db, administrator, closed):
    done = [_completion(db, one) for one in classes.completed_in(db, closed)]

    classes.reopen(db, administrator, closed, "Chốt nhầm ngày", now=NOW)

    assert (closed.state, closed.state_reason) == (classes.ClassState.OPEN, "Chốt nhầm ngày")
    assert [one.superseded_at for one in done] == [NOW, NOW]
    assert {one.outcome for one in classes.participations_of(db, closed)} == {None}


def _completion(db, participation):
    return db.get_one(learning.Completion, participation.completion_id)


def test_a_reason_is_needed(db, administrator, closed):
    with pytest.raises(InvalidInput):
        classes.reopen(db, administrator, closed, "", now=NOW)


def test_an_open_class_is_not_opened_again(db, administrator, held):
    with pytest.raises(Conflict, match="đang mở"):
        classes.reopen(db, administrator, held, "Vì sao", now=NOW)


def test_a_paper_on_somebody_keeps_the_class_closed_and_names_her(db, administrator, closed):
    [first, _] = classes.completed_in(db, closed)
    paper = paper_on(db, participation_id=Participation.id)
    db.execute(insert(paper).values(participation_id=first.id))

    with pytest.raises(Conflict, match="cho 1 người: Hà Thị Ấm"):
        classes.reopen(db, administrator, closed, "Chốt nhầm", now=NOW)

    assert closed.state is classes.ClassState.CLOSED
    assert len(classes.completed_in(db, closed)) == 2


def test_a_decision_on_the_class_keeps_it_closed(db, administrator, closed):
    paper = paper_on(db, training_class_id=TrainingClass.id)
    db.execute(insert(paper).values(training_class_id=closed.id))

    with pytest.raises(Conflict, match="quyết định"):
        classes.reopen(db, administrator, closed, "Chốt nhầm", now=NOW)


def test_a_completion_that_another_class_rests_on_too_is_left(db, administrator, course, closed):
    [first, _] = classes.completed_in(db, closed)
    other = make.training_class(db, course)
    make.participation(db, other, first.person)
    shown = classes.closing_list(db, other, now=NOW)
    classes.close(db, administrator, other, guard=shown.guard, now=NOW)
    shared = _completion(db, first)

    classes.reopen(db, administrator, closed, "Chốt nhầm", now=NOW)

    assert shared.superseded_at is None
    assert [one.completion_id for one in classes.completed_in(db, other)] == [shared.id]

"""What a person decides about doubts, of one row and of many, and what then becomes of them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.people import UnitKind
from elearn.people.roster.models import (
    BatchState,
    QuestionKind,
    RosterBatch,
    RosterQuestion,
    RosterRow,
)
from elearn.people.roster.rules.entries import Place
from elearn.people.roster.rules.keeping import verdict_as_json, verdict_from
from elearn.people.roster.rules.verdicts import Answer, Reason, RowStatus
from elearn.people.roster.service.answering import (
    answer_all,
    answer_question,
    answer_row,
    reopen_row,
)
from elearn.people.roster.service.comparing import compare
from elearn.people.rules import MoveKind
from tests.make import batches
from tests.make import people as make
from tests.make.areas import area

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SINCE = date(2026, 11, 1)
OPERATOR = Actor(None)
PHONE = "0912345678"
HERE = Place("Xã Hưng Hà", None, "Hưng Yên")


@pytest.fixture
def rows(db, database):
    """Compare entries as a batch that is then ready; return its rows."""

    def rows(*entries, at="Tỉnh Hưng Yên"):
        make.listed(db)
        batch = batches.batch(db, BatchState.COMPARING, area(db, at), since=SINCE)
        db.flush()
        compare(database, batch.id, entries, lambda *_: None)
        db.refresh(batch)
        batch.state = BatchState.READY
        found = select(RosterRow).where(RosterRow.batch_id == batch.id).order_by(RosterRow.id)
        return list(db.scalars(found))

    return rows


def entry(name="Vũ Thị Ngát", number=3, **values):
    told = {"phone": PHONE, "born_on": None, "gender": None, "place": HERE}
    return batches.entry(number, name, **{**told, "posts": ("commune_union_chair",), **values})


def chair(db, name="Vũ Thị Ngát", **values):
    post = values.pop("post", "commune_union_chair")
    at = values.pop("at", None) or make.org_unit(db)
    return make.tenure(db, make.person(db, name, phone=PHONE, **values), at=at, post=post).person


def answered(db, row, answer, person_id=None):
    answer_row(db, OPERATOR, row, answer, person_id, now=NOW)
    return verdict_from(row.verdict)


def test_the_same_person_keeps_her_name_and_is_known_by_the_other_one_from_then_on(db, rows):
    who = chair(db, "Vũ Thị Ngát")
    (row,) = rows(entry("Vũ Thị Nga"))

    verdict = answered(db, row, Answer.SAME_KEEP_NAME, who.id)

    assert (row.status, row.person_id, verdict.differences) == (RowStatus.UNCHANGED, who.id, ())
    assert rows(entry("Vũ Thị Nga"))[0].status is RowStatus.UNCHANGED


def test_the_same_person_may_take_the_name_of_the_file(db, rows):
    who = chair(db, "Vũ Thị Ngát")
    (row,) = rows(entry("Vũ Thị Nga"))

    verdict = answered(db, row, Answer.SAME_TAKE_NAME, who.id)

    assert row.status is RowStatus.CHANGED
    assert verdict.steps.person == {"full_name": "Vũ Thị Nga"}
    assert row.digest


def test_another_person_is_new(db, rows):
    chair(db, "Trần Thị Lan")
    (row,) = rows(entry())

    verdict = answered(db, row, Answer.ANOTHER_PERSON)

    assert (row.status, row.person_id) == (RowStatus.NEW, None)
    assert verdict.steps.person["full_name"] == "Vũ Thị Ngát"


def test_one_answer_may_bring_up_the_next_doubt(db, rows):
    who = chair(db, "Vũ Thị Nga", post="commune_union_vice_chair")
    (row,) = rows(entry())

    first = answered(db, row, Answer.SAME_KEEP_NAME, who.id)
    second = answered(db, row, Answer.TRANSFER)

    assert [one.code for one in first.reasons] == ["other_post"]
    assert row.status is RowStatus.CHANGED
    (left,), (begun,) = second.steps.tenures, second.steps.begins
    assert left.told == {"valid_to": "2026-10-31", "end_reason": "transferred"}
    assert (begun.post_key, begun.valid_from) == ("commune_union_chair", SINCE)


def test_a_second_post_ends_none(db, rows):
    chair(db, post="commune_union_vice_chair")
    (row,) = rows(entry())

    verdict = answered(db, row, Answer.SECOND_POST)

    assert verdict.steps.tenures == ()
    assert len(verdict.steps.begins) == 1


def test_how_posts_were_left_is_asked_once_for_the_batch(db, rows):
    chair(db, post="commune_union_vice_chair")
    (row,) = rows(entry())
    (question,) = db.scalars(select(RosterQuestion))
    assert question.kind is QuestionKind.MOVE

    answer_question(db, OPERATOR, question, MoveKind.ROTATION, now=NOW)
    verdict = answered(db, row, Answer.TRANSFER)

    assert verdict.steps.tenures[0].told["end_reason"] == "rotated"


def test_the_heir_of_a_split_commune_is_chosen_once_for_all_its_rows(db, rows):
    old = Place("Xã Thái Bình", "Huyện Yên Sơn", "Tuyên Quang")
    made = rows(
        entry(place=old), entry("Lê Thị Mai", 4, phone=None, place=old), at="Tỉnh Tuyên Quang"
    )
    (question,) = db.scalars(select(RosterQuestion))

    assert answer_question(db, OPERATOR, question, question.choices[1], now=NOW) == 2

    heir = area(db, "Phường Nông Tiến").id
    assert [row.status for row in made] == [RowStatus.NEW] * 2
    assert {verdict_from(row.verdict).commune_id for row in made} == {heir}
    assert question.rows == 0
    with pytest.raises(InvalidInput):
        answer_question(db, OPERATOR, question, "987654", now=NOW)


def test_two_of_one_name_in_a_file_may_be_two_people_or_one_is_left_out(db, rows):
    _, twice, thrice = rows(
        entry(), entry(number=4, duplicate_of=3), entry(number=5, duplicate_of=3)
    )

    answered(db, twice, Answer.ANOTHER_PERSON)
    answered(db, thrice, Answer.SKIP)

    assert (twice.status, thrice.status) == (RowStatus.NEW, RowStatus.SKIPPED)


def test_alike_doubts_are_answered_together(db, rows):
    chair(db, "Trần Thị Lan")
    made = rows(entry(), entry("Lê Thị Mai", 4), entry("Phạm Thị Nga", 5, phone=None))
    batch = db.get_one(RosterBatch, made[0].batch_id)

    count = answer_all(db, OPERATOR, batch, "same_phone", Answer.ANOTHER_PERSON, now=NOW)

    assert count == 2
    assert [row.status for row in made] == [RowStatus.NEW] * 3


def test_a_skipped_row_may_be_decided_after_all(db, rows):
    chair(db, "Trần Thị Lan")
    (row,) = rows(entry())
    answered(db, row, Answer.SKIP)

    answered(db, row, Answer.ANOTHER_PERSON)

    assert row.status is RowStatus.NEW


def test_a_skipped_row_is_asked_about_again(db, rows):
    chair(db, "Trần Thị Lan")
    (row,) = rows(entry())
    answered(db, row, Answer.SKIP)

    reopen_row(db, OPERATOR, row, now=NOW)

    assert row.status is RowStatus.DOUBTFUL
    assert verdict_from(row.verdict).reasons[0].code == "same_phone"
    with pytest.raises(Conflict):
        reopen_row(db, OPERATOR, row, now=NOW)


def test_who_was_changed_meanwhile_may_be_said_to_be_the_same(db, rows):
    who = chair(db)
    (row,) = rows(entry())
    verdict = verdict_from(row.verdict)
    doubt = replace(verdict, reasons=(Reason("changed_meanwhile"),), candidates=())
    row.status, row.verdict = RowStatus.DOUBTFUL, verdict_as_json(doubt)

    answered(db, row, Answer.SAME_KEEP_NAME, who.id)

    assert (row.status, row.person_id) == (RowStatus.UNCHANGED, who.id)


def test_a_post_that_begins_with_the_list_or_later_is_not_left_but_may_be_kept(db, rows):
    make.tenure(
        db,
        make.person(db, "Vũ Thị Ngát", phone=PHONE),
        post="commune_union_vice_chair",
        valid_from=SINCE,
    )
    (row,) = rows(entry())

    first = answered(db, row, Answer.TRANSFER)
    answered(db, row, Answer.SECOND_POST)

    assert [one.code for one in first.reasons] == ["begun_later"]
    assert row.status is RowStatus.CHANGED


@pytest.mark.parametrize(
    ("answer", "person_id"),
    [(Answer.SAME_KEEP_NAME, 987_654), (Answer.SAME_KEEP_NAME, None), (Answer.TRANSFER, None)],
)
def test_an_answer_to_something_else_is_refused(db, rows, answer, person_id):
    chair(db, "Trần Thị Lan")
    (row,) = rows(entry())

    with pytest.raises(InvalidInput):
        answered(db, row, answer, person_id)


def test_nothing_is_answered_while_a_batch_is_at_work_or_twice(db, rows):
    chair(db, "Trần Thị Lan")
    (row,) = rows(entry())
    batch = db.get_one(RosterBatch, row.batch_id)
    batch.state = BatchState.COMMITTING
    db.flush()

    with pytest.raises(Conflict):
        answered(db, row, Answer.ANOTHER_PERSON)

    batch.state = BatchState.READY
    answered(db, row, Answer.ANOTHER_PERSON)
    with pytest.raises(Conflict):
        answered(db, row, Answer.ANOTHER_PERSON)


def test_a_branch_named_otherwise_is_another_post(db, rows):
    heads = make.org_unit(db, "Chi hội thôn 3", kind=UnitKind.BRANCH)
    chair(db, post="branch_head", at=heads)

    same, other = rows(
        entry(posts=("branch_head",), place=replace(HERE, branch="Thôn 03")),
        entry(number=4, posts=("branch_head",), place=replace(HERE, branch="Thôn 5")),
    )

    assert same.status is RowStatus.UNCHANGED
    assert verdict_from(other.verdict).reasons[0].code == "other_post"

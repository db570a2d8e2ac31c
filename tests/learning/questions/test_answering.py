"""Those who teach answer and hide, each where she may."""

import pytest

from elearn.access import Role
from elearn.errors import Conflict, Forbidden, NotFound
from elearn.learning.queries import questions as asked
from elearn.learning.rules.questions import may_answer
from elearn.learning.service import answering, asking
from tests.learning.questions.acting import NOW, actor, ask, told
from tests.make import catalogue as teaching
from tests.make import people
from tests.make import questions as make


def test_others_read_it_once_it_is_answered(db, lecture, learner, teacher):
    question, other = ask(db, learner, lecture), people.person(db)
    assert [one.id for one in asked.questions_under(db, lecture.id, learner.id)] == [question.id]
    assert asked.questions_under(db, lecture.id, other.id) == []

    answering.answer(db, teacher, question, "Ở Hội xã.\n\n\n\nHỏi chị Hoa.", now=NOW)
    db.expire_all()

    [seen] = asked.questions_under(db, lecture.id, other.id)
    assert [one.text for one in seen.answers] == ["Ở Hội xã.\n\nHỏi chị Hoa."]
    assert asked.count_under(db, lecture.id, other.id) == 1
    assert told(db, learner.id) == ["question_answered"]


def test_an_answered_question_is_not_mended_but_taken_back_with_its_answers(
    db, lecture, learner, teacher
):
    question = make.question(db, lecture, learner)
    asking.edit_question(db, learner.id, question, "Sổ nào?", now=NOW)
    assert question.text == "Sổ nào?"
    written = answering.answer(db, teacher, question, "Ở Hội xã.", now=NOW)
    with pytest.raises(Conflict):
        asking.edit_question(db, learner.id, question, "Khác hẳn", now=NOW)

    asking.withdraw_question(db, learner.id, question, now=NOW)
    db.expire_all()

    assert (question.text, written.text) == ("", "")
    assert asked.count_of(db, lecture.id) == 0


def test_an_answer_taken_back_leaves_the_question_waiting(db, lecture, learner, teacher):
    question = make.question(db, lecture, learner)
    first, second = (answering.answer(db, teacher, question, text, now=NOW) for text in "ab")

    answering.edit_answer(db, teacher, first.id, "c", now=NOW)
    answering.withdraw_answer(db, teacher, first.id, now=NOW)
    assert question.answered_at == NOW
    answering.withdraw_answer(db, teacher, second.id, now=NOW)

    assert question.is_open
    with pytest.raises(NotFound):
        answering.edit_answer(db, teacher, first.id, "d", now=NOW)


def test_an_answer_is_its_writers(db, lecture, learner, teacher):
    question = make.question(db, lecture, learner)
    written = answering.answer(db, teacher, question, "Ở Hội xã.", now=NOW)

    with pytest.raises(NotFound):
        answering.edit_answer(db, actor(db), written.id, "Ở huyện.", now=NOW)


def test_what_is_hidden_is_hers_alone_with_the_reason_until_it_is_shown(
    db, lecture, learner, teacher
):
    question, other = make.question(db, lecture, learner), people.person(db)
    answering.answer(db, teacher, question, "Ở Hội xã.", now=NOW)
    answering.hide(db, teacher, question, "Có số điện thoại.", now=NOW)

    assert asked.questions_under(db, lecture.id, other.id) == []
    [hers] = asked.questions_under(db, lecture.id, learner.id)
    assert hers.hidden_reason == "Có số điện thoại."
    assert told(db, learner.id) == ["question_answered", "question_hidden"]
    with pytest.raises(Conflict):
        answering.answer(db, teacher, question, "Nữa.", now=NOW)

    answering.show(db, teacher, question, now=NOW)
    assert len(asked.questions_under(db, lecture.id, other.id)) == 1


def test_a_maker_answers_under_her_own_films_alone(db, lecture, film, learner):
    question, maker = make.question(db, lecture, learner), actor(db, Role.ADMINISTRATOR)
    with pytest.raises(Forbidden):
        answering.answer(db, maker, question, "Ở Hội xã.", now=NOW)
    with pytest.raises(NotFound):
        asked.question_seen_by(db, maker, question.id)

    film.medium.created_by_id = maker.person_id
    db.flush()

    assert asked.waiting_for(db, maker) == 1
    answering.answer(db, maker, question, "Ở Hội xã.", now=NOW)
    assert asked.waiting_for(db, maker) == 0


def test_the_list_and_the_page_agree_on_who_may(db, lecture, film, learner):
    make.question(db, lecture, learner)
    film.medium.created_by_id = actor(db, Role.ADMINISTRATOR).person_id
    db.flush()

    for role in Role:
        someone = actor(db, role)
        found = asked.inbox(db, someone, asked.Sought()).questions
        assert bool(found) is may_answer(someone, film.medium.created_by_id), role


def test_hers_are_those_of_her_films_and_of_nobodys(db, lecture, film, learner, teacher):
    make.question(db, lecture, learner)
    bare = teaching.lecture(db, "HV-16")
    make.question(db, bare, learner)
    film.medium.created_by_id = actor(db).person_id
    db.flush()

    everything = asked.inbox(db, teacher, asked.Sought())
    hers = asked.inbox(db, teacher, asked.Sought(mine=True))

    assert everything.counts[asked.Shelf.OPEN] == 2
    assert [one.lecture.code for one in hers.questions] == ["HV-16"]

"""Questions under a lecture: who is told, who reads what, and what may be done with them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import accounts, audit
from elearn.access import Role
from elearn.errors import Conflict, Forbidden, InvalidInput, NotFound
from elearn.learning.queries import questions as asked
from elearn.learning.queries.teachers import teachers_of
from elearn.learning.rules.questions import may_answer
from elearn.learning.service import answering, asking
from elearn.notices import Notice
from tests.make import accounts as make_accounts
from tests.make import catalogue as teaching
from tests.make import media as films
from tests.make import people
from tests.make import questions as make

NOW = make.LONG_AGO + timedelta(days=1)
DAY = NOW.date()


@pytest.fixture
def film(db):
    return films.medium_version(db, seconds=100)


@pytest.fixture
def lecture(db, film):
    return teaching.lecture(db, "HV-15", medium_id=film.medium_id, title="Quản lý hội viên")


@pytest.fixture
def learner(db):
    return people.person(db)


def actor(db, role=Role.INSTRUCTOR):
    account = make_accounts.account(db)
    make_accounts.role_grant(db, account, role)
    return accounts.actor_of(db, account.person_id, day=DAY)


@pytest.fixture
def teacher(db):
    return actor(db)


def told(db, person_id):
    hers = select(Notice.kind).where(Notice.person_id == person_id).order_by(Notice.id)
    return [str(kind) for kind in db.scalars(hers)]


def ask(db, person, lecture, text="Sổ này lấy ở đâu?", **values):
    return asking.ask(db, person.id, lecture, asking.Asking(text, **values), now=NOW)


def test_who_made_the_film_is_told_once_a_day(db, lecture, film, learner, teacher):
    other = actor(db)
    film.medium.created_by_id = teacher.person_id

    ask(db, learner, lecture)
    ask(db, learner, lecture, "Còn mẫu nào khác không?")

    assert told(db, teacher.person_id) == ["questions_wait"]
    assert told(db, other.person_id) == []


def test_of_a_film_of_nobody_its_author_is_told_and_else_all_who_teach(db, lecture, film):
    author, other, centre = actor(db), actor(db), actor(db, Role.CENTRAL)
    assert teachers_of(db, lecture, day=DAY) == [author.person_id, other.person_id]
    audit.record(db, author, "publish", "lecture", lecture.id, now=NOW)
    assert teachers_of(db, lecture, day=DAY) == [author.person_id]
    film.medium.created_by_id = centre.person_id
    assert teachers_of(db, lecture, day=DAY) == [centre.person_id]


def test_where_nobody_teaches_it_reaches_the_centre(db, lecture):
    centre = actor(db, Role.CENTRAL)

    assert teachers_of(db, lecture, day=DAY) == [centre.person_id]


@pytest.mark.parametrize(
    "values",
    [{"text": " \n "}, {"text": "a" * 1001}, {"second": 100}],
)
def test_what_cannot_be_asked_is_refused_with_the_field(db, lecture, film, learner, values):
    with pytest.raises(InvalidInput) as refused:
        ask(db, learner, lecture, **{"version": film, **values})

    assert list(refused.value.fields) == list(values)


def test_only_so_many_of_one_person_wait(db, lecture, learner):
    for number in range(5):
        ask(db, learner, lecture, f"Câu {number}?")

    with pytest.raises(Conflict):
        ask(db, learner, lecture, "Câu nữa?")
    ask(db, people.person(db), lecture)


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


def test_nobody_else_mends_it_or_takes_it_back(db, lecture, learner):
    question, other = make.question(db, lecture, learner), people.person(db)

    with pytest.raises(NotFound):
        asking.edit_question(db, other.id, question, "Khác", now=NOW)
    with pytest.raises(NotFound):
        asking.withdraw_question(db, other.id, question, now=NOW)


def test_her_other_entry_is_she(db, lecture, learner):
    question, other = make.question(db, lecture, learner), people.person(db)
    other.same_as_id = learner.id
    db.flush()

    asking.withdraw_question(db, other.id, question, now=NOW)

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


def test_what_is_told_names_only_the_lecture(db, lecture, film, learner, teacher):
    ask(db, learner, lecture, version=film, second=7)

    notice = db.scalars(select(Notice).where(Notice.person_id == teacher.person_id)).one()

    assert notice.details == {"title": "Quản lý hội viên"}

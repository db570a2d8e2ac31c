"""A learner asks, mends and takes back, and those who teach the lecture are told."""

import pytest
from sqlalchemy import select

from elearn import audit
from elearn.access import Role
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning.queries import questions as asked
from elearn.learning.queries.teachers import teachers_of
from elearn.learning.service import asking
from elearn.notices import Notice
from tests.learning.questions.acting import DAY, NOW, actor, ask, told
from tests.make import people
from tests.make import questions as make


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


def test_what_is_told_names_only_the_lecture(db, lecture, film, learner, teacher):
    ask(db, learner, lecture, version=film, second=7)

    notice = db.scalars(select(Notice).where(Notice.person_id == teacher.person_id)).one()

    assert notice.details == {"title": "Quản lý hội viên"}

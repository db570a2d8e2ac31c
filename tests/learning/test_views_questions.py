"""The pages of questions: the learner's, the teacher's, and nobody else's."""

import pytest
from sqlalchemy import select

from elearn.access import Role
from elearn.learning.models import LectureAnswer, LectureQuestion
from elearn.people import Person
from tests.make import accounts, people
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films
from tests.make import questions as make

ADDRESS = "/lectures/HV-15/questions"


def filmed(db):
    studying.rules(db)
    shown = films.playable(db, seconds=100)
    made = teaching.lecture(db, "HV-15", medium_id=shown.medium_id, title="Quản lý hội viên")
    db.commit()
    return made


@pytest.fixture
def lecture(db):
    return filmed(db)


@pytest.fixture
def question(db, lecture):
    made = make.question(db, lecture, people.person(db, "Lò Thị Pết"), text="Sổ này lấy ở đâu?")
    db.commit()
    return made


@pytest.mark.parametrize("address", [ADDRESS, "/questions", "/questions/1", "/lectures/x/curve"])
def test_who_is_not_signed_in_is_asked_to(client, address):
    assert "sign-in" in client.get(address).location


def test_a_learner_asks_at_a_moment_and_finds_it_under_the_lecture(client, db, enter, lecture):
    account = enter()
    assert 'value="0:20"' in client.get("/lectures/HV-15?t=20").text

    sent = client.post(ADDRESS, data={"text": "Sổ này lấy ở đâu?", "second": "1:05"})

    assert sent.status_code == 303
    question = db.query(LectureQuestion).one()
    assert (question.asked_by_id, question.second) == (account.person_id, 65)
    page = client.get("/lectures/HV-15").text
    assert "Sổ này lấy ở đâu?" in page
    assert "?t=65" in page
    assert "Chờ trả lời" in page


@pytest.mark.parametrize(
    ("fields", "flaw"),
    [
        ({"text": ""}, "Chưa viết gì."),
        ({"text": "Sao?", "second": "mười"}, "Ghi theo phút:giây"),
        ({"text": "Sao?", "second": "9:00"}, "nằm ngoài video"),
    ],
)
@pytest.mark.usefixtures("lecture")
def test_what_cannot_be_asked_comes_back_as_it_was_typed(client, db, enter, fields, flaw):
    enter()

    answer = client.post(ADDRESS, data=fields)

    assert answer.status_code == 422
    assert flaw in answer.text
    assert fields["text"] in answer.text
    assert db.query(LectureQuestion).count() == 0


def test_the_sixth_that_waits_is_refused_in_words(client, db, enter, lecture):
    account = enter()
    for _number in range(5):
        make.question(db, lecture, db.get_one(Person, account.person_id))
    db.commit()

    answer = client.post(ADDRESS, data={"text": "Nữa?"})

    assert answer.status_code == 409
    assert "đang chờ trả lời" in answer.text


def test_a_stranger_finds_nothing_and_the_learners_never_the_name(client, db, enter, question):
    make.answer(db, question, people.person(db, "Lê Thị Thu Hà"))
    db.commit()
    enter()

    assert client.get(f"/questions/{question.id}").status_code == 404
    assert client.get("/questions").status_code == 403
    page = client.get(ADDRESS).text
    assert "Sổ này lấy ở đâu?" in page
    assert "Lê Thị Thu Hà trả lời" in page
    assert "Lò Thị Pết" not in page


def test_she_mends_and_takes_back_her_own(client, db, enter, lecture):
    account = enter()
    mine = make.question(db, lecture, db.get_one(Person, account.person_id))
    db.commit()
    address = f"/questions/{mine.id}"

    assert "Rút câu hỏi" in client.get(address).text
    assert client.post(f"{address}/edit", data={"text": ""}).status_code == 422
    client.post(f"{address}/edit", data={"text": "Sổ nào?"})
    assert "Sổ nào?" in client.get(address).text
    assert client.post(f"{address}/withdraw").location.endswith(ADDRESS)
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/answer", data={"text": "x"}).status_code == 403


def test_a_teacher_finds_it_waiting_answers_mends_and_hides(client, db, enter, question):
    enter(Role.INSTRUCTOR)
    address = f"/questions/{question.id}"
    inbox = client.get("/questions?mine=1&lecture=HV-15").text
    assert "Chờ trả lời (1)" in inbox
    assert address in inbox

    page = client.get(address).text
    assert "Lò Thị Pết hỏi ngày" in page
    assert client.post(f"{address}/answer", data={"text": " "}).status_code == 422
    assert client.post(f"{address}/answer", data={"text": "Ở Hội xã."}).status_code == 303
    assert "Đã trả lời (1)" in client.get("/questions?shelf=answered").text
    answer = f"/answers/{db.scalars(select(LectureAnswer.id)).one()}"
    assert client.post(f"{answer}/edit", data={"text": ""}).status_code == 422
    client.post(f"{answer}/edit", data={"text": "Ở Hội phường."})
    assert "Ở Hội phường." in client.get(address).text
    client.post(f"{answer}/withdraw")
    assert "Ở Hội phường." not in client.get(address).text
    assert client.post(f"{address}/hide", data={"text": ""}).status_code == 422
    client.post(f"{address}/hide", data={"text": "Có số điện thoại."})
    assert "Lý do: Có số điện thoại." in client.get(address).text
    assert client.post(f"{address}/show").status_code == 303
    assert "Chờ trả lời (1)" in client.get("/questions").text


@pytest.mark.parametrize("address", [ADDRESS, "/questions", "/lectures/HV-15"])
def test_a_list_costs_as_much_for_many_questions(client, db, enter, count_queries, address):
    lecture = filmed(db)
    enter(Role.INSTRUCTOR)

    def cost(more):
        for _number in range(more):
            make.answer(db, make.question(db, lecture, accounts.person(db)), accounts.person(db))
            make.question(db, lecture, accounts.person(db))
        db.commit()
        with count_queries() as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    cost(1)  # What is read once a minute is read now.
    assert cost(1) == cost(2)

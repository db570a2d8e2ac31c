"""The page /sign-in/who: of several on one telephone, each says who she is."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from elearn.people import Person
from tests.make import accounts as make
from tests.make import people

NOW = datetime(2026, 11, 21, 13, 9, tzinfo=UTC)  # 20:09 where the users live.


@pytest.fixture(autouse=True)
def evening():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def family(db):
    """Two people with one telephone and one password."""
    return [
        make.account(db, people.person(db, name, phone="0912345678"))
        for name in ("Phạm Thị Lý", "Trần Thị Hoa")
    ]


def test_on_a_shared_telephone_no_name_stands_before_the_right_password(visitor, family):
    wrong = visitor.sign_in("0912345678", "wrong one").text

    assert "Phạm Thị Lý" not in wrong
    assert visitor.open("/sign-in/who").location == "/sign-in"


def test_on_a_shared_telephone_each_says_who_she_is(visitor, db, family):
    people.tenure(db, db.get_one(Person, family[1].person_id))
    asked = visitor.sign_in("0912 345 678", page="/sign-in?next=/account")
    page = visitor.open(asked.location).text

    answer = visitor.send("/sign-in/who", {"account": family[1].id})

    assert "Ai đang đăng nhập?" in page
    assert "Chủ tịch Hội LHPN cấp xã, Hội LHPN xã Hưng Hà<" in page
    assert answer.location == "/account"
    assert "Trần Thị Hoa" in visitor.open("/account").text


def test_nobody_becomes_somebody_who_was_not_offered(visitor, db, family):
    stranger = make.account(db)
    visitor.sign_in("0912345678")

    answer = visitor.send("/sign-in/who", {"account": stranger.id})

    assert answer.location == "/sign-in"
    assert visitor.open("/account").status_code == 303


def test_the_question_holds_five_minutes(visitor, family, evening):
    visitor.sign_in("0912345678")
    evening.shift(timedelta(minutes=5))

    assert visitor.open("/sign-in/who").location == "/sign-in"


def test_the_answer_takes_the_question_away(visitor, family):
    visitor.sign_in("0912345678")
    visitor.send("/sign-in/who", {"account": family[0].id})

    assert visitor.open("/sign-in/who").location == "/sign-in"

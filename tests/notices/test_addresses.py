"""One's address for letters: confirmed by a code, changed, taken away."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput
from elearn.notices import Letter, MailAddress, service
from elearn.notices.rules import code_of, is_address
from tests.make import notices as make
from tests.make import people as cadres
from tests.make.notices import NOW
from tests.notices.handing import SECRET


def test_an_address_is_confirmed_by_the_code_that_came_there(db, post, server, postman):
    she = Actor(cadres.person(db).id)
    service.give_address(db, she, " ngat@vidu.vn ", "vi", now=NOW)
    db.commit()
    post(server)
    [letter] = postman.taken
    code = letter["subject"].rpartition(" ")[2]

    assert not service.confirm_address(db, she, "000 000", secret=SECRET, now=NOW)
    assert service.confirm_address(db, she, f" {code} ", secret=SECRET, now=NOW)

    assert db.get_one(MailAddress, she.person_id).confirmed_at == NOW
    assert code in letter.get_content()


def test_a_code_runs_out_and_is_not_guessed(db):
    key = cadres.person(db).id
    she = Actor(key)
    kept = service.give_address(db, she, "ngat@vidu.vn", "vi", now=NOW)
    code = code_of(SECRET, key, kept.address, kept.asked_at)

    with pytest.raises(Conflict):
        service.confirm_address(db, she, code, secret=SECRET, now=NOW + timedelta(hours=2))
    for _ in range(5):
        assert not service.confirm_address(db, she, "wrong", secret=SECRET, now=NOW)
    with pytest.raises(Conflict):
        service.confirm_address(db, she, code, secret=SECRET, now=NOW)


def test_no_more_than_three_codes_go_out_within_the_hour(db):
    she = Actor(cadres.person(db).id)
    for number in range(3):
        service.give_address(db, she, f"ngat{number}@vidu.vn", "vi", now=NOW)

    with pytest.raises(Conflict):
        service.give_address(db, she, "ai@vidu.vn", "vi", now=NOW)
    service.give_address(db, she, "ai@vidu.vn", "vi", now=NOW + timedelta(hours=2))


@pytest.mark.parametrize("address", ["", "ngat", "ngat@", "a@b", "ngát@vidu.vn", "a@b.vn,c@d.vn"])
def test_what_is_no_address_is_refused(db, address):
    with pytest.raises(InvalidInput):
        service.give_address(db, Actor(cadres.person(db).id), address, "vi", now=NOW)


@pytest.mark.parametrize(
    "name", ["=?utf-8?q?=0aBcc=3a_x?=", "=?utf-8?b?////?=", "a[b", ".a", "a..b"]
)
def test_what_would_mean_something_else_in_the_head_of_a_letter_is_no_address(name):
    assert not is_address(f"{name}@vidu.vn")
    assert is_address("le.ngat+hoi_2'x@thu-tin.vidu.vn")


def test_a_letter_that_waits_does_not_go_to_the_address_she_had_before(db):
    she = cadres.person(db)
    make.mail_address(db, she)
    make.letter(db, make.notice(db, she))

    service.give_address(db, Actor(she.id), "moi@vidu.vn", "vi", now=NOW)

    assert db.scalars(select(Letter.address)).all() == ["moi@vidu.vn"]


def test_who_takes_her_address_away_gets_no_letter_that_waits(db):
    she = cadres.person(db)
    make.mail_address(db, she)
    make.letter(db, make.notice(db, she))

    for _ in range(2):
        service.remove_address(db, Actor(she.id), now=NOW)

    assert db.scalars(select(Letter)).all() == []
    assert db.get(MailAddress, she.id) is None


def test_a_letter_is_in_the_language_of_the_page_the_address_was_given_on(
    db, post, server, postman
):
    make.letter(db, language="en")
    post(server)
    assert postman.taken[0]["subject"]

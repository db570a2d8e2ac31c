"""Letters: handed in once, again after a pause, and never lost; with a real server."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from elearn import clock, jobs
from elearn.access import Actor
from elearn.errors import Conflict, InvalidInput, Refusal
from elearn.notices import Letter, MailAddress, queries, service
from elearn.notices.commands import group
from elearn.notices.jobs import SEND, have_sent, send
from elearn.notices.models import MailPause
from elearn.notices.rules import LetterState, code_of, is_address, letter_pause, server_pause
from tests.make import notices as make
from tests.make import people as cadres
from tests.make.notices import NOW, Postman, mail_server

SECRET = "not a secret"
FROM = "Hội LHPN <hoi@vidu.vn>"


@pytest.fixture
def postman():
    return Postman()


@pytest.fixture
def server(postman):
    with mail_server(postman) as address:
        yield f"smtp://{address}"


@pytest.fixture
def post(here):
    """`post(url)` does the job that hands letters in, as the worker does."""

    def post(url):
        settings = replace(here.settings, mail_url=url, mail_from=FROM, secret_key=SECRET)
        send(jobs.Work(1, "a test", {}, settings, here.database, here.store))

    return post


def state_of(db, letter):
    db.expire_all()
    return letter.state, letter.attempts, letter.error


def test_a_letter_says_what_the_notice_says_and_goes_out_once(db, post, server, postman):
    letter = make.letter(db)

    post(server)
    post(server)

    [taken] = postman.taken
    assert taken["subject"] == "Anh/chị được vào lớp Chi hội trưởng Hưng Hà"
    assert (taken["to"], taken["from"]) == ("ngat@vidu.vn", FROM)
    assert taken["message-id"] == f"<letter-{letter.id}@vidu.vn>"
    assert "Hạn hoàn thành là ngày 15/12/2026" in taken.get_content()
    assert "http://localhost:8000/classes/mine" in taken.get_content()
    assert state_of(db, letter) == (LetterState.SENT, 1, "")


def test_a_server_that_asks_for_a_password_gets_it(db, post, postman):
    make.letter(db)
    with mail_server(postman, asks_password=True) as address:
        with pytest.raises(Refusal, match="Chưa gửi được thư: 535"):
            post(f"smtp://hoi:sai@{address}")
        db.delete(db.get_one(MailPause, 1))
        post(f"smtp://hoi:mat-khau@{address}")
    assert len(postman.taken) == 1


def test_a_server_that_is_away_keeps_every_letter_and_is_left_alone_longer_each_time(
    db, post, here
):
    first, second = make.letter(db), make.letter(db)

    for failures in (1, 2):
        with pytest.raises(Refusal, match="Thư vẫn giữ đủ"):
            post("smtp://127.0.0.1:9")
        db.expire_all()
        pause = db.get_one(MailPause, 1)
        assert pause.failures == failures
    assert [state_of(db, one)[0] for one in (first, second)] == [LetterState.WAITING] * 2
    assert not queries.is_letter_due(db, clock.now())
    assert queries.is_letter_due(db, clock.now() + timedelta(hours=2))


def test_when_the_server_is_back_all_goes_out_and_the_pause_is_forgotten(db, post, server, postman):
    make.letter(db)
    with pytest.raises(Refusal):
        post("smtp://127.0.0.1:9")

    post(server)

    assert len(postman.taken) == 1
    assert db.get(MailPause, 1) is None


def test_a_letter_that_is_not_taken_now_waits_for_its_turn(db, post, server, postman):
    postman.answers = ["451 try later", "250 taken"]
    later, taken = make.letter(db), make.letter(db)

    post(server)

    assert state_of(db, later) == (LetterState.WAITING, 1, "451 try later")
    assert state_of(db, taken)[0] is LetterState.SENT
    assert later.due_at > clock.now()


def test_a_letter_that_is_never_taken_is_not_tried_again(db, post, server, postman):
    postman.refuses = "550 no ngat@vidu.vn here"
    letter = make.letter(db)

    post(server)
    post(server)

    assert state_of(db, letter) == (LetterState.REFUSED, 1, "550 no … here")


def test_a_worker_that_died_with_a_letter_in_hand_has_it_sent_by_the_next(db):
    letter = make.letter(db)

    assert service.claim(db, now=NOW) is letter
    assert service.claim(db, now=NOW) is None
    assert service.claim(db, now=NOW + letter_pause(1)) is letter


def test_pauses_grow_and_stay_bounded():
    letters = [letter_pause(number) for number in range(1, 9)]
    servers = [server_pause(number) for number in range(1, 9)]
    assert letters == sorted(letters)
    assert servers == sorted(servers)
    assert (letters[-1], servers[-1]) == (timedelta(hours=12), timedelta(hours=1))


def test_the_job_is_queued_where_a_letter_is_due_and_a_server_named(db, here):
    make.letter(db)

    assert have_sent(here.settings, here.database) is False
    assert jobs.job_by_key(db, SEND) is None

    settings = replace(here.settings, mail_url="smtp://127.0.0.1:9", mail_from=FROM)
    have_sent(settings, here.database)
    queued = jobs.job_by_key(db, SEND)
    assert queued is not None
    assert queued.state is jobs.JobState.QUEUED


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


def test_a_letter_that_cannot_be_written_is_refused_and_delays_no_other(db, post, server, postman):
    bad, good = make.letter(db, address="=?utf-8?q?=0a?=@vidu.vn"), make.letter(db)

    post(server)

    assert state_of(db, bad)[0] is LetterState.REFUSED
    assert state_of(db, good)[0] is LetterState.SENT
    assert len(postman.taken) == 1


def test_a_line_break_in_a_name_adds_nothing_to_the_head_of_a_letter(db, post, server, postman):
    notice = make.notice(db, details={"name": "Lớp 1\r\nBcc: ai@vidu.vn", "day": "15/12/2026"})
    make.letter(db, notice)

    post(server)

    [taken] = postman.taken
    assert taken["subject"] == "Anh/chị được vào lớp Lớp 1 Bcc: ai@vidu.vn"
    assert taken["bcc"] is None


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


def test_the_operator_is_told_how_letters_stand(db, runner, post):
    make.letter(db)
    with pytest.raises(Refusal):
        post("smtp://127.0.0.1:9")

    told = runner.invoke(group, ["mail"]).output

    assert "chờ gửi: 1" in told
    assert "Không gửi được từ" in told

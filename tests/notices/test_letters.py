"""Letters: handed in once, again after a pause, and never lost; with a real server."""

from dataclasses import replace
from datetime import timedelta

import pytest

from elearn import clock, jobs
from elearn.errors import Refusal
from elearn.notices import queries, service
from elearn.notices.commands import group
from elearn.notices.jobs import SEND, have_sent
from elearn.notices.models import MailPause
from elearn.notices.rules import LetterState, letter_pause, server_pause
from tests.make import notices as make
from tests.make.notices import NOW, mail_server
from tests.notices.handing import FROM, state_of


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


def test_the_operator_is_told_how_letters_stand(db, runner, post):
    make.letter(db)
    with pytest.raises(Refusal):
        post("smtp://127.0.0.1:9")

    told = runner.invoke(group, ["mail"]).output

    assert "chờ gửi: 1" in told
    assert "Không gửi được từ" in told

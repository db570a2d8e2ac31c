"""The lecture page and the door of the players: the right person, a stranger, nobody."""

from typing import Any

import pytest

from elearn import catalogue, clock, learning, media, people
from elearn.access import OPERATOR
from elearn.accounts import end_sessions
from tests.learning.players import START
from tests.make import accounts
from tests.make import catalogue as make_catalogue
from tests.make import media as make_media


@pytest.fixture
def lecture(db) -> catalogue.Lecture:
    """A lecture of ten minutes that can be played."""
    learning.load_rules(db)
    shown = make_media.playable(db)
    made = make_catalogue.lecture(db, "HV-32", title="Vai trò của chi hội trưởng")
    catalogue.set_medium(db, OPERATOR, made, shown.medium_id, now=START)
    db.commit()
    return made


def report(session: str, *ranges: list[int]) -> dict[str, Any]:
    return {"session": session, "form": "video", "ranges": list(ranges), "position": 3}


@pytest.mark.parametrize("path", ["/", "/lectures/HV-32"])
def test_pages_ask_whoever_is_signed_out_to_sign_in(client, lecture, path):
    answer = client.get(path)

    assert answer.status_code == 303
    assert answer.location.startswith("/sign-in?next=")


@pytest.mark.parametrize("path", ["/watching", "/watching/reports"])
def test_a_player_that_is_signed_out_is_told_so(say, lecture, path):
    assert say(path, lecture="HV-32", reports=[]).status_code == 401


def test_the_page_says_what_each_way_of_watching_costs(client, lecture, learner):
    page = client.get("/lectures/HV-32").text

    assert "Vai trò của chi hội trưởng" in page
    assert "0,5 MB" in page
    assert "Chỉ tiếng" in page


def test_what_is_said_stands_beside_the_film_with_its_moments(client, lecture, learner):
    page = client.get("/lectures/HV-32").text

    assert "<time>0:01</time><span>Chào các chị.</span>" in page


def test_a_lecture_without_a_film_says_that_it_is_on_its_way(client, db, lecture, learner):
    make_catalogue.lecture(db, "HV-33")
    db.commit()

    page = client.get("/lectures/HV-33").text

    assert "đang được chuẩn bị" in page


def test_a_lecture_that_does_not_exist_is_not_found(client, lecture, learner):
    assert client.get("/lectures/HV-99").status_code == 404


def test_a_player_opens_a_session_and_reports(say, lecture, learner):
    opened = say("/watching", lecture="HV-32").json

    answer = say("/watching/reports", reports=[report(opened["session"], [0, 3])])

    receipt = answer.json["receipts"][0]
    assert (receipt["length"], receipt["lacking"]) == (600, 480 - receipt["seconds"])


def test_what_was_watched_is_there_when_she_comes_back(client, say, db, lecture, learner):
    session = say("/watching", lecture="HV-32").json["session"]
    say("/watching/reports", reports=[report(session, [0, 3])])

    page = client.get("/lectures/HV-32").text

    assert 'data-position="3"' in page


def test_a_stranger_cannot_report_for_another(say, db, lecture, learner, sign_in):
    session = say("/watching", lecture="HV-32").json["session"]
    stranger = accounts.account(db)
    db.commit()
    sign_in(stranger)

    answer = say("/watching/reports", reports=[report(session, [0, 3])])

    assert answer.json["receipts"] == [{"session": session, "unknown": True}]


def test_an_unknown_session_does_not_spoil_the_others_of_a_batch(say, lecture, learner):
    session = say("/watching", lecture="HV-32").json["session"]

    answer = say("/watching/reports", reports=[report("gone", [0, 1]), report(session, [0, 1])])

    assert [one.get("unknown", False) for one in answer.json["receipts"]] == [True, False]


@pytest.mark.usefixtures("still")
def test_seconds_its_film_does_not_have_spoil_neither_report_nor_batch(say, lecture, learner):
    session = say("/watching", lecture="HV-32").json["session"]
    told = [report(session, span) | {"knows": 1} for span in ([600, 601], [599, 601])]

    beyond, cut = say("/watching/reports", reports=told).json["receipts"]

    assert beyond["unknown"]
    assert (cut["refused"], cut["outside"]) == ([[599, 600]], True)  # No time has gone by.


def test_a_page_that_shows_an_older_film_opens_no_session(client, say, db, lecture, learner):
    [shown] = media.playables(db, [lecture.medium_id]).values()

    answer = say("/watching", lecture="HV-32", version=shown.version_id + 1)

    assert f'data-version="{shown.version_id}"' in client.get("/lectures/HV-32").text
    assert answer.status_code == 409
    assert "vừa có video mới" in answer.json["text"]
    assert say("/watching", lecture="HV-32", version=shown.version_id).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "text",
        [1],
        [{}],
        [{"session": "x", "form": "dream", "ranges": [], "position": 0}],
        [{"session": "x\0", "form": "video", "ranges": [], "position": 0}],
        [{"session": "x", "form": "video", "ranges": [[0, "1"]], "position": 0}],
        [{"session": "x", "form": "video", "ranges": [[-5, 1]], "position": 0}],
        [{"session": "x", "form": "video", "ranges": [[0, 1]], "position": True}],
        [{}] * 51,
    ],
)
def test_what_no_player_would_send_is_refused(say, lecture, learner, wrong):
    assert say("/watching/reports", reports=wrong).status_code == 422


@pytest.mark.parametrize("many", [1, 100_000])
def test_brackets_without_end_are_no_report(client, lecture, learner, many):
    answer = client.post("/watching", data="[" * many, content_type="application/json")

    assert answer.status_code == 422


def test_the_chapters_of_a_film_lead_to_their_seconds(client, db, lecture, learner):
    version = media.playable_of(db, lecture.medium_id).version_id
    db.add(media.Chapter(version_id=version, start_ms=65_500, title="Bài tập <nhóm>"))
    db.commit()

    page = client.get("/lectures/HV-32").text

    assert 'href="#t=65"' in page
    assert "Bài tập &lt;nhóm&gt;" in page


def test_a_report_costs_few_queries(say, count_queries, lecture, learner):
    session = say("/watching", lecture="HV-32").json["session"]
    say("/watching/reports", reports=[report(session, [0, 1])])

    with count_queries() as queries:
        say("/watching/reports", reports=[report(session, [0, 2])])

    assert len(queries) <= 6


def test_home_offers_the_lecture_to_go_on_with(client, db, lecture, learner):
    module = make_catalogue.module(db, lectures=[lecture])
    programme = make_catalogue.programme(db, modules=[module])
    learning.enrol(db, people.person_by_id(db, learner.person_id), programme, now=START)
    db.commit()

    page = client.get("/").text

    assert "Việc tiếp theo" in page
    assert "/lectures/HV-32" in page


def test_a_session_ended_elsewhere_is_told_so_and_what_was_held_stays(say, db, lecture, learner):
    session = say("/watching", lecture="HV-32").json["session"]
    say("/watching/reports", reports=[report(session, [0, 1])])
    end_sessions(db, learner.id, now=clock.now())
    db.commit()

    answer = say("/watching/reports", reports=[report(session, [1, 2])])

    assert answer.status_code == 401

"""One transaction a request: what is kept, what is rolled back, and that a look changes nothing."""

import pytest

pytestmark = pytest.mark.database


def test_a_page_that_answers_well_is_kept(probe, written):
    assert probe.post("/probes/write/a/200").text == "written"
    assert probe.post("/probes/write/b/303").status_code == 303

    assert written() == ["a", "b"]


@pytest.mark.parametrize("status", [400, 422, 500])
def test_a_page_that_does_not_is_rolled_back(probe, written, status):
    assert probe.post(f"/probes/write/a/{status}").status_code == status

    assert written() == []


def test_a_refusal_rolls_back_what_was_begun(probe, written):
    assert probe.post("/probes/refuse/conflict").status_code == 409

    assert written() == []


def test_a_page_may_keep_what_it_refuses(probe, written):
    assert probe.post("/probes/kept/a").status_code == 422

    assert written() == ["a"]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_look_cannot_write_even_if_its_page_tries(probe, written, method):
    assert probe.open("/probes/write/a/200", method=method).status_code == 500

    assert written() == []


@pytest.mark.parametrize("when", ["at-once", "at-commit"])
def test_two_clicks_at_once_are_told_that_one_was_first(probe, written, when):
    answer = probe.post(f"/probes/twice/{when}")

    assert answer.status_code == 409
    assert "Việc này vừa được làm ở nơi khác" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    assert written() == []


def test_after_a_collision_the_page_still_asks_who_is_there(probe, written):
    with probe.session_transaction() as cookie:
        cookie["_user_id"] = "a token nobody has"

    assert probe.post("/probes/twice/at-once").status_code == 409
    assert probe.post("/probes/twice/at-commit").status_code == 409

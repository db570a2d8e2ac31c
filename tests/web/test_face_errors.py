"""What a person sees when something is refused or fails."""

from dataclasses import replace

import pytest

from elearn.db import Database


@pytest.fixture
def without_database(web):
    """The application while its database cannot be reached."""
    before = web.extensions["installation"]
    database = Database.at("sqlite:////nowhere/at/all.sqlite3")
    web.extensions["installation"] = replace(before, database=database)
    yield web
    web.extensions["installation"] = before
    database.engine.dispose()


def test_a_page_that_is_not_there_leads_to_the_first(web):
    answer = web.test_client().get("/nowhere")

    assert answer.status_code == 404
    assert "<h1>Không thấy trang này</h1>" in answer.text
    assert "Về trang đầu" in answer.text


def test_a_script_is_told_the_same_as_a_person(web):
    answer = web.test_client().get("/nowhere", headers={"Accept": "application/json"})

    assert answer.status_code == 404
    assert answer.json == {
        "title": "Không thấy trang này",
        "text": "Đường dẫn có thể đã gõ nhầm hoặc đã đổi. Về trang chính để tìm tiếp.",
        "code": "",
    }


def test_a_failure_has_a_page_and_a_code_even_without_a_database(without_database, caplog):
    browser = without_database.test_client()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = "a token"

    answer = browser.get("/account")

    assert answer.status_code == 500
    assert "không phải do anh/chị" in answer.text
    code = answer.text.partition('class="num">')[2].partition("<")[0]
    assert code in caplog.text

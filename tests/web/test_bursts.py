"""Guesses sent at once, through whole requests on connections of their own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, func, select

from elearn.accounts import FailedSignIn
from elearn.web.session import here
from tests.make import accounts as make

pytestmark = pytest.mark.database
AT_ONCE = 12


@pytest.fixture
def burst(probed) -> Iterator[list[int]]:
    """The answers to wrong guesses that many devices send at the same time."""
    probed.extensions["passwords"] = make.PASSWORDS
    with probed.app_context():
        database = here().database
    with database.writing() as db:
        make.account(db, user_name="chihoi1")
    with ThreadPoolExecutor(AT_ONCE) as devices:
        yield list(devices.map(lambda number: guess(probed, f"guess {number}"), range(AT_ONCE)))
    with database.writing() as db:
        db.execute(delete(FailedSignIn))  # Her account stays: it is nobody else's, and audited.


def guess(app, password) -> int:
    browser = app.test_client()
    page = browser.get("/sign-in").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    form = {"csrf_token": token, "name": "chihoi1", "password": password}
    return int(browser.post("/sign-in", data=form).status_code)


def test_no_more_guesses_count_than_are_allowed_however_many_come_at_once(probed, burst):
    with probed.app_context(), here().database.reading() as db:
        counted = db.scalar(select(func.count()).select_from(FailedSignIn))

    assert counted == 5
    assert sorted(burst) == [422] * 4 + [429] * (AT_ONCE - 4)
    assert guess(probed, make.PASSWORD) == 429

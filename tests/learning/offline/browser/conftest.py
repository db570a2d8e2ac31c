"""Fixtures of phones without a line: a short lecture, somebody who learns, and her browsers."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, BrowserContext

from elearn.accounts import Account
from tests.browser import looking
from tests.browser import screening as screenings
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.learning.offline.browser import copies
from tests.learning.offline.browser.keepers import Keeper
from tests.learning.offline.browser.lines import Line, State, line_to
from tests.learning.offline.browser.unwatched import Tab, tab_at
from tests.make import accounts


@pytest.fixture(scope="session")
def chromium(browsers: Callable[[str], AbstractContextManager[Browser]]) -> Iterator[Browser]:
    """The whole browser: in the one without windows a worker at times never gets ready."""
    with browsers("chromium") as browser:
        yield browser


@pytest.fixture(scope="session")
def film(live: Live, medium_id: int) -> Screening:
    return screenings.put_up(live, medium_id, "KM-01")


@pytest.fixture(scope="session")
def learner(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture
def phone(chromium: Browser, live: Live) -> Iterator[Callable[..., BrowserContext]]:
    """`phone(account)` is an empty browser in which the account is signed in and has the worker.

    `server=` is the server as it is reached along a line.
    """
    opened: list[BrowserContext] = []

    def enter(account: Account, server: Live = live) -> BrowserContext:
        opened.append(copies.phone_of(chromium, server, account))
        return opened[-1]

    yield enter
    for context in opened:
        looking.shut(context)


@pytest.fixture(scope="session")
def keeper(chromium: Browser, live: Live, learner: Account, film: Screening) -> Iterator[Keeper]:
    """A phone with a copy of the film, for tests that leave it as they found it."""
    with line_to(live) as (line, server):
        context = copies.phone_of(chromium, server, learner)
        yield Keeper(context, copies.fetch_copy(context, film.code), line, server)


@pytest.fixture(scope="session")
def owner(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture(scope="session")
def line(live: Live) -> Iterator[Line]:
    with line_to(live) as (line, _):
        yield line


@pytest.fixture(scope="session")
def unwatched_phone(
    line: Line, owner: Account, film: Screening, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tab]:
    """Her phone, with a copy of the film."""
    with tab_at(line.address, tmp_path_factory.mktemp("phone")) as tab:
        tab.enter(line.live.cookie_of(owner) | {"url": line.address})
        tab.goto("/account")
        tab.evaluate(copies.WORKER)
        tab.goto(f"/lectures/{film.code}")
        tab.press("Tải về máy")
        tab.hear("Đã tải về máy:")
        yield tab


@pytest.fixture
def tab(unwatched_phone: Tab, line: Line) -> Iterator[Tab]:
    yield unwatched_phone
    line.worker = ""
    line.turn(State.OPEN)
    unwatched_phone.goto("/account")

"""Fixtures of the browser tests: one server and one browser a run, one context a test."""

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from elearn.accounts import Account
from tests.browser import household as homes
from tests.browser import living, looking

FLAGS = [
    *("--disable-background-networking", "--disable-component-update", "--no-first-run"),
    "--disable-gpu",  # There is none; it would be played by a program beside the one that draws.
]


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[living.Live]:
    """A gunicorn with an installation of its own, alive for the whole run."""
    home = tmp_path_factory.mktemp("live")
    with living.installation_at(home) as here, living.serving(here) as server:
        yield server


@pytest.fixture(scope="session")
def household(live: living.Live) -> homes.Household:
    """The people who live there, with what they have learnt so far."""
    return homes.move_in(live.here)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield browser
        browser.close()


@pytest.fixture
def browse(chromium: Browser, live: living.Live) -> Iterator[Callable[..., BrowserContext]]:
    """`browse(account)` is a fresh browser of that account; `browse()` of somebody unknown."""
    opened: list[BrowserContext] = []

    def enter(account: Account | None = None, **choices: Any) -> BrowserContext:
        context = looking.open_context(chromium, live.address, **choices)
        if account is not None:
            context.add_cookies([live.cookie_of(account)])  # type: ignore[list-item]  # a cookie
        opened.append(context)
        return context

    yield enter
    for context in opened:
        context.close()


@pytest.fixture
def page(browse: Callable[..., BrowserContext]) -> Page:
    """A page of somebody unknown, on a phone."""
    return browse().new_page()

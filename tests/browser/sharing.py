"""Fixtures of one server and one browser a run, which all tests share that open pages."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser import household as homes
from tests.browser import living
from tests.browser import screening as screenings

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
def medium_id(
    live: living.Live, household: object, tmp_path_factory: pytest.TempPathFactory
) -> int:
    """A short film that can be watched; tests leave it as it is."""
    assert household  # The rules of watching came with it.
    return screenings.hand_in(live, tmp_path_factory.mktemp("film"))


@pytest.fixture(scope="session")
def browsers() -> Iterator[Callable[[str], AbstractContextManager[Browser]]]:
    """`with browsers("chromium") as browser: …` runs one of Debian's builds of it."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    expect.set_options(timeout=screenings.PATIENCE_SECONDS * 1000)

    with sync_playwright() as playwright:

        def opened(program: str) -> AbstractContextManager[Browser]:
            path = f"/usr/bin/{program}"
            return closing(playwright.chromium.launch(executable_path=path, args=flags))

        yield opened


@pytest.fixture(scope="session")
def chromium(browsers: Callable[[str], AbstractContextManager[Browser]]) -> Iterator[Browser]:
    """The browser without the windows it would not show: a quarter less to compute."""
    with browsers("chromium-headless-shell") as browser:
        yield browser

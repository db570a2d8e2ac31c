"""Fixtures of one server and one browser a run, which all tests share that open pages."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import household as homes
from tests.browser import living

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

"""Fixtures of the browser tests: one context a test, of the browser that all share."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from elearn.accounts import Account
from tests.browser import living, looking


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

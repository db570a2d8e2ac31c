"""The main line in a real browser: she watches, leaves, and goes on elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from elearn import learning
from tests.browser import looking

pytestmark = pytest.mark.browser


def held(live, account, film):
    """Return the stretches the server holds of a film."""
    with live.here.database.reading() as db:
        kept = db.get(learning.WatchMap, (account.person_id, film.version_id))
        return list(learning.Seconds.from_bytes(kept.bits).ranges()) if kept else []


def played(page: Page) -> float:
    seconds: float = page.evaluate("document.querySelector('video').currentTime")
    return seconds

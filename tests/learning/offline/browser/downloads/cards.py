"""The card of a lecture that is fetched to a phone, and what the server knows of it."""

import re

from playwright.sync_api import BrowserContext, Page, Worker, expect
from sqlalchemy import select

from elearn.accounts import Account
from elearn.learning.models import OfflineLease
from tests.browser.living import Live
from tests.browser.screening import until
from tests.learning.offline.browser.copies import WORKER
from tests.learning.offline.browser.witnesses import PIECES
from tests.make.accounts import PASSWORD

SIZE = 6_000_000
#: Bytes a second: of a film that comes so slowly no stretch ends before the line is set free again.
TRICKLE = SIZE / 200
TWO_LECTURES = ("TV-01", "TV-02")


def sign_in(context: BrowserContext, live: Live, account: Account) -> None:
    context.add_cookies([live.cookie_of(account)])  # type: ignore[list-item]  # a cookie


def sign_in_by_the_form(page: Page, account: Account) -> None:
    page.get_by_label("Số điện thoại").fill(account.user_name or "")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def opened(context: BrowserContext, code: str = TWO_LECTURES[0]) -> Page:
    page = context.new_page()
    page.goto(f"/lectures/{code}")
    return page


def worker_of(page: Page) -> Worker:
    """Return the worker of a page, which comes some time after it and has taken it over by then."""
    page.evaluate(WORKER)
    workers = page.context.service_workers
    return workers[0] if workers else page.context.wait_for_event("serviceworker")


def fetch(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Tải (về máy|lại), 6 MB")).click()


def is_here(page: Page) -> None:
    expect(page.get_by_text("Đã tải về máy: Video 240p, 6 MB.")).to_be_visible()


def nothing_is_here(page: Page) -> None:
    """Wait until no byte of a copy is left; the server may hear of its end before that."""
    until(lambda: page.evaluate(PIECES) == 0)


def lease_of(live: Live, account: Account) -> OfflineLease:
    with live.here.database.reading() as db:
        hers = select(OfflineLease).where(OfflineLease.person_id == account.person_id)
        return db.scalars(hers.order_by(OfflineLease.id.desc()).limit(1)).one()

"""Browsers that keep lectures: the worker is brought, a copy fetched, the line cut."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserContext, Page

from elearn.accounts import Account
from tests.browser import looking
from tests.browser.living import Live

WORKER = """async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state !== "activated") {
    await new Promise((done) => active.addEventListener("statechange", done, { once: true }));
  }
  return active.scriptURL;
}"""

ARRIVED = """async () => {
  const { person } = document.body.dataset;
  while (localStorage.getItem("elearn.person") !== person) {
    await new Promise((done) => setTimeout(done, 20));
  }
}"""

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const requests = await (await caches.open(name)).keys();
    found[name] = requests.map(({ url }) => new URL(url).pathname).sort();
  }
  return found;
}"""


def phone_of(chromium: Browser, live: Live, account: Account) -> BrowserContext:
    """Return an empty browser in which the account is signed in and has opened one page."""
    context = looking.open_context(chromium, live.address, service_workers="allow")
    sign_in(context, live, account)
    return context


def sign_in(context: BrowserContext, live: Live, account: Account) -> None:
    """Let the account take the place of whoever is signed in, and open a page."""
    context.add_cookies([live.cookie_of(account)])  # type: ignore[list-item]  # a cookie
    page = context.new_page()
    page.goto("/account")
    page.evaluate(WORKER)
    page.evaluate(ARRIVED)
    looking.leave(page)


def fetch_copy(context: BrowserContext, code: str) -> str:
    """Fetch a lecture as a person does; return the token of its lease."""
    page = context.new_page()
    page.goto(f"/lectures/{code}")
    fetch_on(page)
    looking.leave(page)
    return lease_on(context, code)


def fetch_on(page: Page) -> None:
    """Fetch the lecture whose page is open, and wait until its player has taken the copy up."""
    card = page.locator("[data-download]")
    card.get_by_role("button", name="Tải về máy").click()
    card.get_by_text("Đã tải về máy:").wait_for()
    page.locator("[name=weight][data-lease]").wait_for(state="attached")


def lease_on(context: BrowserContext, code: str) -> str:
    """Return the token of the lease under which the page of a lecture opens without a line."""
    with cut(context):
        page = context.new_page()
        page.goto(f"/lectures/{code}")
        token = page.locator("[data-player]").get_attribute("data-lease")
        looking.leave(page)
    assert token
    return token


@contextmanager
def cut(context: BrowserContext) -> Iterator[None]:
    """Take the line away for a while, from pages and from the worker alike."""
    context.set_offline(True)
    yield
    context.set_offline(False)


def kept(page: Page) -> dict[str, list[str]]:
    """Return the paths of what lies in each store of a browser."""
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found

"""Watching with and without a line in a real browser: the server holds what was played."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from elearn.accounts import Account
from tests.browser import killing
from tests.browser.living import Live
from tests.browser.screening import held, until
from tests.learning.offline.browser import copies, witnesses
from tests.learning.offline.browser.witnesses import pause, play, witnessed
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

TWO_DAYS = 2 * 24 * 3600 * 1000
CLOCK_SET = f"""{{
  const [real, now] = [Date, Date.now];
  globalThis.Date = class extends real {{
    constructor(...said) {{ super(...(said.length ? said : [real.now()])); }}
  }};
  real.now = Date.now = () => now() - {TWO_DAYS};
}}
"""
RENEWED = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const { active } = registration;
  await registration.update();
  const newer = registration.installing ?? registration.waiting ?? registration.active;
  if (newer === active) throw new Error("the same worker as before");
  const isIn = () => ["installed", "activated"].includes(newer.state);
  if (!isIn()) await new Promise((done) => newer.addEventListener("statechange", () => isIn() && done()));
}"""
WRITTEN = """() => new Promise((done) => {
  const look = async () => {
    const db = await new Promise((opened) => {
      indexedDB.open("elearn").onsuccess = ({ target }) => opened(target.result);
    });
    db.transaction("queue").objectStore("queue").getAll().onsuccess = ({ target }) => {
      db.close();
      if (target.result.length) done(target.result[0].ranges);
      else setTimeout(look, 50);
    };
  };
  look();
})"""


@pytest.fixture
def her(live: Live) -> Account:
    return somebody(live)


def somebody(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.add_init_script(witnesses.WITNESS)
    page.goto(address)
    return page


def renew_worker(context: BrowserContext, page: Page) -> None:
    """Have the server hand out another worker, which the browser takes."""

    def newer(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + "\n// A newer one.")

    context.route("**/worker.js", newer)
    page.evaluate(RENEWED)


def set_clock(context: BrowserContext, page: Page) -> None:
    """Set the clock of the phone two days back: of its pages, and of a worker that begins anew."""

    def set_back(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=CLOCK_SET + answer.text())

    context.route("**/worker.js", set_back)
    context.add_init_script(CLOCK_SET)
    page.evaluate(RENEWED)


def nothing(context: BrowserContext, page: Page) -> None:
    """Change nothing."""


@pytest.mark.parametrize("between", [nothing, renew_worker, set_clock])
def test_the_server_holds_what_was_played_online_from_the_copy_and_after_a_reload(
    live, film, her, phone, between: Callable[[BrowserContext, Page], None]
):
    context = phone(her)
    page = opened(context, f"/lectures/{film.code}")
    play(page, 1.3)
    pause(page)
    copies.fetch_on(page)
    between(context, page)

    context.set_offline(True)
    play(page, 2.6)
    page.reload()
    assert page.locator("[data-player]").get_attribute("data-lease")
    assert not page.evaluate("navigator.serviceWorker.ready.then(({ waiting }) => waiting)")
    play(page, 4.4)
    pause(page)
    unsent = page.locator("[data-part=phone]")
    expect(unsent).to_be_visible()
    context.set_offline(False)

    expect(unsent).to_be_hidden()
    until(lambda: held(live, her, film) == witnessed(page, film))
    expect(page.get_by_text("Máy chủ đã ghi nhận 0:04")).to_be_visible()
    assert held(live, her, film) == [(0, 4)]


def test_two_people_on_one_phone_are_credited_each_her_own_and_play_each_her_own(
    live, film, her, phone
):
    other, context = somebody(live), phone(her)
    lease = copies.fetch_copy(context, film.code)
    with copies.cut(context):
        page = opened(context, f"/lectures/{film.code}")
        play(page, 2.3)
        pause(page)
    context.route("**/envelopes", lambda route: route.abort())
    page.goto("/account")
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    page.wait_for_url("**/sign-in*")
    assert held(live, her, film) == []

    context.unroute("**/envelopes")
    copies.sign_in(context, live, other)
    hers = opened(context, f"/lectures/{film.code}")
    play(hers, 1.3)
    pause(hers)

    until(lambda: held(live, other, film) == witnessed(hers, film))
    until(lambda: held(live, her, film) == [(0, 2)])
    assert hers.evaluate(witnesses.PIECES) == 0
    with copies.cut(context):
        hers.goto(f"/leases/{lease}")
        expect(hers.locator("[data-player]")).to_have_count(0)


def test_a_phone_that_dies_while_it_plays_has_kept_all_but_the_last_seconds(
    live, film, her, chromium: Browser, tmp_path: Path
):
    with killing.started(chromium, tmp_path) as (context, group):
        context.add_cookies([live.cookie_of(her)])  # type: ignore[list-item]  # a cookie
        page = context.new_page()
        page.goto(f"{live.address}/account")
        page.evaluate(copies.WORKER)
        page.goto(f"{live.address}/lectures/{film.code}")
        copies.fetch_on(page)
        context.set_offline(True)
        play(page, 1)
        [[start, end]] = page.evaluate(WRITTEN)
        killing.kill(group)

    with killing.started(chromium, tmp_path) as (context, _):
        context.new_page().goto(f"{live.address}/account")
        until(lambda: bool(held(live, her, film)))
    assert start == 0
    assert end >= 3
    assert held(live, her, film)[0][1] >= end

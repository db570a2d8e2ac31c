"""Watching with and without a line in a real browser: the server holds what was played."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from elearn.accounts import Account
from tests.browser import killing
from tests.browser.living import Live
from tests.browser.screening import held, holds, until
from tests.learning.offline.browser import copies, witnesses
from tests.learning.offline.browser.witnesses import pause, play, witnessed
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]


def clock_set(*, days: int) -> str:
    """Return what sets the clock of a page or a worker by so many days."""
    return f"""{{
      const {{ Date: real, Date: {{ now }} }} = globalThis;
      globalThis.Date = class extends real {{
        constructor(...said) {{ super(...(said.length ? said : [real.now()])); }}
      }};
      real.now = Date.now = () => now() + {days * 86_400_000};
    }}
    """


Answer = tuple[str, Callable[[Route], object]]


@pytest.fixture
def her(live: Live) -> Account:
    return somebody(live)


def somebody(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


def opened(context: BrowserContext, address: str, *, but: Answer | None = None) -> Page:
    """Open a page; `but` is what becomes of some of what it asks for: the pattern, and the act.

    The way of a whole context is not barred: its worker would be halted too, at times for good.
    """
    page = context.new_page()
    page.add_init_script(witnesses.WITNESS)
    if but:
        page.route(*but)
    page.goto(address)
    return page


def set_clock(context: BrowserContext, _: Page) -> None:
    """Set the clock of the phone two days back: of its worker, and of its pages from now on."""
    [worker] = context.service_workers
    worker.evaluate(f"() => {clock_set(days=-2)}")
    context.add_init_script(clock_set(days=-2))


def hold(_: Route) -> None:
    """Say nothing, as a line does that is there and carries nothing."""


def nothing(context: BrowserContext, page: Page) -> None:
    """Change nothing."""


@pytest.mark.parametrize("between", [nothing, set_clock])
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
    left = int(page.evaluate("window.witness()")[-1][1])
    expect(page.locator("[data-time]")).to_have_text(re.compile(f"^0:0{left} /"))
    assert left >= 2
    play(page, 4.4)
    pause(page)
    unsent = page.locator("[data-part=phone]")
    expect(unsent).to_be_visible()
    context.set_offline(False)

    expect(unsent).to_be_hidden()
    until(lambda: held(live, her, film) == witnessed(page, film))
    [(start, end)] = held(live, her, film)
    expect(page.get_by_text(f"Máy chủ đã ghi nhận 0:0{end}")).to_be_visible()
    assert start == 0
    assert end >= 4


def test_two_people_on_one_phone_are_credited_each_her_own_and_play_each_her_own(
    live, line, film, her, phone
):
    server = replace(live, address=line.address)
    other, context = somebody(live), phone(her, server)
    lease = copies.fetch_copy(context, film.code)
    with line.barring("POST /envelopes"):
        with copies.cut(context):
            page = opened(context, f"/lectures/{film.code}")
            play(page, 2.3)
            pause(page)
        page.goto("/account")
        page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
        page.wait_for_url("**/sign-in*")
        assert held(live, her, film) == []

    copies.sign_in(context, server, other)
    hers = opened(context, f"/lectures/{film.code}")
    play(hers, 1.3)
    pause(hers)

    until(lambda: held(live, other, film) == witnessed(hers, film) != [])
    until(lambda: holds(live, her, film, range(2)))
    until(lambda: hers.evaluate(witnesses.PIECES) == 0)
    with copies.cut(context):
        hers.goto(f"/leases/{lease}")
        expect(hers.locator("[data-player]")).to_have_count(0)


def test_a_phone_that_dies_while_it_plays_has_kept_all_but_the_last_seconds(
    live, film, her, chromium: Browser, tmp_path: Path
):
    with killing.started(chromium, tmp_path) as (context, group):
        context.add_cookies([live.cookie_of(her)])
        page = context.new_page()
        page.goto(f"{live.address}/account")
        page.evaluate(copies.WORKER)
        page.goto(f"{live.address}/lectures/{film.code}")
        copies.fetch_on(page)
        context.set_offline(True)
        play(page, 1)
        [[start, end]] = page.evaluate(witnesses.WRITTEN, 3)
        killing.kill(group)

    with killing.started(chromium, tmp_path) as (context, _):
        context.add_cookies([live.cookie_of(her)])
        page = context.new_page()
        page.goto(f"{live.address}/worker.js")  # Where no script of ours runs yet.
        page.evaluate("localStorage.removeItem('elearn.waits')")  # Of its last minute it may be.
        page.goto(f"{live.address}/account")
        until(lambda: bool(held(live, her, film)))
    assert start == 0
    assert held(live, her, film)[0][1] >= end


def test_a_film_that_comes_no_more_goes_on_from_the_copy_at_the_same_second(live, film, her, phone):
    context = phone(her)
    copies.fetch_copy(context, film.code)
    page = opened(context, f"/lectures/{film.code}", but=("**/media/files/**", hold))
    expect(page.get_by_text("Đã tải, 0 MB")).to_be_visible()
    page.locator("[name=weight]:not(:checked)").last.check()

    play(page, 2.3)
    pause(page)

    assert page.locator("[name=weight]:checked").get_attribute("data-lease")
    until(lambda: held(live, her, film) == witnessed(page, film) != [])


def test_a_copy_whose_days_are_over_plays_no_more_and_what_was_played_of_it_is_sent(
    live, film, her, phone
):
    context = phone(her)
    copies.fetch_copy(context, film.code)
    context.set_offline(True)
    page = opened(context, f"/lectures/{film.code}")
    play(page, 1.3)
    page.add_init_script(clock_set(days=40))
    page.reload()
    page.get_by_role("button", name="Phát", exact=True).click()

    expect(page.get_by_text("Bài tải về đã hết hạn xem.")).to_be_visible()
    assert page.evaluate("document.querySelector('video').paused")
    shell = opened(context, "/offline")
    expect(shell.get_by_role("heading", name="Phần đã xem chưa gửi")).to_be_visible()
    context.set_offline(False)
    until(lambda: holds(live, her, film, range(1)))
    expect(shell.get_by_text("Đã gửi hết.")).to_be_visible()
    expect(shell.get_by_text("máy chủ chưa nhận")).to_be_hidden()


def test_what_a_copy_plays_before_the_database_opens_is_kept_under_its_lease(
    live, film, her, phone
):
    context = phone(her)
    copies.fetch_copy(context, film.code)
    context.set_offline(True)
    page = context.new_page()
    page.add_init_script("IDBFactory.prototype.open = () => new EventTarget()")
    page.goto(f"/lectures/{film.code}")
    play(page, 1.3)
    pause(page)
    page.goto("about:blank")
    context.set_offline(False)

    context.new_page().goto("/account")
    until(lambda: holds(live, her, film, range(1)))


def test_where_nothing_can_be_kept_she_watches_online_as_ever(live, film, her, phone):
    context = phone(her)
    context.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page = opened(context, f"/lectures/{film.code}")
    play(page, 1.3)
    pause(page)

    until(lambda: held(live, her, film) == witnessed(page, film) != [])

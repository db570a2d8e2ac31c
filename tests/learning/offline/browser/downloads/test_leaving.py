"""How a copy leaves a phone: cleared, deleted, signed out with, or over."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from elearn import clock
from elearn.learning.rules import LeaseEnd
from tests.browser.screening import until
from tests.learning.offline.browser.copies import ARRIVED
from tests.learning.offline.browser.downloads.cards import (
    fetch,
    is_here,
    lease_of,
    nothing_is_here,
    opened,
    sign_in,
    sign_in_by_the_form,
)
from tests.make import accounts

pytestmark = pytest.mark.browser
WITHOUT_PIECES = """() => new Promise((done) => {
  indexedDB.open("elearn").onsuccess = ({ target: { result } }) => {
    const change = result.transaction("chunks", "readwrite");
    change.objectStore("chunks").clear();
    change.oncomplete = () => { result.close(); done(); };
  };
})"""
BUSY = """() => new Promise((begun) => {
  indexedDB.open("elearn").onsuccess = ({ target: { result } }) => {
    const facts = result.transaction("facts", "readwrite").objectStore("facts");
    const look = () => { if (!globalThis.isDone) facts.get("person").onsuccess = look; begun(); };
    facts.get("person").onsuccess = look;
  };
})"""
DELIVERED = """() => new Promise((done) => {
  new BroadcastChannel("elearn").addEventListener("message", done);
  new BroadcastChannel("elearn").postMessage({ delivered: true });
})"""


def test_what_the_browser_cleared_is_noticed_and_what_she_deletes_ends_its_lease(
    films, line, live, phone, learner
):
    page = opened(phone)
    fetch(page)
    is_here(page)
    cleared = {"origin": line.address, "storageTypes": "indexeddb,cache_storage"}
    phone.new_cdp_session(page).send("Storage.clearDataForOrigin", cleared)
    page.reload()
    expect(page.get_by_text("Trình duyệt đã xóa bản tải về để lấy chỗ.")).to_be_visible()
    fetch(page)
    is_here(page)
    page.evaluate(WITHOUT_PIECES)
    page.reload()
    expect(page.get_by_text("Trình duyệt đã xóa bản tải về để lấy chỗ.")).to_be_visible()
    fetch(page)
    is_here(page)

    page.get_by_role("button", name="Xóa khỏi máy").click()
    page.get_by_role("button", name="Xóa 6 MB").click()
    expect(page.get_by_role("button", name=re.compile("^Tải về máy"))).to_be_visible()
    nothing_is_here(page)
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.DELETED)
    page.evaluate(DELIVERED)
    expect(page.get_by_role("button", name=re.compile("^Tải về máy"))).to_be_visible()


def test_each_sees_her_own_and_signing_out_takes_hers_along(films, live, phone, learner):
    page = opened(phone)
    fetch(page)
    is_here(page)
    with live.here.database.writing() as db:
        other = accounts.account(db)
    sign_in(phone, live, other)
    page.reload()
    expect(page.get_by_role("button", name=re.compile("^Tải về máy, 6 MB"))).to_be_visible()
    page.evaluate(ARRIVED)
    page.goto("/offline")
    expect(page.get_by_text("Chưa có bài nào trên máy.")).to_be_visible()

    sign_in(phone, live, learner)
    page.goto("/account")
    expect(page.get_by_text("Đăng xuất thì bài đã tải trên máy này bị xóa")).to_be_visible()
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    expect(page).to_have_url(re.compile("sign-in"))
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.SIGNED_OUT)
    nothing_is_here(page)


def test_who_signs_in_from_the_list_of_copies_is_known_there_afterwards(phone, learner):
    page = phone.new_page()
    page.goto("/account")
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    expect(page).to_have_url(re.compile("sign-in"))
    page.goto("/offline")
    expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()

    page.get_by_role("link", name="Đăng nhập").click()
    sign_in_by_the_form(page, learner)
    page.wait_for_url(lambda address: "sign-in" not in address)
    page.evaluate(ARRIVED)
    page.goto("/offline")

    expect(page.get_by_text("Chưa có bài nào trên máy.")).to_be_visible()
    expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_hidden()


def test_who_signs_out_of_a_busy_phone_is_known_there_no_more(films, live, phone, learner):
    page, busy = opened(phone), phone.new_page()
    fetch(page)
    is_here(page)
    busy.goto("/account")
    busy.evaluate(BUSY)
    page.clock.install()  # A sign-out waits so long; the other page is at work all the time.
    page.goto("/account")
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    page.clock.fast_forward(4000)
    expect(page).to_have_url(re.compile("sign-in"))
    page.goto("/offline")
    busy.evaluate("isDone = true")

    expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.SIGNED_OUT)
    nothing_is_here(page)


def test_who_signs_out_before_a_page_has_its_script_takes_her_copies_along(
    films, live, phone, learner
):
    page = opened(phone)
    fetch(page)
    is_here(page)
    page.goto("/account")
    with page.expect_navigation(url="**/sign-in*"):
        page.locator("[data-signs-out]").first.evaluate("form => form.submit()")  # Tells no script.
    page.goto("/offline")

    expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.SIGNED_OUT)
    nothing_is_here(page)


def test_a_sign_out_that_failed_takes_nothing_along_whatever_page_comes_next(films, phone):
    page = opened(phone)
    fetch(page)
    is_here(page)
    page.goto("/account")
    phone.route("**/sign-out", lambda route: route.fulfill(status=502, body="Bad gateway"))
    with page.expect_navigation(url="**/sign-out"):
        page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    page.goto("/offline")
    expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()
    page.wait_for_load_state("networkidle")

    is_here(opened(phone))


def test_a_lease_that_is_over_takes_its_copy_along_and_says_so(films, phone):
    page = opened(phone)
    fetch(page)
    is_here(page)
    page.clock.set_fixed_time(clock.now() + timedelta(days=40))
    page.reload()

    expect(page.get_by_text(re.compile("Bản tải về đã hết hạn ngày"))).to_be_visible()
    nothing_is_here(page)

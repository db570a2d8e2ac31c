"""Downloads that stand still in Chromium: what the card says, and how she goes on from there."""

import re
from math import inf

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.learning.offline.browser.downloads.cards import (
    TRICKLE,
    fetch,
    is_here,
    opened,
    sign_in_by_the_form,
    worker_of,
)

pytestmark = pytest.mark.browser

#: What a phone's browser tells there; on a desk it tells nothing.
ON_MOBILE_DATA = """Object.defineProperty(NetworkInformation.prototype, "type", {
  get: () => globalThis.isOnWiFi ? "wifi" : "cellular", configurable: true,
});"""
#: How often a module's card says from now on that it waits for Wi-Fi, and when a copy has said so
#: to it; the card hears of that first.
WAITS = """() => {
  globalThis.waits = 0;
  const words = document.querySelector("[data-downloads] [data-problem=dear]");
  const look = () => { if (!words.hidden) globalThis.waits += 1; };
  new MutationObserver(look).observe(words, { attributes: true });
  globalThis.said = new Promise((done) => {
    const hear = ({ data }) => { if (data.error === "dear") setTimeout(done); };
    new BroadcastChannel("elearn").addEventListener("message", hear);
  });
}"""
#: A copy that waits says so once more.
LOOK_AGAIN = "navigator.connection.dispatchEvent(new Event('change'))"
BACK_ON_WIFI = """() => {
  globalThis.isOnWiFi = true;
  navigator.connection.dispatchEvent(new Event("change"));
}"""


def test_who_is_signed_out_meanwhile_signs_in_from_the_card_and_it_goes_on_by_itself(
    films, line, learner, phone
):
    page = opened(phone)
    line.rate = TRICKLE
    fetch(page)
    expect(page.locator("[data-download]").get_by_text("Đang tải về máy.")).to_be_visible()
    phone.clear_cookies()
    line.rate = inf
    expect(page.get_by_text("Cần đăng nhập lại để tải tiếp.")).to_be_visible()
    again = page.get_by_role("link", name="Đăng nhập lại")
    expect(again).to_be_focused()
    assert looking.faults(page) == []

    again.press("Enter")
    sign_in_by_the_form(page, learner)

    expect(page).to_have_url(re.compile("/lectures/TV-01$"))
    is_here(page)


def test_who_is_signed_out_before_it_began_is_shown_the_way_in_and_back(films, learner, phone):
    page = opened(phone)
    phone.clear_cookies()
    fetch(page)
    expect(page.get_by_text("Cần đăng nhập lại rồi mới tải được.")).to_be_visible()
    expect(page.get_by_role("button", name="Tải về máy, 6 MB")).to_be_focused()

    page.get_by_role("link", name="Đăng nhập lại").click()
    sign_in_by_the_form(page, learner)

    expect(page).to_have_url(re.compile("/lectures/TV-01$"))
    fetch(page)
    is_here(page)


def test_a_module_goes_on_by_itself_for_who_signs_in_again(films, learner, phone):
    page = phone.new_page()
    page.goto("/modules/TV/download")
    phone.clear_cookies()
    page.get_by_role("button", name="Tải 2 bài").click()
    expect(page.get_by_text("Cần đăng nhập lại để tải tiếp.")).to_be_visible()

    page.get_by_role("link", name="Đăng nhập lại").click()
    sign_in_by_the_form(page, learner)

    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible()


def test_a_module_begun_at_home_asks_on_the_way_before_it_costs_anything(films, line, phone):
    page = phone.new_page()
    page.goto("/modules/TV/download")
    worker = worker_of(page)  # It goes on for the page that is closed.
    line.rate = TRICKLE
    page.get_by_role("button", name="Tải 2 bài").click()
    expect(page.get_by_text("Đang tải bài 1 trên 2.")).to_be_visible()

    worker.evaluate(ON_MOBILE_DATA)
    phone.add_init_script(ON_MOBILE_DATA)
    page.reload()
    rest = re.compile(r"Đang chờ Wi-Fi\. .* tải tiếp tốn thêm \d+(,\d)? MB\.")
    expect(page.locator("[data-downloads]").get_by_text(rest)).to_be_visible()
    assert looking.faults(page) == []
    page.get_by_role("button", name="Vẫn tải").click()
    expect(page.get_by_text(re.compile(r"Đang tải bài \d trên"))).to_be_visible()

    page.reload()  # What she agreed to once is not asked again.
    line.rate = inf
    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible()


def test_a_module_she_pays_for_waits_for_no_wifi_with_a_later_lecture(films, line, phone):
    page = opened(phone, films[1])
    worker = worker_of(page)
    line.rate = TRICKLE
    fetch(page)
    expect(page.locator("[data-download]").get_by_text("Đang tải về máy.")).to_be_visible()
    worker.evaluate(ON_MOBILE_DATA)
    phone.add_init_script(ON_MOBILE_DATA)
    page.goto("/modules/TV/download")
    page.get_by_role("button", name="Tải 2 bài").click()
    page.get_by_role("button", name="Vẫn tải").click()
    expect(page.get_by_text("Đang tải bài 1 trên 2.")).to_be_visible()
    page.evaluate(WAITS)
    for place in (worker, page):  # Whichever of them is at the other lecture.
        place.evaluate(LOOK_AGAIN)
    page.evaluate("said")

    assert page.evaluate("waits") == 0
    line.rate = inf
    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible()


def test_who_leaves_home_pays_for_nothing_until_she_says_so_or_is_back(films, line, phone):
    page = opened(phone)
    line.rate = TRICKLE
    fetch(page)
    card = page.locator("[data-download]")
    expect(card.get_by_text(re.compile(r"Đang tải về máy\. Đã tải 0,\d MB"))).to_be_visible()
    page.evaluate(ON_MOBILE_DATA)
    line.rate = inf  # What is on its way comes still.
    rest = re.compile(r"Đang chờ Wi-Fi\. .* tải tiếp tốn thêm [45](,\d)? MB\.")
    expect(card.get_by_text(rest)).to_be_visible()
    expect(page.get_by_role("link", name="Tải dở về máy")).to_be_visible()
    assert looking.faults(page) == []

    before = line.down
    page.get_by_role("button", name="Tạm dừng").click()
    page.get_by_role("button", name="Tải tiếp").click()
    expect(card.get_by_text(rest)).to_be_visible()
    assert line.down == before

    line.rate = TRICKLE
    page.evaluate(BACK_ON_WIFI)
    expect(card.get_by_text("Đang tải về máy.")).to_be_visible()
    page.evaluate("isOnWiFi = false")
    line.rate = inf
    page.get_by_role("button", name="Vẫn tải").click()
    is_here(page)


def test_what_she_agreed_to_pay_for_before_it_began_is_asked_no_more(films, phone):
    phone.add_init_script(ON_MOBILE_DATA)
    page = opened(phone)
    fetch(page)
    expect(page.get_by_text("Bài này tốn 6 MB. Có Wi-Fi thì nên chờ.")).to_be_visible()
    page.get_by_role("button", name="Vẫn tải, 6 MB").click()
    is_here(page)


def test_from_the_list_of_copies_she_signs_in_to_the_lecture_that_goes_on(
    films, learner, line, phone
):
    page = opened(phone)
    line.busy = 600
    fetch(page)
    expect(page.locator("[data-download]").get_by_text("Máy chủ đang đông người.")).to_be_visible()
    line.busy = 0
    phone.clear_cookies()

    page.goto("/offline")
    page.get_by_role("link", name="Đăng nhập lại").click()
    sign_in_by_the_form(page, learner)

    expect(page).to_have_url(re.compile("/lectures/TV-01$"))
    is_here(page)


def test_a_busy_server_is_waited_for_and_the_keyboard_stays_in_the_card(films, line, phone):
    page = opened(phone)
    line.busy = 1
    fetch(page)
    card = page.locator("[data-download]")
    expect(card.get_by_text("Máy chủ đang đông người.")).to_be_visible()
    expect(card.get_by_role("button", name="Tạm dừng")).to_be_focused()
    expect(page.get_by_role("link", name="Tải dở về máy")).to_be_visible()

    line.busy = 0
    is_here(page)

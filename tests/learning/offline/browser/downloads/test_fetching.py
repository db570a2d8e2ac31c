"""Lectures fetched to a phone in Chromium: over lines that break, into phones that fill up."""

import random
import re
import threading
from hashlib import sha256

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.learning.offline.browser.downloads.cards import (
    SIZE,
    TRICKLE,
    fetch,
    is_here,
    opened,
    worker_of,
)
from tests.learning.offline.browser.lying import LOOK

pytestmark = pytest.mark.browser
WAKE = """() => {
  const wake = () => dispatchEvent(new Event("online"));
  const look = ({ data }) => { if (data.error === "line") setTimeout(wake); };
  new BroadcastChannel("elearn").addEventListener("message", look);
}"""


def test_a_line_that_breaks_ten_times_costs_no_more_than_what_was_on_its_way(
    films, bytes_of_film, line, phone
):
    draw = random.Random(10)
    page = opened(phone)
    before = line.down
    line.cuts = [draw.randrange(SIZE // 20, SIZE // 11) for _ in range(10)]
    line.rate = SIZE / 3
    page.evaluate(WAKE)
    fetch(page)
    is_here(page)

    found = page.evaluate(LOOK, "240p.mp4")
    assert line.broken == 10
    assert (found["size"], found["hex"]) == (SIZE, sha256(bytes_of_film).hexdigest())
    assert line.down - before <= SIZE * 1.1


def test_a_closed_tab_goes_on_and_an_address_that_ran_out_is_renewed(
    films, bytes_of_film, line, phone
):
    page = opened(phone)
    before = line.down
    line.cuts = [SIZE // 2, *[1] * 9]
    line.rate = SIZE
    fetch(page)
    expect(page.locator("[data-download]").get_by_text("Đang chờ mạng.")).to_be_visible()
    page.close()
    line.run_out = 1
    line.cuts = []
    page = phone.new_page()
    page.goto("/offline")  # A busy server's page of the lecture would give way to the copy's own.
    is_here(page)

    found = page.evaluate(LOOK, "240p.mp4")
    assert found["hex"] == sha256(bytes_of_film).hexdigest()
    assert line.run_out == 0
    assert line.down - before < SIZE * 1.3


def test_a_full_phone_says_so_keeps_what_came_and_goes_on_when_there_is_room(films, line, phone):
    page = opened(phone)
    worker_of(page)  # It takes room, too.
    cdp = phone.new_cdp_session(page)
    usage = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    full = {"origin": line.address, "quotaSize": usage + 2_500_000}
    cdp.send("Storage.overrideQuotaForOrigin", full)
    fetch(page)
    expect(page.get_by_text("Máy hết chỗ.")).to_be_visible()
    page.get_by_role("button", name="Tải tiếp").click()
    tried = re.compile(r"Vừa thử lại lúc \d\d:\d\d, vẫn chưa đủ chỗ\.")
    expect(page.get_by_text(tried)).to_be_visible()
    assert looking.faults(page) == []

    cdp.send("Storage.overrideQuotaForOrigin", {"origin": line.address})
    page.get_by_role("button", name="Tải tiếp").click()
    is_here(page)


def test_a_phone_that_filled_up_during_a_pause_says_how_much_it_lacks(films, line, phone):
    page = opened(phone)
    line.rate = TRICKLE
    fetch(page)
    card = page.locator("[data-download]")
    so_far = r"Đã tải 0,\d MB"
    expect(card.get_by_text(re.compile(rf"Đang tải về máy\. {so_far}"))).to_be_visible()
    page.get_by_role("button", name="Tạm dừng").click()
    expect(card.get_by_text(re.compile(rf"Đã tạm dừng\. {so_far}"))).to_be_visible()

    page.evaluate("navigator.storage.estimate = async () => ({ quota: 11e6, usage: 1e6 })")
    page.get_by_role("button", name="Tải tiếp").click()

    lacks = re.compile(r"Máy hết chỗ\. .* Cần thêm khoảng [56](,\d)? MB\.")
    expect(card.get_by_text(lacks)).to_be_visible()
    expect(page.get_by_role("button", name="Tải tiếp")).to_be_focused()


def test_a_module_is_fetched_one_after_another_and_what_is_there_is_left_alone(films, line, phone):
    page = opened(phone)
    fetch(page)
    is_here(page)
    expect(page.get_by_role("link", name="Đã tải về máy", exact=True)).to_be_visible()
    before = line.down

    page.goto("/modules/TV/download")
    expect(page.get_by_text("Còn 1 bài chưa có trên máy, 6 MB.")).to_be_visible()
    page.get_by_role("button", name="Tải 1 bài, 6 MB").click()
    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible()

    assert SIZE <= line.down - before < SIZE * 1.2
    assert looking.faults(page) == []
    page.goto("/offline")
    expect(page.get_by_role("link", name="Xem")).to_have_count(2)
    assert looking.faults(page) == []


def test_a_module_on_a_full_phone_says_how_much_all_of_it_lacks(films, phone):
    page = phone.new_page()
    page.goto("/modules/TV/download")
    page.evaluate("navigator.storage.estimate = async () => ({ quota: 11e6, usage: 1e6 })")
    page.get_by_role("button", name="Tải 2 bài, 12 MB").click()

    lacks = re.compile(r"Máy hết chỗ\. .* Cần thêm khoảng 12(,\d)? MB\.")
    expect(page.get_by_text(lacks)).to_be_visible()
    assert looking.faults(page) == []
    page.reload()
    page.get_by_role("button", name="Tải 2 bài, 12 MB").click()
    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible()


def test_a_card_whose_script_has_not_come_says_so_and_how_to_go_on(films, phone):
    comes = threading.Event()
    phone.route(
        "**/static/downloads.*.js",
        lambda route: route.continue_() if comes.is_set() else route.abort(),
    )
    page = opened(phone)
    coming = page.get_by_text("Đang mở phần tải về.")
    expect(coming).to_be_visible()

    comes.set()
    page.get_by_role("link", name="Mở lại trang").click()

    expect(page.get_by_role("button", name=re.compile("^Tải về máy, 6 MB"))).to_be_visible()
    expect(coming).to_be_hidden()

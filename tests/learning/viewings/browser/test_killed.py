"""A laptop that dies before the hall."""

from math import ceil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import killing
from tests.browser.screening import holds
from tests.learning.viewings.browser import halls
from tests.learning.viewings.browser.halls import AM, DUNG

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

MIRRORED = """(second) => new Promise((done) => {
  const isFar = ({ ranges }) => ranges.some(([, end]) => end >= second);
  const isThere = (one) => one?.stretches?.some(isFar);
  const look = async () => {
    const db = await new Promise((opened) => {
      indexedDB.open("elearn").onsuccess = ({ target }) => opened(target.result);
    });
    db.transaction("facts").objectStore("facts").getAll().onsuccess = ({ target }) => {
      db.close();
      if (target.result.some(isThere)) done(true);
      else setTimeout(look, 50);
    };
  };
  look();
})"""


def test_a_laptop_that_dies_before_the_hall_forgets_neither_who_sat_there_nor_what_was_played(
    live, film, hall, chromium: Browser, tmp_path: Path
):
    with killing.started(chromium, tmp_path) as (laptop, group):
        laptop.add_cookies([live.cookie_of(hall.chair)])
        page = laptop.new_page()
        halls.open_viewing(page, live, film)
        address = page.url
        page.get_by_label(AM).check()
        came = ceil(halls.play_to(page, 1.2))
        halls.have_all(page, film)
        laptop.set_offline(True)
        page.get_by_label(DUNG).check()
        halls.play_to(page, came + 1.2)
        page.evaluate(MIRRORED, came + 1)
        killing.kill(group)

    with killing.started(chromium, tmp_path) as (laptop, _):
        laptop.add_cookies([live.cookie_of(hall.chair)])  # She signs in again.
        page = laptop.new_page()
        page.goto(address)
        expect(page.get_by_role("heading", name="Có mặt 2/60")).to_be_visible()
        page.get_by_role("button", name="Kết thúc buổi xem").click()
        page.get_by_role("button", name="Kết thúc và rà lại").click()
        page.get_by_role("button", name="Xác nhận 2 người đã có mặt").click()
        expect(page.get_by_role("heading", name="Đã tính cho 2 người")).to_be_visible()
    assert holds(live, hall.sitters[AM], film, range(came + 1))
    assert holds(live, hall.sitters[DUNG], film, range(came, came + 1))

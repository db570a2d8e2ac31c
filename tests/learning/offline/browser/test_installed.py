"""The product as an app of the phone: kept on its home screen, and forms without a line."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.learning.offline.browser.keepers import Keeper
from tests.learning.offline.browser.lines import State

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

OFFERED = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  Object.assign(event, { prompt: async () => {}, userChoice: new Promise(() => {}) });
  return dispatchEvent(event) === false;
}"""


@pytest.fixture
def page(keeper: Keeper) -> Iterator[Page]:
    yield keeper.context.new_page()
    keeper.rest()


def test_a_form_without_a_line_stays_as_it_was_filled_in(keeper, page):
    page.goto("/account")
    form = page.locator("main form[method=post]").first
    with keeper.hearing(State.DEAD):
        form.get_by_role("button").first.click()
        expect(form.get_by_text("Không có mạng, chưa gửi được.")).to_be_visible()
        expect(page).to_have_url(re.compile("/account$"))


def test_who_is_asked_to_keep_the_product_says_no_once(keeper, page):
    page.goto("/")
    line = page.locator("[data-install]")
    expect(line).to_be_hidden()
    page.evaluate(OFFERED)
    line.get_by_role("button", name="Không, cảm ơn").click()
    expect(line).to_be_hidden()

    page.reload()
    assert page.evaluate(OFFERED)
    expect(line).to_be_hidden()


def test_the_product_can_be_kept_on_the_home_screen(keeper, page):
    page.goto("/")
    wire = keeper.context.new_cdp_session(page)

    assert wire.send("Page.getAppManifest")["errors"] == []
    found = wire.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {one["errorId"] for one in found} <= {"in-incognito"}  # As every context of a test is.

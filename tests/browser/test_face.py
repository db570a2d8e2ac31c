"""Every page, by eye of the machine: no fault, no sideways scroll, no weight too much."""

import pytest
from playwright.sync_api import Page

from tests.browser import looking

pytestmark = pytest.mark.browser
FOR_ALL = ["/khong-co-trang-nay"]


@pytest.mark.parametrize("address", FOR_ALL)
def test_a_page_for_everybody_has_no_faults(page: Page, address):
    page.goto(address)

    assert looking.faults(page) == []


@pytest.mark.parametrize("address", FOR_ALL)
def test_a_page_for_everybody_never_scrolls_sideways(page: Page, address):
    page.goto(address)

    assert [looking.overflow(page, width) for width in (320, 768, 1440)] == [0, 0, 0]


@pytest.mark.parametrize("address", FOR_ALL)
def test_a_page_for_everybody_is_light(browse, live, address):
    assert looking.cold_weight(browse(), live.address + address) < 120_000

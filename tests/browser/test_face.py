"""Every page, by the eye of a machine: no fault, no sideways scroll, no weight too much."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import looking

pytestmark = pytest.mark.browser
PAGES = [
    ("", "/sign-in"),
    ("", "/khong-co-trang-nay"),
    ("", "/check"),
    ("", "/c/{token}"),
    ("learner", "/"),
    ("learner", "/programmes"),
    ("learner", "/programmes/CT-QN"),
    ("learner", "/lectures/QN-C2"),
    ("learner", "/account"),
    ("learner", "/search?q=to+truong"),
    ("learner", "/classes/mine"),
    ("learner", "/certificates/mine"),
    ("learner", "/receipts"),
    ("learner", "/records/new"),
    ("instructor", "/lectures"),
    ("instructor", "/lectures/QN-C2/film"),
    ("instructor", "/lectures/QN-C2/curve"),
    ("instructor", "/library"),
    ("instructor", "/media/1"),
    ("instructor", "/media/upload"),
    ("administrator", "/people"),
    ("administrator", "/areas?q=hung+ha"),
    ("administrator", "/classes/1"),
    ("administrator", "/records/waiting"),
]
LEARNERS_PAGES = ["/sign-in", "/", "/programmes/CT-QN", "/account"]


@pytest.fixture(scope="module")
def eyes(chromium, live, household):
    """One browser for each of the household, and one of somebody unknown."""
    opened = {
        who: looking.open_context(chromium, live.address)
        for who in ("", "learner", "instructor", "administrator")
    }
    for who, context in opened.items():
        if who:
            context.add_cookies([live.cookie_of(getattr(household, who))])
    yield opened
    for context in opened.values():
        context.close()


@pytest.fixture(scope="module")
def tabs(eyes):
    """One tab for each of them, for opening another costs more than looking at a page."""
    return {who: context.new_page() for who, context in eyes.items()}


@pytest.fixture
def visit(tabs, household):
    """`visit(who, address)` is the page as that member of the household sees it on a phone."""

    def enter(who: str, address: str) -> Page:
        page: Page = tabs[who]
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        page.set_viewport_size(looking.PHONE)  # type: ignore[arg-type]  # two numbers
        page.goto(address.format(token=household.token))
        return page

    return enter


@pytest.mark.parametrize(("who", "address"), PAGES)
def test_a_page_has_no_faults_and_never_scrolls_sideways(visit, who, address):
    page = visit(who, address)

    assert looking.faults(page) == []
    assert [looking.overflow(page, width) for width in looking.WIDTHS] == [0] * len(looking.WIDTHS)


@pytest.mark.parametrize("address", LEARNERS_PAGES)
def test_a_page_of_a_learner_is_light(browse, household, live, address):
    learner = None if address == "/sign-in" else household.learner

    assert looking.cold_weight(browse(learner), live.address + address) < 120_000


def test_the_player_is_within_its_weight(browse, household, live):
    weight = looking.cold_weight(browse(household.learner), live.address + "/lectures/QN-C2")

    assert weight < 300_000


def test_people_sign_in_without_script(browse, household):
    page = browse(java_script_enabled=False).new_page()
    page.goto("/sign-in?next=/account")

    page.get_by_label("Số điện thoại hoặc tên đăng nhập").fill("instructor")
    page.get_by_label("Mật khẩu", exact=True).fill("bai-giang-2026")
    page.get_by_role("button", name="Đăng nhập").click()

    expect(page).to_have_url(re.compile("/account$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đặng Trần Thị Thanh Phương")


def test_an_error_is_read_first_and_leads_to_its_field(page):
    page.goto("/sign-in")
    page.locator("form.stack").evaluate("form => form.noValidate = true")
    page.get_by_role("button", name="Đăng nhập").click()

    expect(page).to_have_title(re.compile("^Lỗi: "))
    expect(page.locator(".errors")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.locator(":focus")).to_have_attribute("aria-invalid", "true")


def test_a_password_can_be_looked_at(page):
    page.goto("/sign-in")
    page.get_by_label("Mật khẩu", exact=True).fill("ba bốn từ")
    page.get_by_label("Hiện mật khẩu").check()

    assert page.get_by_label("Mật khẩu", exact=True).get_attribute("type") == "text"


def test_the_further_places_of_a_phone_stand_behind_one(visit):
    page = visit("administrator", "/account")
    areas = page.get_by_role("navigation").get_by_role("link", name="Địa bàn")
    assert not areas.first.is_visible()

    page.get_by_text("Thêm", exact=True).click()
    areas.first.click()

    expect(page).to_have_url(re.compile("/areas$"))

"""An instructor makes a module in the browser, and loses nothing when the browser is killed."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from elearn import catalogue
from elearn.access import Role
from elearn.accounts import Account
from elearn.people import Person
from tests.browser import killing, looking
from tests.browser.living import Live
from tests.browser.writing import (
    BOTH_KEPT,
    BROUGHT_BACK,
    drag_up,
    is_kept,
    is_ready,
    is_saved,
    save,
    titles,
    write,
)
from tests.make import accounts, media
from tests.make import catalogue as make

pytestmark = pytest.mark.browser
DESK = {"width": 1280, "height": 900}
MOST_BYTES = 120_000


@pytest.fixture(scope="module")
def author(live: Live, household: object) -> Account:
    assert household  # The rules of watching came with it.
    with live.here.database.writing() as db:
        film = media.playable(db)
        make.module(db, "SOAN-1", [make.lecture(db, "SOAN-BG", medium_id=film.medium_id)])
        account = accounts.account(db, accounts.person(db, "Ngô Thị Hòa"))
        accounts.role_grant(db, db.get_one(Person, account.person_id), Role.INSTRUCTOR)
        return account


def opened(context: BrowserContext, live: Live, account: Account, address: str) -> Page:
    """Open a page as the account."""
    context.add_cookies([live.cookie_of(account)])  # type: ignore[list-item]  # a cookie
    page = context.new_page()
    page.set_viewport_size(DESK)  # type: ignore[arg-type]  # two numbers
    page.goto(f"{live.address}{address}")
    return page


def begun(page: Page) -> None:
    """Begin a module with two lectures, which are drawn while they are written."""
    page.get_by_role("button", name="Soạn chuyên đề mới").click()
    is_ready(page)
    page.get_by_label("Tên chuyên đề").fill("Quản lý hội viên")
    page.get_by_label("Nghiệp vụ công tác Hội").check()
    page.get_by_label("Chi hội trưởng phụ nữ").check()
    write(page, "Ghi sổ hội phí", "Sổ có **hai** cột.")
    write(page, "Kết nạp hội viên", "Ba bước.\n\n- một\n- hai")
    expect(page.locator("[data-preview] strong")).to_have_count(1)  # What is drawn moves the rest.
    expect(page.locator("[data-preview] li")).to_have_count(2)
    is_saved(page)


def reordered(page: Page) -> None:
    """Move the second lecture up by the keyboard, then the other one back by dragging."""
    page.locator("[data-move='-1']").last.focus()
    page.keyboard.press("Enter")
    told = "“Kết nạp hội viên” giờ đứng thứ 1 trên 2."
    expect(page.get_by_text(told)).to_be_attached()
    assert titles(page) == ["Kết nạp hội viên", "Ghi sổ hội phí"]
    drag_up(page, "Ghi sổ hội phí")
    assert titles(page) == ["Ghi sổ hội phí", "Kết nạp hội viên"]
    is_saved(page)


def previewed(page: Page) -> None:
    page.get_by_role("button", name="Xem trước và xuất bản").click()
    telephone = page.frame_locator("iframe.telephone")
    expect(telephone.get_by_role("heading", name="Kết nạp hội viên")).to_be_visible()


def written_without_a_line(page: Page) -> None:
    """Alter a lecture and add another while nothing can be sent."""
    is_ready(page)
    page.context.set_offline(True)
    page.locator("[data-writing] > summary").first.click()
    page.get_by_label("Nội dung").first.fill("Sổ có **ba** cột, chữ chưa kịp gửi.")
    write(page, "Bài soạn lúc mất mạng", "Chữ của bài thứ ba.")
    expect(page.get_by_text("Đang không có mạng.")).to_be_visible()
    is_kept(page)  # On a slow machine that may have been said before all was written.


def test_a_module_is_made_and_survives_a_killed_browser(chromium, live, author, tmp_path):
    with killing.started(chromium, tmp_path) as (context, group):
        page = opened(context, live, author, "/modules")
        begun(page)
        address = page.url.removeprefix(live.address).partition("#")[0]
        reordered(page)
        previewed(page)
        page.get_by_role("link", name="Sửa tiếp").click()
        written_without_a_line(page)
        killing.kill(group)

    with killing.started(chromium, tmp_path) as (context, _group):
        page = opened(context, live, author, address)
        expect(page.get_by_text(BROUGHT_BACK)).to_be_visible()
        is_saved(page)
        assert titles(page)[2] == "Bài soạn lúc mất mạng"

        previewed(page)
        page.get_by_role("button", name="Xuất bản phiên bản 1").click()
        expect(page.get_by_text("Đã xuất bản “Quản lý hội viên”, phiên bản 1.")).to_be_visible()
        page.goto(f"{live.address}/lectures/{_code_of(live, 'Ghi sổ hội phí')}")
        expect(page.get_by_text("Sổ có ba cột, chữ chưa kịp gửi.")).to_be_visible()


def _code_of(live: Live, title: str) -> str:
    with live.here.database.reading() as db:
        return next(one.code for one in catalogue.lectures(db) if one.title == title)


def test_two_windows_keep_their_words_until_she_has_chosen(browse, author):
    context = browse(author)
    first, second = (context.new_page() for _ in range(2))
    first.goto("/modules")
    first.get_by_role("button", name="Soạn chuyên đề mới").click()
    is_ready(first)
    second.goto(first.url)
    is_ready(second)
    for page, words in ((first, "Chữ nơi này"), (second, "Chữ nơi kia")):
        page.get_by_label("Tên chuyên đề").fill(words)
        save(page)
        is_saved(first)

    expect(second.get_by_text(BOTH_KEPT)).to_be_visible()
    assert second.get_by_label("Tên chuyên đề").input_value() == "Chữ nơi kia"
    second.get_by_role("button", name="Giữ chữ ở trang này").click()
    is_saved(second)

    first.get_by_label("Tên chuyên đề").fill("Lại chữ nơi này")
    save(first)
    first.get_by_role("button", name="Lấy bản vừa lưu ở nơi kia").click()
    expect(first.get_by_label("Tên chuyên đề")).to_have_value("Chữ nơi kia")
    is_ready(first)
    goes_on_in_a_new_draft(first, second)


def goes_on_in_a_new_draft(first: Page, second: Page) -> None:
    """Give the draft up in one window while the other still writes."""
    first.get_by_text("Bỏ bản nháp này").click()
    first.get_by_role("button", name="Bỏ hẳn bản nháp").click()
    expect(first.get_by_text("Đã bỏ bản nháp.")).to_be_visible()
    write(second, "Chữ còn ở đây", "Một đoạn.")
    save(second)
    expect(second.get_by_text("Bản nháp này không còn")).to_be_visible()
    second.get_by_role("button", name="Giữ chữ ở trang này").click()

    expect(second.get_by_text(BROUGHT_BACK)).to_be_visible()
    is_saved(second)
    assert titles(second) == ["Chữ còn ở đây"]


def test_who_is_signed_out_meanwhile_keeps_her_words(browse, live, author):
    context = browse(author)
    page = context.new_page()
    page.goto("/modules/SOAN-1/edit")
    is_ready(page)
    page.route("**/draft", lambda route: route.fulfill(body='{"revision":'), times=1)
    page.get_by_label("Về kỹ năng").first.fill("Câu trả lời bị cắt ngang.")
    save(page)
    expect(page.get_by_text("Đang không có mạng.")).to_be_visible()
    save(page)
    is_saved(page)
    context.clear_cookies()

    page.get_by_label("Về kiến thức").first.fill("Nêu được ba loại sổ.")
    save(page)
    expect(
        page.get_by_text("Chữ đã gõ còn trên máy này, sẽ gửi khi đăng nhập lại.")
    ).to_be_visible()
    page.close()
    context.add_cookies([live.cookie_of(author)])
    again = context.new_page()
    again.goto("/modules/SOAN-1/edit")

    expect(again.get_by_text(BROUGHT_BACK)).to_be_visible()
    is_saved(again)
    assert again.get_by_label("Về kiến thức").first.input_value() == "Nêu được ba loại sổ."


@pytest.mark.parametrize("part", ["/SOAN-1/edit?open=soan-bg", "/SOAN-1/preview"])
def test_an_authors_page_has_no_faults_and_is_light(browse, author, part):
    context = browse(author)
    weight = looking.cold_weight(context, f"/modules{part}")
    page = context.new_page()
    page.goto(f"/modules{part}")

    assert weight < MOST_BYTES
    assert looking.faults(page) == []
    assert [width for width in looking.WIDTHS if looking.overflow(page, width) > 0] == []

"""The worker in a real browser: what it shows and hands out without a line, and to whom."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from elearn.accounts import Account
from tests.browser.living import Live
from tests.browser.screening import until
from tests.learning.offline.browser import copies
from tests.learning.offline.browser.keepers import Keeper, is_copy
from tests.learning.offline.browser.lines import State
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

HERE = "Bài đã tải trên máy này"
BYTES = """async ([path, range]) => {
  const answer = await fetch(path, range ? { headers: { Range: range } } : {});
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const told = ["Content-Range", "Content-Length", "Content-Type"];
  return [answer.status, [...bytes], ...told.map((name) => answer.headers.get(name))];
}"""
SIGNED = """async (path) => {
  const lease = await new Promise((done, fail) => {
    const open = indexedDB.open("elearn");
    open.onerror = fail;
    open.onsuccess = () => {
      const get = open.result.transaction("leases").objectStore("leases").get(path.split("/")[2]);
      get.onsuccess = () => { open.result.close(); done(get.result); };
    };
  });
  const part = lease.parts.find(({ name }) => path.endsWith(`/${name}`));
  return [...new Uint8Array(await (await fetch(part.url, { cache: "no-store" })).arrayBuffer())];
}"""


@pytest.fixture(scope="module")
def stranger(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture
def another(keeper: Keeper, learner: Account, stranger: Account) -> Iterator[None]:
    """Somebody else is signed in on her phone for a while."""
    copies.sign_in(keeper.context, keeper.server, stranger)
    yield
    copies.sign_in(keeper.context, keeper.server, learner)


@pytest.fixture
def page(keeper: Keeper) -> Iterator[Page]:
    yield keeper.context.new_page()
    keeper.rest()


def test_a_lecture_that_was_fetched_opens_without_a_line_and_again_and_by_its_own_address(
    keeper, page, film
):
    with keeper.hearing(State.DEAD):
        page.goto(f"/lectures/{film.code}")
        assert is_copy(page, keeper.lease)
        page.reload()
        assert is_copy(page, keeper.lease)
        page.goto(f"/leases/{keeper.lease}")
        assert is_copy(page, keeper.lease)

    def comes_over_the_line() -> bool:  # A server that is slow to answer is helped out by the copy.
        page.goto(f"/lectures/{film.code}")
        return page.locator("[data-player]").is_visible() and not is_copy(page, keeper.lease)

    until(comes_over_the_line)


def test_any_other_page_leads_to_what_is_here(keeper, page):
    with keeper.hearing(State.DEAD):
        for address in ("/", "/lectures/QN-C2", "/nowhere?a=b"):
            page.goto(address)
            expect(page.get_by_role("heading", name=HERE)).to_be_visible()
            expect(page.get_by_text("chưa mở được trang vừa chọn")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
        page.get_by_role("link", name="Xem").click()
        expect(page.locator("[data-player]")).to_be_visible()


def test_from_a_copy_a_link_leads_to_all_that_is_here_as_a_page_that_was_meant(keeper, page, film):
    with keeper.hearing(State.DEAD):
        page.goto(f"/lectures/{film.code}")
        page.get_by_role("link", name="Mọi bài đã tải trên máy này").press("Enter")

        expect(page.get_by_role("link", name="Xem bài này")).to_be_visible()
        expect(page.get_by_text("chưa mở được trang vừa chọn")).to_be_hidden()


def test_nothing_but_her_copies_and_what_names_nobody_is_kept(keeper, page):
    page.goto("/account")
    stores = copies.kept(page)

    assert sorted(stores.pop("elearn.pages")) == [f"/leases/{keeper.lease}", "/offline"]
    assert all(path.startswith("/static/") for paths in stores.values() for path in paths)
    shell = page.evaluate("caches.match('/offline').then((answer) => answer.text())")
    assert "data-person" not in shell
    assert "data-name" not in shell
    assert "data-nobody" not in shell


@pytest.mark.usefixtures("another")
def test_another_person_of_the_phone_gets_nothing_of_hers(keeper, page, film):
    file = f"/leases/{keeper.lease}/files/240p.mp4"
    with keeper.hearing(State.DEAD):
        for address in (f"/lectures/{film.code}", f"/leases/{keeper.lease}"):
            page.goto(address)
            expect(page.get_by_role("heading", name=HERE)).to_be_visible()
            expect(page.locator("[data-list] li")).to_have_count(0)
        assert page.evaluate(f"fetch('{file}').then(() => 'came', () => 'none')") == "none"
    with_a_line = keeper.context.new_page()  # The other one now looks again by itself.
    with_a_line.goto("/account")
    assert with_a_line.evaluate(f"fetch('{file}').then(({{ status }}) => status)") == 404


def test_bytes_come_as_they_are_asked_for(keeper, page):
    page.goto("/account")
    path = f"/leases/{keeper.lease}/files/240p.mp4"
    with keeper.hearing(State.DEAD):
        status, whole, told, length, kind = page.evaluate(BYTES, [path, None])
        size = len(whole)
        assert (status, told, length, kind) == (200, None, str(size), "video/mp4")
        for asked, first, end in [
            ("bytes=0-", 0, size),
            ("bytes=0-0", 0, 1),
            ("bytes=1000-9999", 1000, 10_000),
            (f"bytes={size - 7}-{size + 900}", size - 7, size),
            ("bytes=-500", size - 500, size),
        ]:
            status, part, told, length, _ = page.evaluate(BYTES, [path, asked])
            assert (status, told) == (206, f"bytes {first}-{end - 1}/{size}")
            assert (part, length) == (whole[first:end], str(end - first))
        assert page.evaluate(BYTES, [path, f"bytes={size}-"])[:3] == [416, [], f"bytes */{size}"]
        assert page.evaluate(BYTES, [path, "bytes=9-3"])[0] == 200
    assert page.evaluate(SIGNED, path) == whole


def test_a_proxy_before_a_dead_server_is_heard_only_where_there_is_no_copy(keeper, page, film):
    with keeper.hearing(State.BADLY):
        page.goto(f"/lectures/{film.code}")
        assert is_copy(page, keeper.lease)
        page.goto("/account")
        expect(page.get_by_role("heading", name="Bad Gateway")).to_be_visible()


def test_who_has_a_copy_does_not_wait_for_a_line_that_says_nothing(keeper, page, film):
    with keeper.hearing(State.SILENT):
        page.goto(f"/lectures/{film.code}")
        assert is_copy(page, keeper.lease)


def test_who_has_signed_out_leaves_nothing_that_another_could_see(
    keeper, film, live, phone, stranger
):
    context = phone(stranger)
    copies.fetch_copy(context, film.code)
    page = context.new_page()
    page.goto("/account")
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
    with copies.cut(context):
        for address in ("/", f"/lectures/{film.code}"):
            page.goto(address)
            expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()
            expect(page.locator("[data-list] li")).to_have_count(0)

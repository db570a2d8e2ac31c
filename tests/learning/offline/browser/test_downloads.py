"""Lectures fetched to a phone in Chromium: over lines that break, into phones that fill up."""

import random
import re
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from elearn import clock
from elearn.accounts import Account
from elearn.learning.models import OfflineLease
from elearn.learning.rules import LeaseEnd
from tests.browser import looking
from tests.browser.living import Live
from tests.browser.screening import until
from tests.learning.offline.browser.cutting import Line, line_to
from tests.learning.offline.browser.lying import LOOK
from tests.make import accounts, media
from tests.make import catalogue as teaching

pytestmark = pytest.mark.browser
SIZE = 6_000_000
WAKE = """() => {
  const wake = () => dispatchEvent(new Event("online"));
  const look = ({ data }) => { if (data.error === "line") setTimeout(wake); };
  new BroadcastChannel("elearn").addEventListener("message", look);
}"""
WITHOUT_PIECES = """() => new Promise((done) => {
  indexedDB.open("elearn").onsuccess = ({ target: { result } }) => {
    const change = result.transaction("chunks", "readwrite");
    change.objectStore("chunks").clear();
    change.oncomplete = () => { result.close(); done(); };
  };
})"""
DELIVERED = """() => new Promise((done) => {
  new BroadcastChannel("elearn").addEventListener("message", done);
  new BroadcastChannel("elearn").postMessage({ delivered: true });
})"""
TWO_LECTURES = ("TV-01", "TV-02")


@pytest.fixture(scope="module")
def bytes_of_film() -> bytes:
    return random.Random(9).randbytes(SIZE)


@pytest.fixture(scope="module")
def films(
    live: Live,
    household: object,
    bytes_of_film: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, ...]:
    """Two lectures of a module whose pictures are so many bytes."""
    assert household  # The rules of watching came with it.
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    path.write_bytes(bytes_of_film)
    kept = live.here.store.keep(path)
    with live.here.database.writing() as db:
        file = media.stored_file(db, digest=kept.sha256, size=SIZE)
        made = []
        for code in TWO_LECTURES:
            film = media.medium_version(db, seconds=2700)
            media.rendition(db, film, "240p", file_id=file.id, size_bytes=SIZE)
            media.caption(db, film)
            made.append(
                teaching.lecture(db, code, medium_id=film.medium_id, title=f"Tải về {code}")
            )
        teaching.module(db, "TV", made, title="Chuyên đề tải về")
    return TWO_LECTURES


@pytest.fixture
def learner(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture
def line(live: Live) -> Iterator[Line]:
    with line_to(live.address) as line:
        yield line


@pytest.fixture
def phone(chromium: Browser, live: Live, line: Line, learner: Account) -> Iterator[BrowserContext]:
    """A phone on a line that may break, in which somebody is signed in."""
    context = looking.open_context(chromium, line.address, service_workers="allow")
    sign_in(context, live, learner)
    yield context
    context.close()


def sign_in(context: BrowserContext, live: Live, account: Account) -> None:
    context.add_cookies([live.cookie_of(account)])  # type: ignore[list-item]  # a cookie


def opened(context: BrowserContext, code: str = TWO_LECTURES[0]) -> Page:
    page = context.new_page()
    page.goto(f"/lectures/{code}")
    return page


def fetch(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Tải (về máy|lại), 6 MB")).click()


def is_here(page: Page) -> None:
    expect(page.get_by_text("Đã tải về máy: Video 240p, 6 MB.")).to_be_visible(timeout=30_000)


def lease_of(live: Live, account: Account) -> OfflineLease:
    with live.here.database.reading() as db:
        hers = select(OfflineLease).where(OfflineLease.person_id == account.person_id)
        return db.scalars(hers.order_by(OfflineLease.id.desc()).limit(1)).one()


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
    spoilt = []

    def run_out(route):
        spoilt.append(route.request.url)
        route.fulfill(status=410) if len(spoilt) == 1 else route.continue_()

    phone.route("**/media/files/**/240p.mp4", run_out)
    line.cuts.clear()
    page = opened(phone)
    is_here(page)

    found = page.evaluate(LOOK, "240p.mp4")
    assert found["hex"] == sha256(bytes_of_film).hexdigest()
    assert len(spoilt) > 1
    assert line.down - before < SIZE * 1.3


def test_a_full_phone_says_so_keeps_what_came_and_goes_on_when_there_is_room(films, line, phone):
    page = opened(phone)
    cdp = phone.new_cdp_session(page)
    usage = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    full = {"origin": line.address, "quotaSize": usage + 2_500_000}
    cdp.send("Storage.overrideQuotaForOrigin", full)
    fetch(page)
    expect(page.get_by_text("Máy hết chỗ.")).to_be_visible(timeout=30_000)
    assert looking.faults(page) == []

    cdp.send("Storage.overrideQuotaForOrigin", {"origin": line.address})
    page.get_by_role("button", name="Tải tiếp").click()
    is_here(page)


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
    found = page.evaluate(LOOK, "240p.mp4")
    assert found["kept"] == 0
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.DELETED)
    page.evaluate(DELIVERED)
    expect(page.get_by_role("button", name=re.compile("^Tải về máy"))).to_be_visible()


def test_a_module_is_fetched_one_after_another_and_what_is_there_is_left_alone(films, line, phone):
    page = opened(phone)
    fetch(page)
    is_here(page)
    expect(page.get_by_role("link", name="Đã tải về máy", exact=True)).to_be_visible()
    before = line.down

    page.goto("/modules/TV/download")
    expect(page.get_by_text("Còn 1 bài chưa có trên máy, 6 MB.")).to_be_visible()
    page.get_by_role("button", name="Tải 1 bài, 6 MB").click()
    expect(page.get_by_text("Cả chuyên đề đã ở trên máy.")).to_be_visible(timeout=30_000)

    assert SIZE <= line.down - before < SIZE * 1.2
    assert looking.faults(page) == []
    page.goto("/offline")
    expect(page.get_by_role("link", name="Xem")).to_have_count(2)
    assert looking.faults(page) == []


def test_each_sees_her_own_and_signing_out_takes_hers_along(films, live, phone, learner):
    page = opened(phone)
    fetch(page)
    is_here(page)
    with live.here.database.writing() as db:
        other = accounts.account(db)
    sign_in(phone, live, other)
    page.reload()
    expect(page.get_by_role("button", name=re.compile("^Tải về máy, 6 MB"))).to_be_visible()
    page.goto("/offline")
    expect(page.get_by_text("Chưa có bài nào trên máy.")).to_be_visible()

    sign_in(phone, live, learner)
    page.goto("/account")
    expect(page.get_by_text("Đăng xuất thì bài đã tải trên máy này bị xóa")).to_be_visible()
    page.get_by_role("button", name="Đăng xuất khỏi máy này").click()
    expect(page).to_have_url(re.compile("sign-in"))
    until(lambda: lease_of(live, learner).ended_by is LeaseEnd.SIGNED_OUT)
    assert page.evaluate(LOOK, "240p.mp4")["kept"] == 0


def test_a_lease_that_is_over_takes_its_copy_along_and_says_so(films, phone):
    page = opened(phone)
    fetch(page)
    is_here(page)
    page.clock.set_fixed_time(clock.now() + timedelta(days=40))
    page.reload()

    expect(page.get_by_text(re.compile("Bản tải về đã hết hạn ngày"))).to_be_visible()
    assert page.evaluate(LOOK, "240p.mp4")["kept"] == 0

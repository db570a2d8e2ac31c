"""The worker in a real browser: what it shows without a line, to whom, and how it is renewed."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from elearn.accounts import Account
from elearn.web.assets import DIST
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.learning.offline.browser import copies
from tests.learning.offline.browser.lines import Line, State, line_to
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

HERE = "Bài đã tải trên máy này"
BYTES = """async ([path, range]) => {
  const answer = await fetch(path, range ? { headers: { Range: range } } : {});
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const told = ["Content-Range", "Content-Length", "Content-Type"];
  return [answer.status, [...bytes], ...told.map((name) => answer.headers.get(name))];
}"""

#: What stands in front of a worker that is of another build, and tells so.
NAMED = """addEventListener("message", ({ data, ports }) => {
  if (data.do === "tell") ports[0].postMessage("%s");
});
"""
VERSION = """() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  navigator.serviceWorker.controller.postMessage({ do: "tell" }, [port2]);
  setTimeout(done, 300, null);
})"""
PLAYING = """() => new Promise((done) => {
  const look = () => navigator.locks.query().then(({ held }) => {
    if (held.some(({ name }) => name === "elearn.playing")) done();
    else setTimeout(look, 20);
  });
  look();
})"""
RENEWED = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const found = new Promise((done) => {
    const tell = () => done(registration.installing);
    registration.addEventListener("updatefound", tell, { once: true });
  });
  await registration.update();
  const worker = await found;
  while (worker.state === "installing") {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
}"""
TAKEN_OVER = """async () => {
  const registration = await navigator.serviceWorker.ready;
  const isUnderWay = ({ waiting, installing, active }) =>
    waiting || installing || active.state !== "activated";
  while (isUnderWay(registration)) await new Promise((done) => setTimeout(done, 20));
}"""
SWEPT = """async ([all, last]) => {
  for (;;) {
    const store = await caches.open("elearn.assets");
    const [list] = await (await store.match("/static/lists")).json();
    if (list.includes(last)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}"""
OF_THE_COPY = """async (lease) => {
  const text = await (await caches.match(`/leases/${lease}`)).text();
  return [...new Set(text.match(/\\/static\\/[\\w.-]+\\.(?:js|css)/g))];
}"""
OFFERED = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  Object.assign(event, { prompt: async () => {}, userChoice: new Promise(() => {}) });
  return dispatchEvent(event) === false;
}"""
GONE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  while (await navigator.serviceWorker.getRegistration()) {
    await new Promise((done) => setTimeout(done, 20));
  }
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


@dataclass(frozen=True, slots=True)
class Keeper:
    """A phone with a copy of the film, and the line it hangs on."""

    context: BrowserContext
    lease: str
    line: Line
    server: Live

    @contextmanager
    def hearing(self, state: State) -> Iterator[None]:
        """Have the line be so for a while; where it is dead the browser knows."""
        self.line.turn(state)
        self.context.set_offline(state is State.DEAD)
        yield
        self.line.turn(State.OPEN)
        self.context.set_offline(False)


@pytest.fixture(scope="module")
def keeper(chromium: Browser, live: Live, learner: Account, film: Screening) -> Iterator[Keeper]:
    with line_to(live) as (line, server):
        context = copies.phone_of(chromium, server, learner)
        yield Keeper(context, copies.fetch_copy(context, film.code), line, server)
        context.close()


@pytest.fixture(autouse=True)
def _at_rest(keeper: Keeper) -> Iterator[None]:
    yield
    for page in keeper.context.pages:
        page.close()
    keeper.line.turn(State.OPEN)
    keeper.line.worker = ""
    keeper.context.set_offline(False)


@pytest.fixture
def page(keeper: Keeper) -> Page:
    return keeper.context.new_page()


@pytest.fixture(scope="module")
def built(keeper: Keeper) -> str:
    """The worker of this build."""
    with urlopen(f"{keeper.line.live.address}/worker.js", timeout=10) as answer:
        text: str = answer.read().decode()
    return text


def asset(name: str) -> str:
    """Return the address of a built file."""
    return "/static/" + str(json.loads((DIST / "manifest.json").read_text())[name])


def is_copy(page: Page, lease: str) -> bool:
    """Return whether the page of the copy stands there, with all it is drawn with."""
    drawn = page.evaluate(
        """async () => {
          await document.fonts.ready;
          const icon = document.querySelector("svg.icon use").getAttribute("href");
          const faces = [...document.fonts].filter(({ family }) => family === "Be Vietnam Pro");
          return [
            getComputedStyle(document.querySelector(".top")).display,
            faces.some(({ status }) => status === "loaded"),
            Boolean(document.querySelector(icon)),
            document.querySelector("[data-player]")?.dataset.lease,
          ];
        }"""
    )
    return bool(drawn == ["flex", True, True, lease])


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
    page.goto(f"/lectures/{film.code}")
    expect(page.locator("[data-player]")).to_be_visible()
    assert not is_copy(page, keeper.lease)


def test_any_other_page_leads_to_what_is_here(keeper, page):
    with keeper.hearing(State.DEAD):
        for address in ("/", "/lectures/QN-C2", "/nowhere?a=b"):
            page.goto(address)
            expect(page.get_by_role("heading", name=HERE)).to_be_visible()
            expect(page.get_by_text("chưa mở được trang vừa chọn")).to_be_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
        page.get_by_role("link", name="Xem").click()
        expect(page.locator("[data-player]")).to_be_visible()


def test_nothing_but_her_copies_and_what_names_nobody_is_kept(keeper, page):
    page.goto("/account")
    stores = copies.kept(page)

    assert sorted(stores.pop("elearn.pages")) == [f"/leases/{keeper.lease}", "/offline"]
    assert all(path.startswith("/static/") for paths in stores.values() for path in paths)
    shell = page.evaluate("caches.match('/offline').then((answer) => answer.text())")
    assert "data-person" not in shell
    assert "data-name" not in shell


def test_another_person_of_the_phone_gets_nothing_of_hers(keeper, film, learner, stranger):
    copies.sign_in(keeper.context, keeper.server, stranger)
    page = keeper.context.new_page()
    file = f"/leases/{keeper.lease}/files/240p.mp4"
    with keeper.hearing(State.DEAD):
        for address in (f"/lectures/{film.code}", f"/leases/{keeper.lease}"):
            page.goto(address)
            expect(page.get_by_role("heading", name=HERE)).to_be_visible()
            expect(page.locator("[data-list] li")).to_have_count(0)
        assert page.evaluate(f"fetch('{file}').then(() => 'came', () => 'none')") == "none"
    page.goto("/account")
    assert page.evaluate(f"fetch('{file}').then(({{ status }}) => status)") == 404
    copies.sign_in(keeper.context, keeper.server, learner)


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


def test_a_new_build_takes_over_with_the_next_page_but_not_while_something_plays(
    keeper, page, film, built
):
    page.goto(f"/lectures/{film.code}")
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(PLAYING)
    before = copies.kept(page)

    keeper.line.worker = NAMED % "2" + built
    page.evaluate(RENEWED)
    assert page.evaluate(VERSION) != "2"
    page.get_by_role("button", name="Tạm dừng").click()
    page.goto("/account")
    page.evaluate(TAKEN_OVER)

    assert page.evaluate(VERSION) == "2"
    assert copies.kept(page)["elearn.pages"] == before["elearn.pages"]
    with keeper.hearing(State.DEAD):
        page.goto(f"/lectures/{film.code}")
        assert is_copy(page, keeper.lease)


def test_what_older_builds_were_made_of_goes_unless_a_copy_needs_it(keeper, page, film, built):
    page.goto("/account")
    needed = page.evaluate(OF_THE_COPY, keeper.lease)
    extra = [asset("receipts.js"), asset("ticks.js"), asset("captions.js")]
    for number, address in enumerate(extra, start=3):
        more = built.replace('"assets": [', f'"assets": ["{address}", ', 1)
        keeper.line.worker = NAMED % number + more
        page.evaluate(RENEWED)
        page.goto("/account")
        page.evaluate(TAKEN_OVER)
        page.evaluate(SWEPT, [extra, address])

    kept = copies.kept(page)["elearn.assets"]
    assert extra[0] not in kept
    assert {extra[1], extra[2], *needed} <= set(kept)
    with keeper.hearing(State.DEAD):
        page.goto(f"/lectures/{film.code}")
        assert is_copy(page, keeper.lease)


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


def test_who_has_signed_out_leaves_nothing_that_another_could_see(
    keeper, film, live, phone, stranger
):
    context = phone(stranger)
    copies.fetch_copy(context, film.code)
    page = context.new_page()
    page.goto("/account")
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_label("Tên đăng nhập")).to_be_visible()
    with copies.cut(context):
        for address in ("/", f"/lectures/{film.code}"):
            page.goto(address)
            expect(page.get_by_text("Chưa đăng nhập trên máy này.")).to_be_visible()
            expect(page.locator("[data-list] li")).to_have_count(0)


def test_a_worker_that_was_withdrawn_goes_and_takes_nothing_with_it(keeper, page):
    page.goto("/worker.js")  # No page brings it back from there, as none does once it is withdrawn.
    before = copies.kept(page)
    keeper.line.worker = (DIST / "withdrawn.js").read_text()
    page.evaluate(GONE)
    page.goto("/sign-in")

    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert copies.kept(page) == before

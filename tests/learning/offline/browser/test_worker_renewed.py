"""Another build's worker takes over in a real browser, and one that was withdrawn goes."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest

from elearn.accounts import Account
from elearn.web.assets import DIST
from tests.browser.living import Live
from tests.browser.screening import Screening, held, until
from tests.learning.offline.browser import copies, witnesses
from tests.learning.offline.browser.lines import Line, State, line_to
from tests.learning.offline.browser.unwatched import Tab, tab_at
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

MOST_PAGES = 5
#: What stands in front of a worker that is of another build, and tells so.
NAMED = """addEventListener("message", ({ data, ports }) => {
  if (data.do === "tell") ports[0].postMessage("%s");
});
"""
PRESS = """async (words) => {
  const isIt = (one) => (one.ariaLabel ?? one.textContent.trim()).startsWith(words);
  const found = () => [...document.querySelectorAll("button")].find(
    (one) => isIt(one) && one.checkVisibility()
  );
  while (!found()) await new Promise((done) => setTimeout(done, 20));
  found().click();
}"""
SAID = """async (words) => {
  const isSaid = () => document.body.innerText.includes(words);
  while (!isSaid()) await new Promise((done) => setTimeout(done, 20));
}"""
VERSION = """() => new Promise((done) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => done(data);
  navigator.serviceWorker.controller.postMessage({ do: "tell" }, [port2]);
  setTimeout(done, 300, null);
})"""
PLAYING = """async () => {
  const isHeld = ({ held }) => held.some(({ name }) => name === "elearn.playing");
  while (!isHeld(await navigator.locks.query())) await new Promise((done) => setTimeout(done, 20));
}"""
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
SWEPT = """async (last) => {
  for (;;) {
    const store = await caches.open("elearn.assets");
    const [list] = await (await store.match("/static/lists")).json();
    if (list.includes(last)) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}"""
LEASE = """async () => {
  const kept = await (await caches.open("elearn.pages")).keys();
  return kept.map(({ url }) => new URL(url).pathname).find((path) => path.startsWith("/leases/"));
}"""
OF_THE_COPY = """async (address) => {
  const text = await (await caches.match(address)).text();
  return [...new Set(text.match(/\\/static\\/[\\w.-]+\\.(?:js|css)/g))];
}"""
IS_COPY = (
    """(address) => address.endsWith(document.querySelector("[data-player]")?.dataset.lease)"""
)
GONE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  while (await navigator.serviceWorker.getRegistration()) {
    await new Promise((done) => setTimeout(done, 20));
  }
}"""


@pytest.fixture(scope="module")
def her(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture(scope="module")
def line(live: Live) -> Iterator[Line]:
    with line_to(live) as (line, _):
        yield line


@pytest.fixture(scope="module")
def phone(
    line: Line, her: Account, film: Screening, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tab]:
    """Her phone, with a copy of the film."""
    with tab_at(line.address, tmp_path_factory.mktemp("phone")) as tab:
        tab.enter(line.live.cookie_of(her) | {"url": line.address})
        tab.goto("/account")
        tab.evaluate(copies.WORKER)
        tab.goto(f"/lectures/{film.code}")
        tab.evaluate(PRESS, "Tải về máy")
        tab.evaluate(SAID, "Đã tải về máy:")
        yield tab


@pytest.fixture
def tab(phone: Tab, line: Line) -> Iterator[Tab]:
    yield phone
    line.worker = ""
    line.turn(State.OPEN)


@pytest.fixture(scope="module")
def built(live: Live) -> str:
    """The worker of this build."""
    with urlopen(f"{live.address}/worker.js", timeout=10) as answer:
        text: str = answer.read().decode()
    return text


def asset(name: str) -> str:
    """Return the address of a built file."""
    return "/static/" + str(json.loads((DIST / "manifest.json").read_text())[name])


def renew(tab: Tab, line: Line, name: str, worker: str) -> None:
    """Have the browser find a worker of another build, and wait until it is ready to begin."""
    line.worker = NAMED % name + worker
    tab.evaluate(RENEWED)


def take_over(tab: Tab, name: str) -> None:
    """Open pages until that worker has begun; the browser may let the one before end its work."""
    for _ in range(MOST_PAGES):
        tab.goto("/account")
        if tab.evaluate(VERSION) == name:
            return
    raise AssertionError(f"the worker {name} has not taken over")


def test_a_new_build_takes_over_with_the_next_page_but_not_while_something_plays(
    tab, line, film, her, built
):
    lease = tab.evaluate(LEASE)
    tab.goto(f"/lectures/{film.code}")
    tab.evaluate(PRESS, "Phát")
    tab.evaluate(PLAYING)
    before = tab.evaluate(copies.KEPT)

    renew(tab, line, "2", built)
    assert tab.evaluate(VERSION) != "2"
    tab.evaluate(PRESS, "Tạm dừng")
    take_over(tab, "2")

    assert tab.evaluate(copies.KEPT)["elearn.pages"] == before["elearn.pages"]
    line.turn(State.DEAD)
    tab.goto(f"/lectures/{film.code}")
    assert tab.evaluate(IS_COPY, lease)
    tab.evaluate(PRESS, "Phát")
    tab.evaluate(witnesses.REACHED, 2.3)
    tab.evaluate(PRESS, "Tạm dừng")
    line.turn(State.OPEN)
    tab.goto("/account")
    until(lambda: held(line.live, her, film) == [(0, 2)])


def test_what_older_builds_were_made_of_goes_unless_a_copy_needs_it(tab, line, film, built):
    lease = tab.evaluate(LEASE)
    tab.goto("/account")
    needed = tab.evaluate(OF_THE_COPY, lease)
    extra = [asset("receipts.js"), asset("ticks.js"), asset("captions.js")]
    for number, address in enumerate(extra, start=3):
        more = built.replace('"assets": [', f'"assets": ["{address}", ', 1)
        renew(tab, line, str(number), more)
        take_over(tab, str(number))
        tab.evaluate(SWEPT, address)

    kept = tab.evaluate(copies.KEPT)["elearn.assets"]
    assert extra[0] not in kept
    assert {extra[1], extra[2], *needed} <= set(kept)
    line.turn(State.DEAD)
    tab.goto(f"/lectures/{film.code}")
    assert tab.evaluate(IS_COPY, lease)


def test_a_worker_that_was_withdrawn_goes_and_takes_nothing_with_it(tab, line):
    tab.goto("/worker.js")  # No page brings it back from there, as none does once it is withdrawn.
    before = tab.evaluate(copies.KEPT)
    line.worker = (DIST / "withdrawn.js").read_text()
    tab.evaluate(GONE)
    tab.goto("/sign-in")

    assert tab.evaluate("() => navigator.serviceWorker.controller === null")
    assert tab.evaluate(copies.KEPT) == before

    line.worker = ""  # And it comes back with the next page.
    tab.goto("/account")
    tab.evaluate(copies.WORKER)

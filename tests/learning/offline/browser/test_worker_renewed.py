"""Another build's worker takes over in a real browser, and one that was withdrawn goes."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from elearn.web.assets import DIST
from tests.learning.offline.browser import copies
from tests.learning.offline.browser.keepers import Keeper, is_copy
from tests.learning.offline.browser.lines import State

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

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
GONE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  while (await navigator.serviceWorker.getRegistration()) {
    await new Promise((done) => setTimeout(done, 20));
  }
}"""


@pytest.fixture
def page(keeper: Keeper) -> Iterator[Page]:
    yield keeper.context.new_page()
    keeper.rest()


@pytest.fixture(scope="module")
def built(keeper: Keeper) -> str:
    """The worker of this build."""
    with urlopen(f"{keeper.line.live.address}/worker.js", timeout=10) as answer:
        text: str = answer.read().decode()
    return text


def asset(name: str) -> str:
    """Return the address of a built file."""
    return "/static/" + str(json.loads((DIST / "manifest.json").read_text())[name])


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


def test_a_worker_that_was_withdrawn_goes_and_takes_nothing_with_it(keeper, page):
    page.goto("/worker.js")  # No page brings it back from there, as none does once it is withdrawn.
    before = copies.kept(page)
    keeper.line.worker = (DIST / "withdrawn.js").read_text()
    page.evaluate(GONE)
    page.goto("/sign-in")

    assert page.evaluate("navigator.serviceWorker.controller") is None
    assert copies.kept(page) == before

    keeper.line.worker = ""  # And it comes back with the next page.
    page.goto("/account")
    page.evaluate(copies.WORKER)

"""Another build's worker takes over in a real browser, and one that was withdrawn goes."""

import json
from urllib.request import urlopen

import pytest

from elearn.web.assets import DIST
from tests.browser.living import Live
from tests.browser.screening import holds, until
from tests.learning.offline.browser import copies
from tests.learning.offline.browser.lines import Line, State
from tests.learning.offline.browser.unwatched import Tab

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]

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
SLOWLY = """() => {
  const video = document.querySelector("video");
  video.defaultPlaybackRate = video.playbackRate = 1 / 16;
}"""
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
SWEPT = """async (address) => {
  while (await caches.match(address)) await new Promise((done) => setTimeout(done, 20));
}"""
LEASE = """async () => {
  const kept = await (await caches.open("elearn.pages")).keys();
  return kept.map(({ url }) => new URL(url).pathname).find((path) => path.startsWith("/leases/"));
}"""
OF_THE_COPY = """async (address) => {
  const text = await (await caches.match(address)).text();
  return [...new Set(text.match(/\\/static\\/[\\w.-]+\\.(?:js|css)/g))];
}"""
IS_COPY = """(address) => {
  return address.endsWith(document.querySelector("[data-player]")?.dataset.lease);
}"""
GONE = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  while (await navigator.serviceWorker.getRegistration()) {
    await new Promise((done) => setTimeout(done, 20));
  }
}"""


@pytest.fixture(scope="module")
def built(live: Live) -> str:
    """The worker of this build."""
    with urlopen(f"{live.address}/worker.js", timeout=60) as answer:
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

    def has_begun() -> bool:
        tab.goto("/account")
        return bool(tab.evaluate(VERSION) == name)

    until(has_begun)


@pytest.mark.database  # What was played comes home whichever it is; the rest is the browser's.
def test_a_new_build_takes_over_with_the_next_page_but_not_while_something_plays(
    tab, line, film, owner, built
):
    lease = tab.evaluate(LEASE)
    tab.goto(f"/lectures/{film.code}")
    tab.evaluate(SLOWLY)  # As long as another worker may need.
    tab.begin(4)
    tab.evaluate(PLAYING)
    before = tab.evaluate(copies.KEPT)

    renew(tab, line, "2", built)
    assert tab.evaluate(VERSION) != "2"
    tab.press("Tạm dừng")
    take_over(tab, "2")

    assert tab.evaluate(copies.KEPT)["elearn.pages"] == before["elearn.pages"]
    line.turn(State.DEAD)
    tab.goto(f"/lectures/{film.code}")
    assert tab.evaluate(IS_COPY, lease)
    tab.play(0, 2.3)
    assert not holds(line.live, owner, film, range(2))
    line.turn(State.OPEN)
    tab.goto("/account")
    until(lambda: holds(line.live, owner, film, range(2)))


def test_what_older_builds_were_made_of_goes_unless_a_copy_needs_it(tab, line, film, built):
    lease = tab.evaluate(LEASE)
    tab.goto("/account")
    needed = tab.evaluate(OF_THE_COPY, lease)
    extra = [asset("receipts.js"), asset("ticks.js"), asset("captions.js")]
    for number, address in enumerate(extra, start=3):
        more = built.replace('"assets": [', f'"assets": ["{address}", ', 1)
        renew(tab, line, str(number), more)
        take_over(tab, str(number))
    tab.evaluate(SWEPT, extra[0])

    kept = tab.evaluate(copies.KEPT)["elearn.assets"]
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

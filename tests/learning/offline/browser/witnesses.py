"""What a browser itself says that it played, page by page; our player has no hand in it."""

from playwright.sync_api import Page

from tests.browser.screening import Screening

WITNESS = """
  let last = [];
  const film = () => document.querySelector("video");
  const played = () => {
    const { played } = film() ?? { played: [] };
    return Array.from({ length: played.length }, (_, n) => [played.start(n), played.end(n)]);
  };
  const before = () => JSON.parse(sessionStorage.getItem("witness") ?? "[]");
  const keep = (ranges) => {
    sessionStorage.setItem("witness", JSON.stringify([...before(), ...ranges]));
  };
  window.witness = () => [...before(), ...last, ...played()];
  for (const name of ["timeupdate", "pause"]) {
    addEventListener(name, () => { last = played(); }, true);
  }
  addEventListener("emptied", () => { keep(last); last = []; }, true);
  addEventListener("pagehide", () => keep(played()));
"""
REACHED = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => video.currentTime >= second && !video.paused && done(video.currentTime);
  video.addEventListener("timeupdate", look);
  look();
})"""
PIECES = """() => new Promise((done) => {
  indexedDB.open("elearn").onsuccess = ({ target: { result: db } }) => {
    db.transaction("chunks").objectStore("chunks").count().onsuccess = ({ target }) => {
      db.close();
      done(target.result);
    };
  };
})"""
WRITTEN = """(least) => new Promise((done) => {
  const look = async () => {
    const db = await new Promise((opened) => {
      indexedDB.open("elearn").onsuccess = ({ target }) => opened(target.result);
    });
    db.transaction("queue").objectStore("queue").getAll().onsuccess = ({ target }) => {
      db.close();
      const [first] = target.result;
      if (first?.ranges.at(-1)[1] >= (least ?? 0)) done(first.ranges);
      else setTimeout(look, 50);
    };
  };
  look();
})"""


def play(page: Page, second: float) -> None:
    """Press play, and wait until it has come to a second."""
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(REACHED, second)


def pause(page: Page) -> None:
    page.get_by_role("button", name="Tạm dừng").click()


def witnessed(page: Page, film: Screening) -> list[tuple[int, int]]:
    """Return the stretches of whole seconds that were played from beginning to end."""
    ranges = page.evaluate("window.witness()")
    seconds = [
        k
        for k in range(film.seconds)
        if any(start <= k + 0.1 and end >= k + 1 for start, end in ranges)
    ]
    found: list[tuple[int, int]] = []
    for k in seconds:
        start = found.pop()[0] if found and found[-1][1] == k else k
        found.append((start, k + 1))
    return found

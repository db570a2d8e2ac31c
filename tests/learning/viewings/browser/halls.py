"""What happens before a screen: it is opened and plays, and what became of that at the server."""

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Page, expect
from sqlalchemy import select

from elearn import learning
from elearn.accounts import Account
from elearn.learning.viewings.models import SharedStretch, SharedStretchPerson
from tests.browser.living import Live
from tests.browser.screening import Screening

AM, DUNG, DAO, UYEN = NAMES = (
    "Hà Thị Ấm",
    "Vũ Thị Dung",
    "Trần Thị Đào",
    "Đinh Thị Mỹ Uyên",
)
_WHOLE = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => video.buffered.length && video.buffered.end(0) > second && done(true);
  video.addEventListener("progress", look);
  look();
})"""
#: Plays on to a second and stops there, however slow the machine is at what comes next. Who listens
#: for the pause has heard of it before this is done.
_PLAYED_TO = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => {
    if (video.ended) done(video.currentTime);
    if (video.currentTime < second) return;
    video.removeEventListener("timeupdate", look);
    video.addEventListener("pause", () => done(video.currentTime), { once: true });
    video.pause();
  };
  video.addEventListener("timeupdate", look);
  look();
})"""


@dataclass(frozen=True, slots=True)
class Hall:
    """The chair of a commune, and four who hold posts there, by name."""

    chair: Account
    sitters: dict[str, Account]


def open_viewing(page: Page, live: Live, film: Screening) -> None:
    """Go the way of a chair: from the lecture to its shared viewing."""
    page.goto(f"{live.address}/lectures/{film.code}")
    page.get_by_role("link", name="Xem chung với chi hội").click()
    page.get_by_label("Xem ở đâu").fill("Nhà văn hóa thôn Đồng Phú")
    page.get_by_role("button", name="Mở buổi xem này").click()
    expect(page.get_by_role("heading", name="Có mặt 0/60")).to_be_visible()


def play_to(page: Page, second: float) -> float:
    """Press play, and stop at a second; return where it stands: a busy machine stops late."""
    page.get_by_role("button", name="Phát", exact=True).click()
    stopped: float = page.evaluate(_PLAYED_TO, second)
    return stopped


def have_all(page: Page, film: Screening) -> None:
    """Wait until all of the film has come."""
    page.evaluate(_WHOLE, film.seconds - 0.5)


def pairs(
    stretches: Iterable[tuple[Iterable[int], Iterable[tuple[int, int]]]],
) -> set[tuple[int, int]]:
    """Return who sat there in which second, by [who sat there, what was played] of each stretch."""
    return {
        (who, k)
        for present, ranges in stretches
        for who in present
        for a, b in ranges
        for k in range(a, b)
    }


def on_record(live: Live, hall: Hall) -> set[tuple[int, int]]:
    """Return who sat there in which second, as the server has it."""
    here = [one.person_id for one in hall.sitters.values()]
    one, who = SharedStretch, SharedStretchPerson
    sat = select(who.person_id, one.played).join(
        one, (one.viewing_id == who.viewing_id) & (one.number == who.number)
    )
    sat = sat.where(who.person_id.in_(here))
    with live.here.database.reading() as db:
        rows = db.execute(sat).all()
    return pairs([((key,), learning.Seconds.from_bytes(bits).ranges()) for key, bits in rows])

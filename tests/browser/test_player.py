"""The main line in a real browser: she watches, leaves, and goes on elsewhere."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select

from elearn import clock, learning, media
from elearn.accounts import Account
from elearn.media import service
from tests.browser import looking
from tests.browser import screening as screenings
from tests.browser.living import Live
from tests.browser.screening import Screening, held, until
from tests.make import accounts

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]
#: What the server is to keep, it is to keep in each database; a key or a panel is drawn by none.
on_each_database = pytest.mark.database

REACHED = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => video.currentTime >= second && done(video.currentTime);
  video.addEventListener("timeupdate", look);
  look();
})"""
ENDED = """() => new Promise((done) => {
  const video = document.querySelector("video");
  if (video.ended) done(true);
  video.addEventListener("ended", () => done(true));
})"""
JUMP = """(second) => {
  const video = document.querySelector("video");
  const left = video.currentTime;
  video.currentTime = second;
  return left;
}"""
COUNT_STALLS = """
  window.stalls = 0;
  addEventListener("waiting", () => { window.stalls += 1; }, true);
"""


def stalls(page: Page) -> int:
    """Return how often the picture had to wait: on a busy machine each may cost a second."""
    found: int = page.evaluate("window.stalls")
    return found


@pytest.fixture(scope="module")
def film(live: Live, household: object, tmp_path_factory: pytest.TempPathFactory) -> Screening:
    assert household  # The rules of watching came with it.
    own = screenings.hand_in(live, tmp_path_factory.mktemp("film"))  # It is given slides here.
    return screenings.put_up(live, own, "HV-01")


@pytest.fixture
def learner(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture
def watch(browse: Callable[..., object], film: Screening, learner: Account) -> Callable[[], Page]:
    """`watch()` opens the lecture on one more device of the learner and presses play.

    The server knows of it then: what is played goes out at once, not with the next visit.
    """

    def enter() -> Page:
        page: Page = browse(learner).new_page()  # type: ignore[attr-defined]  # a context
        page.add_init_script(COUNT_STALLS)
        page.goto(f"/lectures/{film.code}")
        with page.expect_response("**/watching"):
            page.get_by_role("button", name="Phát", exact=True).click()
        return page

    return enter


def count(live: Live, account: Account, film: Screening) -> int:
    """Return how many seconds the server holds."""
    return sum(end - start for start, end in held(live, account, film))


@on_each_database
def test_another_device_goes_on_where_the_first_was_left_until_the_lecture_counts(
    live, film, learner, watch
):
    first = watch()
    first.evaluate(REACHED, 2.2)
    lost = stalls(first)
    first.goto("/worker.js")  # A page that is closed has half a second to say what it played.
    until(lambda: count(live, learner, film) >= 2 - lost)
    [*_, (_, left)] = held(live, learner, film)

    second = watch()
    second.evaluate(ENDED)

    began = second.evaluate("document.querySelector('video').played.start(0)")
    assert abs(began - left) <= 0.5 + lost
    expect(second.get_by_text("Bài này đã được tính là đã xem.", exact=True)).to_be_visible()
    until(lambda: count(live, learner, film) >= film.seconds - lost - stalls(second))
    assert held(live, learner, film)[-1][1] == film.seconds


@on_each_database
def test_jumping_to_the_end_leaves_the_middle_unwatched(live, film, learner, watch):
    page = watch()
    page.evaluate(REACHED, 1.2)

    left = page.evaluate(JUMP, film.seconds - 2)
    page.evaluate(ENDED)

    until(lambda: any(end == film.seconds for _, end in held(live, learner, film)))
    stretches = held(live, learner, film)
    assert all(end <= left or start >= film.seconds - 2 for start, end in stretches)


@on_each_database
def test_what_was_played_before_a_session_could_be_opened_is_sent_at_the_next_visit(
    live, film, learner, browse
):
    context = browse(learner)
    context.route("**/watching", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"/lectures/{film.code}")
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(REACHED, 2.2)
    page.close()
    assert held(live, learner, film) == []

    context.unroute("**/watching")
    again = context.new_page()
    again.goto(f"/lectures/{film.code}")

    expect(again.get_by_text("Có mạng là tự gửi.")).to_be_hidden()
    until(lambda: _claimed(live, learner) >= 1)


def _claimed(live: Live, account: Account) -> int:
    """Return how many seconds a person's players have claimed, credited or not yet."""
    with live.here.database.reading() as db:
        hers = select(learning.WatchEvidence.claimed).join(
            learning.WatchSession,
            learning.WatchSession.id == learning.WatchEvidence.watch_session_id,
        )
        rows = db.scalars(hers.where(learning.WatchSession.person_id == account.person_id))
        return sum(len(learning.Seconds.from_bytes(row)) for row in rows)


@on_each_database
def test_what_was_watched_without_a_line_is_sent_when_it_is_back(live, film, learner, watch):
    page = watch()
    page.evaluate(REACHED, 1.2)

    page.context.set_offline(True)
    page.evaluate(REACHED, 3.2)
    page.get_by_role("button", name="Tạm dừng").click()
    expect(page.get_by_text("Có mạng là tự gửi.")).to_be_visible()
    before = count(live, learner, film)
    page.context.set_offline(False)

    until(lambda: count(live, learner, film) > before)
    expect(page.get_by_text("Có mạng là tự gửi.")).to_be_hidden()
    until(lambda: count(live, learner, film) >= 3 - stalls(page))


@on_each_database
def test_a_busy_server_is_left_alone_over_a_reload_and_loses_nothing(live, film, learner, watch):
    page, asked = watch(), []

    def turn_away(route: Route) -> None:
        asked.append(route.request.post_data_json)
        headers = {"Retry-After": "30", "Content-Type": "application/json"}
        route.fulfill(status=503, headers=headers, body='{"interval": 30}')

    page.context.route("**/watching/reports", turn_away)
    page.evaluate(REACHED, 1.2)
    page.get_by_role("button", name="Tạm dừng").click()
    expect(page.get_by_text("Máy chủ đang đông người; máy này sẽ tự gửi")).to_be_visible()
    page.reload()

    expect(page.get_by_text("Máy chủ đang đông người; máy này sẽ tự gửi")).to_be_visible()
    assert len(asked) == 1
    page.context.unroute("**/watching/reports")
    page.evaluate("localStorage.removeItem('elearn.pace')")
    page.reload()
    until(lambda: _claimed(live, learner) >= 1)


@on_each_database
def test_slides_change_at_their_time_to_the_sound_and_fill_the_same_map(
    live, film, learner, browse
):
    with live.here.database.writing() as db:
        version = media.version_by_id(db, film.version_id)
        shown = [(at, service.picture_at(version, live.here.store, at)) for at in (0, 1500)]
        service.publish_slides(db, version, shown, now=clock.now())
    page = browse(learner).new_page()
    page.goto(f"/lectures/{film.code}")
    page.get_by_label("Trang chiếu + tiếng").check()
    picture = page.locator("[data-slide]")
    first = page.locator("[data-slides] img").first.get_attribute("src")
    expect(picture).to_have_attribute("src", re.compile(re.escape(first)))

    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(REACHED, 2.2)

    expect(picture).to_have_attribute("src", re.compile(shown[1][1].sha256))
    assert page.evaluate("document.querySelector('video').videoWidth") == 0
    page.get_by_role("button", name="Tạm dừng").click()
    until(lambda: count(live, learner, film) >= 1)
    with live.here.database.reading() as db:
        assert set(db.scalars(select(learning.WatchEvidence.form))) >= {learning.Form.SLIDES}


def test_the_player_is_used_by_the_keyboard_alone_and_plays_what_is_missing(film, learner, browse):
    page = browse(learner).new_page()
    page.goto(f"/lectures/{film.code}")
    page.keyboard.press(" ")
    page.evaluate(REACHED, 1.2)
    page.keyboard.press("9")
    page.evaluate(ENDED)

    page.get_by_role("button", name="Xem phần còn thiếu").press("Enter")
    expect(page.locator("[data-counts=enough]")).to_be_visible()


def test_its_choices_have_no_faults_and_keys_of_one_letter_can_be_taken_back(film, learner, browse):
    page = browse(learner).new_page()
    page.goto(f"/lectures/{film.code}")
    gear = page.get_by_role("button", name="Tốc độ, phụ đề, âm lượng")
    gear.press("Enter")
    page.get_by_label("1×").press("ArrowRight")
    assert page.evaluate("document.querySelector('video').playbackRate") == 1.25
    assert looking.faults(page) == []
    page.keyboard.press("Escape")
    expect(gear).to_be_focused()

    page.keyboard.press("m")
    silent = page.get_by_role("button", name="Tắt tiếng", include_hidden=True)
    expect(silent).to_have_attribute("aria-pressed", "true")

    page.keyboard.press("?")
    page.get_by_label("Dùng các phím chữ, số và dấu").press(" ")
    page.keyboard.press("Escape")
    page.keyboard.press("m")

    expect(silent).to_have_attribute("aria-pressed", "true")

"""One screen and many before it: who comes late, who leaves, a line that is away, the statement."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from elearn import learning
from elearn.learning.viewings.models import SharedStretch, SharedStretchPerson
from elearn.people import Person
from tests.browser import looking
from tests.browser import screening as screenings
from tests.browser.screening import held
from tests.browser.test_player import ENDED
from tests.make import accounts, areas, people

pytestmark = [pytest.mark.browser, pytest.mark.database, pytest.mark.ffmpeg]

HALL = {"width": 1280, "height": 800}
WHOLE = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => video.buffered.length && video.buffered.end(0) > second && done(true);
  video.addEventListener("progress", look);
  look();
})"""
#: Plays on to a second and stops there, however slow the machine is at what comes next.
PLAYED_TO = """(second) => new Promise((done) => {
  const video = document.querySelector("video");
  const look = () => {
    if (video.currentTime < second) return;
    video.removeEventListener("timeupdate", look);
    video.pause();
    done(true);
  };
  video.addEventListener("timeupdate", look);
  look();
})"""
#: What the page has written down: [who sat there, what was played] of each stretch.
WRITTEN = """() => Object.entries(localStorage)
  .filter(([name]) => /^elearn\\.viewing\\..*\\.stretch\\./.test(name))
  .map(([, value]) => JSON.parse(value)).map(({ present, ranges }) => [present, ranges])"""
AM, DUNG, DAO, UYEN = NAMES = (
    "Hà Thị Ấm",
    "Vũ Thị Dung",
    "Trần Thị Đào",
    "Đinh Thị Mỹ Uyên",
)


@pytest.fixture(scope="module")
def film(live, household, tmp_path_factory):
    assert household  # The rules of watching came with it.
    return screenings.put_up(live, tmp_path_factory.mktemp("hall"), "HV-02")


@pytest.fixture
def hall(live):
    """The chair of a commune, and four who hold posts there, by name."""
    with live.here.database.writing() as db:
        learning.load_rules(db)
        commune = areas.area(db)
        unit = people.org_unit(db, at=commune)
        chair = accounts.account(db)
        accounts.role_grant(db, chair, area_id=commune.id)
        sitters = {name: accounts.account(db, accounts.person(db, name)) for name in NAMES}
        for one in sitters.values():
            people.tenure(db, db.get_one(Person, one.person_id), at=unit)
    return chair, sitters


@pytest.fixture
def screen(chromium, live, hall):
    """The chair's laptop, with a projector."""
    chair, _ = hall
    laptop = looking.open_context(chromium, live.address, viewport=HALL)
    laptop.add_cookies([live.cookie_of(chair)])
    yield laptop.new_page()
    laptop.close()


def test_who_sat_there_is_credited_with_what_was_played_before_her_though_the_line_was_away(
    live, film, hall, screen
):
    page, (_, sitters) = screen, hall
    _open(page, film)
    _play(page, film)
    played = _come_and_go_without_a_line(page)
    played |= _finish_after_a_reload(page)
    _end_without_a_line(page)

    expect(page.get_by_role("heading", name="Ai đã ngồi xem, từ lúc nào?")).to_be_visible()
    assert looking.faults(page) == []
    assert _on_record(live) == played
    page.get_by_label(DUNG).uncheck()
    page.get_by_role("button", name="Xác nhận 2 người đã có mặt").click()
    expect(page.get_by_role("heading", name="Đã tính cho 2 người")).to_be_visible()
    assert looking.faults(page) == []
    for name in (AM, UYEN):
        who = sitters[name].person_id
        counted = {k for start, end in held(live, sitters[name], film) for k in range(start, end)}
        assert counted == {k for one, k in played if one == who}
    assert not any(held(live, sitters[name], film) for name in (DUNG, DAO))


def _open(page: Page, film: screenings.Screening) -> None:
    """Go the way of a chair: from the lecture to its shared viewing."""
    page.goto(f"/lectures/{film.code}")
    page.get_by_role("link", name="Xem chung với chi hội").click()
    page.get_by_label("Xem ở đâu").fill("Nhà văn hóa thôn Đồng Phú")
    page.get_by_role("button", name="Mở buổi xem này").click()
    expect(page.get_by_role("heading", name="Có mặt 0/60")).to_be_visible()


def _play(page: Page, film: screenings.Screening) -> None:
    """Play before two, until all of the film has come."""
    page.get_by_label(AM).check()
    page.get_by_label(DUNG).press(" ")
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(PLAYED_TO, 1.2)
    page.evaluate(WHOLE, film.seconds - 0.5)


def _come_and_go_without_a_line(page: Page) -> set[tuple[int, int]]:
    """Have one come late and one leave, and one ticked by mistake, in full screen."""
    page.context.set_offline(True)
    page.get_by_role("button", name="Toàn màn hình").click()
    expect(page.get_by_role("button", name="Thôi toàn màn hình")).to_be_visible()
    page.get_by_label("Tìm theo tên").fill("dinh uy")
    expect(page.get_by_label(DAO)).to_be_hidden()
    page.get_by_label(UYEN).check()
    page.get_by_label("Tìm theo tên").fill("")
    page.get_by_label(DAO).check()
    page.get_by_role("button", name="Lấy lại").click()
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(PLAYED_TO, 3.2)
    page.get_by_label(AM).uncheck()
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(PLAYED_TO, 4.2)
    page.evaluate("document.exitFullscreen()")
    expect(page.get_by_text("Không có mạng, cứ chiếu tiếp.")).to_be_visible()
    page.context.set_offline(False)
    return _written(page)


def _finish_after_a_reload(page: Page) -> set[tuple[int, int]]:
    """Play the rest on a new page, before those who were there."""
    page.reload()
    expect(page.get_by_role("heading", name="Có mặt 2/60")).to_be_visible()
    expect(page.get_by_label(DUNG)).to_be_checked()
    page.get_by_role("button", name="Phát", exact=True).click()
    page.evaluate(ENDED)
    page.context.set_offline(True)
    return _written(page)


def _end_without_a_line(page: Page) -> None:
    page.get_by_role("button", name="Kết thúc buổi xem").click()
    page.get_by_role("button", name="Kết thúc và rà lại").click()
    expect(page.get_by_text("chưa kết thúc được ở máy chủ")).to_be_visible()
    page.context.set_offline(False)


def _written(page: Page) -> set[tuple[int, int]]:
    """Return who sat there in which second, as far as the page has it still."""
    return _pairs(page.evaluate(WRITTEN))


def _pairs(stretches) -> set[tuple[int, int]]:
    return {
        (who, k)
        for present, ranges in stretches
        for who in present
        for a, b in ranges
        for k in range(a, b)
    }


def _on_record(live) -> set[tuple[int, int]]:
    """Return who sat there in which second, as the server has it."""
    one, who = SharedStretch, SharedStretchPerson
    sat = select(who.person_id, one.played).join(
        one, (one.viewing_id == who.viewing_id) & (one.number == who.number)
    )
    with live.here.database.reading() as db:
        rows = db.execute(sat).all()
    return _pairs([[[key], learning.Seconds.from_bytes(bits).ranges()] for key, bits in rows])

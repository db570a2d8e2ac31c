"""Captions written beside the player in a real browser, by the keyboard alone."""

import subprocess

import pytest
from playwright.sync_api import expect

from elearn import clock, media
from elearn.media import MediumVersion
from elearn.storage import remember
from tests.browser import looking
from tests.browser.screening import until
from tests.make import media as make

pytestmark = [pytest.mark.browser, pytest.mark.ffmpeg]
VTT = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nChào các chị.\n\n"
    "00:00:05.000 --> 00:00:09.000\nHết bài.\n"
)
LOADED = """() => new Promise((done) => {
  const video = document.querySelector("video");
  if (video.readyState > 1) done();
  else video.addEventListener("loadeddata", () => done(), { once: true });
})"""
SEEK = "second => { document.querySelector('video').currentTime = second }"
SEEN = """() => {
  const track = [...document.querySelector("video").textTracks].at(-1);
  return [...track.activeCues].at(-1)?.text;
}"""


@pytest.fixture(scope="module")
def film(live, household, tmp_path_factory) -> MediumVersion:
    """A film of ten seconds of the instructor's, with captions."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    picture = ("-f", "lavfi", "-i", "testsrc=d=10:s=64x48:r=5")
    tail = ("-pix_fmt", "yuv420p", "-preset", "ultrafast", "-movflags", "+faststart", str(path))
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", *picture, *tail], check=True)
    here, owner = live.here, household.instructor.person_id
    with here.database.writing() as db:
        file = remember(db, here.store, path, media_type="video/mp4", now=clock.now())
        version = make.medium_version(db, make.medium(db, created_by_id=owner), seconds=10)
        make.rendition(db, version, "240p", file_id=file.id, size_bytes=file.size)
        make.caption(db, version, text=VTT)
        db.expunge(version)
    return version


def kept(live, film) -> str:
    with live.here.database.reading() as db:
        found = media.caption_in(db, film.id, "vi")
        return found.text if found else ""


def test_captions_are_corrected_by_the_keyboard_alone(live, household, film, browse):
    page = browse(household.instructor).new_page()
    page.goto(f"/media/versions/{film.id}/captions/vi")
    page.get_by_label("Câu 2, chữ").focus()
    page.evaluate(LOADED)

    page.evaluate(SEEK, 3)
    page.keyboard.press("Alt+1")
    expect(page.get_by_label("Câu 2, bắt đầu")).to_have_value("0:03.000")
    expect(page.get_by_label("Câu 1, kết thúc")).to_have_value("0:03.000")
    page.keyboard.press("Home")
    page.keyboard.type("Thế là ")
    page.keyboard.press("Alt+Enter")
    expect(page.get_by_label("Câu 3, chữ")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+Delete")
    page.keyboard.press("Alt+u")
    expect(page.get_by_label("Câu 1, chữ")).to_be_focused()
    until(lambda: page.evaluate(SEEN) == "Thế là")
    assert looking.faults(page) == []
    page.keyboard.press("Control+s")

    expect(page.get_by_text("Đã lưu phụ đề.")).to_be_visible()
    assert "00:00:01.000 --> 00:00:03.000\nChào các chị." in kept(live, film)
    assert "00:00:03.000 --> " in kept(live, film)
    assert kept(live, film).endswith("--> 00:00:09.000\nHết bài.\n")


def test_what_was_not_saved_is_offered_again_and_what_is_wrong_is_reached(household, film, browse):
    page = browse(household.instructor).new_page()
    page.on("dialog", lambda dialog: dialog.accept())
    address = f"/media/versions/{film.id}/captions/vi"
    page.goto(address)
    page.get_by_label("Câu 1, kết thúc").fill("0:99")
    page.get_by_label("Câu 1, chữ").fill("Dở dang")
    page.goto("/library")

    page.goto(address)
    page.get_by_role("button", name="Mở bản đang sửa").press("Enter")
    expect(page.get_by_label("Câu 1, chữ")).to_have_value("Dở dang")
    page.keyboard.press("Control+s")

    expect(page.get_by_label("Câu 1, kết thúc")).to_be_focused()
    assert [looking.overflow(page, width) for width in (320, 360, 1280)] == [0, 0, 0]

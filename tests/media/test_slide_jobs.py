"""What the worker does for slides: films looked through, pages of a PDF put into their places."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import typst
from sqlalchemy.orm import Session

from elearn import clock, jobs, paper
from elearn.cli import Installation
from elearn.jobs import Work
from elearn.media import drawing, ffmpeg, queries
from elearn.media.drawing import DrawnSlide, slide_pictures
from elearn.media.models import DeckState, MediumVersion
from elearn.media.slide_jobs import find_slides, take_deck
from elearn.media.slides import pdf
from elearn.storage import remember
from tests.make import media as make
from tests.media.films import Studio

pytestmark = pytest.mark.ffmpeg

SHOWN = [
    DrawnSlide("Quản lý hội viên", ("Biết ai mới vào", "Biết ai đi xa")),
    DrawnSlide("Hội phí", ("Thu theo quý", "Ghi vào sổ chi hội", "Báo cáo đầu năm")),
]
ELSEWHERE = DrawnSlide("Phụ lục", ("Mẫu đơn", "Mẫu sổ", "Mẫu báo cáo", "Mẫu thẻ"))
SECONDS = 3


@pytest.fixture(scope="module")
def film(studio: Studio) -> Path:
    """Two slides, three seconds each, and silence."""
    path, voice = studio.folder / "two-slides.mp4", studio.folder / "silence.wav"
    studio.cut("silence.wav", "-f", "lavfi", "-i", f"anullsrc=d={2 * SECONDS}")
    shown = []
    for number, picture in enumerate(slide_pictures(SHOWN)):
        one = studio.folder / f"shown-{number}.png"
        one.write_bytes(picture)
        shown.append((one, SECONDS * 1000))
    ffmpeg.join(shown, voice, path)
    return path


def written(*slides: DrawnSlide) -> bytes:
    """Return a PDF with these slides, one a page."""
    shown = [{"title": one.title, "points": one.points} for one in slides]
    given = {"given": json.dumps({"mark": "", "slides": shown})}
    return bytes(typst.compile(drawing.PAGES, font_paths=[paper.FONTS], sys_inputs=given))


@dataclass(frozen=True)
class Bench:
    """An installation and its session."""

    here: Installation
    db: Session
    folder: Path

    def version_of(self, film: Path) -> MediumVersion:
        file = remember(self.db, self.here.store, film, media_type="video/mp4", now=clock.now())
        version = make.medium_version(self.db, seconds=2 * SECONDS)
        make.rendition(self.db, version, "720p", file_id=file.id)
        return version

    def work(self, **payload: int) -> Work:
        job = make.job(self.db, make.medium_version(self.db))
        job.state, job.worker = jobs.JobState.RUNNING, "a worker"
        self.db.commit()
        here = self.here
        return Work(job.id, "a worker", payload, here.settings, here.database, here.store)

    def deck_for(self, version: MediumVersion, content: bytes, *, in_order: bool = False) -> int:
        path = self.folder / "deck.pdf"
        path.write_bytes(content)
        kept = remember(
            self.db, self.here.store, path, media_type="application/pdf", now=clock.now()
        )
        deck = make.slide_deck(self.db, version, file_id=kept.id, is_in_order=in_order)
        return deck.id


@pytest.fixture
def bench(here, db, tmp_path):
    return Bench(here, db, tmp_path)


def test_slides_are_found_in_a_film_and_pages_of_a_pdf_take_the_places_of_those_they_look_like(
    bench, db, film
):
    version = bench.version_of(film)
    find_slides(bench.work(version=version.id))
    assert [one.at_ms for one in queries.slides_shown(db, version.id)] == [0, SECONDS * 1000]
    assert 2_000 < queries.slides_weights(db, [version.id])[version.id].size < 80_000

    deck_id = bench.deck_for(version, written(SHOWN[1], ELSEWHERE, SHOWN[0]))
    take_deck(bench.work(deck=deck_id))

    db.expire_all()
    deck = queries.deck_by_id(db, deck_id)
    assert (deck.state, str(deck.told)) == (
        DeckState.DONE,
        "Cả 2 trang chiếu đã lấy hình từ tệp PDF.",
    )
    assert ["Quản lý hội viên" in one.text for one in queries.slides_shown(db, version.id)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 broken", "không phải PDF đọc được"), (b"%PDF-1.7\n%%EOF", "không phải PDF")],
)
def test_what_is_no_pdf_is_refused_in_words(bench, db, content, words):
    version = make.medium_version(db)
    make.rendition(db, version, "720p")
    deck_id = bench.deck_for(version, content)

    take_deck(bench.work(deck=deck_id))

    db.expire_all()
    deck = queries.deck_by_id(db, deck_id)
    assert deck.state is DeckState.FAILED
    assert words in str(deck.told)


def test_a_pdf_of_too_many_pages_is_refused_before_one_is_drawn(tmp_path, monkeypatch):
    path = tmp_path / "deck.pdf"
    path.write_bytes(written(SHOWN[0], SHOWN[1]))
    monkeypatch.setattr(pdf, "MOST_PAGES", 1)

    with pytest.raises(ffmpeg.Unusable, match="2 trang"):
        pdf.pages_in(path)


def test_a_picture_is_drawn_in_our_size_on_white_and_what_is_none_is_refused(tmp_path):
    [given] = slide_pictures(SHOWN[:1])
    path, target = tmp_path / "given", tmp_path / "ours.webp"
    path.write_bytes(given)

    ffmpeg.redrawn(path, target, most_bytes=40_000)

    assert target.read_bytes()[8:12] == b"WEBP"
    assert target.stat().st_size < 40_000
    for content in (b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"#EXTM3U\n/etc/passwd\n", b""):
        path.write_bytes(content)
        with pytest.raises(ffmpeg.Unusable, match="không phải ảnh"):
            ffmpeg.redrawn(path, target, most_bytes=40_000)

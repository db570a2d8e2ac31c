"""Films made from text."""

import wave
from pathlib import Path

import pytest

from elearn.media import espeak, ffmpeg
from elearn.media.drawing import DrawnSlide, slide_pictures
from elearn.media.film import make_film

SLIDES = [
    DrawnSlide("Quản lý hội viên", ("Chuyên đề 3",)),
    DrawnSlide(
        "Vì sao phải ghi sổ?", ("Biết ai mới vào", "Biết ai đi xa"), "Biết ai mới. Biết ai xa."
    ),
]


def half_a_second(_text: str, target: Path) -> int:
    """Speak half a second of silence."""
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes(bytes(22_050))
    return 500


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    target = tmp_path_factory.mktemp("film") / "film.mp4"
    return make_film(SLIDES, target, speak=half_a_second)


def test_each_slide_is_a_picture_of_its_own():
    pictures = slide_pictures([*SLIDES, DrawnSlide("Ộp ẹp" * 60, ("dài " * 200,) * 12)])

    assert len(set(pictures)) == 3
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert all(picture[16:24] == (1280).to_bytes(4) + (720).to_bytes(4) for picture in pictures)


@pytest.mark.ffmpeg
def test_a_film_lasts_as_long_as_its_slides_and_their_words(film):
    found = ffmpeg.measure(film.path, ffmpeg.probe(film.path))

    assert film.duration_ms == (400 + 900) + (400 + 2 * (500 + 300) + 900)
    assert found.picture_ms == pytest.approx(film.duration_ms, abs=200)
    assert found.sound_ms == pytest.approx(film.duration_ms, abs=100)


@pytest.mark.ffmpeg
def test_a_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "nhà mới, 'số 5'? #1"
    folder.mkdir()

    film = make_film(SLIDES[:1], folder / "film.mp4", speak=half_a_second)

    assert film.path.stat().st_size > 0


@pytest.mark.ffmpeg
def test_captions_stand_where_the_sentences_are_read(film):
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in film.cues] == [
        (1700, 2200, "Biết ai mới."),
        (2500, 3000, "Biết ai xa."),
    ]
    assert film.webvtt.startswith("WEBVTT")


@pytest.mark.ffmpeg
def test_nothing_is_left_beside_a_film(film):
    assert [path.name for path in film.path.parent.iterdir()] == ["film.mp4"]


@pytest.mark.ffmpeg
def test_the_second_slide_comes_when_the_first_has_ended(film, studio):
    before, after = (studio.light_at(film.path, seconds) for seconds in (1.0, 1.6))

    assert before < 120 < after  # The title page is dark, the others are light.


def test_espeak_reads_vietnamese_aloud(tmp_path):
    length = espeak.speak("Xin chào các chị.", tmp_path / "voice.wav")

    assert 800 < length < 3000

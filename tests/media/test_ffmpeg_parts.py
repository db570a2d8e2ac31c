"""Films made in parts: what a killed worker leaves, and that no joint can be seen or heard."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from elearn.media import ffmpeg
from tests.media import films

pytestmark = pytest.mark.ffmpeg

PART = 4  # Seconds.


class Killed(Exception):
    """What befalls a worker."""


@dataclass
class FolderShelf:
    """A shelf in a folder; a worker is killed right after it has kept so many parts."""

    folder: Path
    lives: int = 99
    kept: list[int] = field(default_factory=list)

    def take(self, recipe: str, folder: Path) -> int:
        number = 0
        while (part := self.folder / recipe / str(number)).exists():
            shutil.copytree(part, folder, dirs_exist_ok=True)
            number += 1
        return number

    def keep(self, recipe: str, number: int, files: Sequence[Path]) -> None:
        place = self.folder / recipe / str(number)
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        for path in files:
            shutil.copy(path, place)
        self.kept.append(number)
        if len(self.kept) == self.lives:
            raise Killed


@pytest.fixture(scope="module")
def lesson(studio):
    """Ten seconds; each second begins with a white picture and a beep, a tenth of a second long."""
    white = r"color=white:s=64x48:r=25:d=10,format=gray,geq=lum='if(lt(mod(T\,1)\,0.1)\,235\,16)'"
    beep = r"aevalsrc='if(lt(mod(t\,1)\,0.1)\,sin(2*PI*440*t)/2\,0)':s=48000:d=10"
    return studio.cut(
        "beeps.mp4", "-f", "lavfi", "-i", white, "-f", "lavfi", "-i", beep, "-pix_fmt", "yuv420p"
    )


def made(path, folder, shelf):
    folder.mkdir()
    probe = ffmpeg.probe(path)
    measure = ffmpeg.measure(path, probe)
    return ffmpeg.transcode(path, probe, measure, folder, shelf=shelf, part_seconds=PART)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("whole")


@pytest.fixture(scope="module")
def whole(lesson, place):
    return made(lesson, place / "work", FolderShelf(place / "shelf"))


def pictures(product):
    """Return when which kind of picture comes."""
    entries = ("-select_streams", "v", "-show_entries", "packet=pts,duration,flags")
    return films.shown(product.renditions[0].path, *entries)


def test_who_comes_after_a_killed_worker_makes_only_what_was_not_finished(lesson, whole, tmp_path):
    with pytest.raises(Killed):
        made(lesson, tmp_path / "killed", FolderShelf(tmp_path / "shelf", lives=1))
    shelf = FolderShelf(tmp_path / "shelf")

    again = made(lesson, tmp_path / "again", shelf)

    assert shelf.kept == [1, 2]
    assert pictures(again) == pictures(whole)
    assert again.duration_ms == whole.duration_ms


def test_what_is_finished_is_not_made_again_if_only_its_joining_was_lost(
    lesson, whole, place, tmp_path
):
    shelf = FolderShelf(place / "shelf")

    again = made(lesson, tmp_path / "again", shelf)

    assert shelf.kept == []
    assert pictures(again) == pictures(whole)


def test_a_recording_that_promises_more_than_it_holds_ends_where_it_does(tmp_path, studio, lesson):
    front = studio.cut("beeps-front.mp4", "-i", str(lesson), "-c", "copy", "-movflags", "faststart")
    content = bytearray(front.read_bytes())
    kept = content.find(b"mdat") + (len(content) - content.find(b"mdat")) * 55 // 100
    content[kept:] = bytes(len(content) - kept)
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(content)

    product = made(broken, tmp_path / "work", FolderShelf(tmp_path / "shelf"))

    lengths = [one.duration_ms for one in product.renditions]
    assert 4000 < product.duration_ms < 7000
    assert lengths == pytest.approx([product.duration_ms] * len(lengths), abs=100)


def test_flash_and_beep_come_together_in_every_part(studio, whole):
    film = whole.renditions[0].path
    rate = 100  # A look each hundredth of a second.
    seen = studio.cut("flash.gray", "-i", str(film), *_gray(rate))
    heard = studio.cut("beep.raw", "-i", str(film), "-f", "s16le", "-ar", "8000", "-ac", "1")
    light = np.fromfile(seen, np.uint8) > 128
    samples = np.abs(np.fromfile(heard, np.int16).astype(int))
    loud = samples[: len(samples) // 80 * 80].reshape(-1, 80).max(axis=1) > 1500

    flashes, beeps = _begins(light) / rate, _begins(loud) / rate

    assert len(flashes) == len(beeps) == 10
    assert np.abs(flashes - beeps).max() <= 0.05


def _gray(rate):
    look = f"fps={rate},scale=1:1:flags=area,format=gray"
    return ("-vf", look, "-f", "rawvideo")


def _begins(signal):
    """Return where a signal begins that was not there for a tenth of a second before."""
    found = np.flatnonzero(signal)
    return found[np.diff(found, prepend=-100) > 10]


def test_a_tone_goes_on_smoothly_where_parts_are_joined(studio, tmp_path):
    film = studio.film("tone.mp4", seconds=9, size="64x48", rate=10)
    product = made(film, tmp_path / "work", FolderShelf(tmp_path / "shelf"))
    path = product.renditions[0].path
    heard = studio.cut("tone.raw", "-i", str(path), "-f", "s16le", "-ar", "48000", "-ac", "1")
    samples = np.fromfile(heard, np.int16).astype(int)

    bends = np.abs(np.diff(samples, n=2))[4800 : 48_000 * 9 - 4800]
    joints = np.concatenate([bends[at - 9600 : at] for at in (48_000 * 4, 48_000 * 8)])

    assert joints.max() <= 1.2 * np.median(bends.reshape(-1, 4800).max(axis=1))

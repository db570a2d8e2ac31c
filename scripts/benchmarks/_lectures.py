"""Makes lectures to be measured: drawn slides with the catalogue's own words, read by espeak-ng."""

import random
import subprocess
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from elearn import media
from elearn.catalogue.reader.problems import Sheet
from elearn.catalogue.reader.slides import slides_of
from elearn.catalogue.reader.values import Slide
from elearn.media import DrawnSlide

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "static" / "dist" / "fonts"
_FACE = "mandelbrot=size=256x192:rate=25:maxiter=200:end_pts=1500:start_scale=2"


def lecture(target: Path, *, seconds: float, slides: int, seed: int) -> media.Film:
    """Write a lecture of so many slides and about this length."""
    chance = random.Random(seed)  # noqa: S311  # A lecture is no secret.
    drawn = list(_drawn(chance, slides))
    sentences = [one for slide in drawn for one in slide.narration.split(". ") if one]
    trial = media.make_film(drawn[:3], target, fonts=FONTS)
    spoken = sum(len(one.narration) for one in drawn[:3])
    target.unlink()
    each = round(seconds / slides * spoken / trial.duration_ms * 1000)
    return media.make_film(
        [DrawnSlide(one.title, one.points, _said(chance, sentences, each)) for one in drawn],
        target,
        fonts=FONTS,
        mark="elearn",
    )


def _drawn(chance: random.Random, count: int) -> Iterator[DrawnSlide]:
    found: list[Slide] = []
    for path in sorted((ROOT / "lectures").glob("*/slides.md")):
        found += slides_of(path.read_text(), Sheet(path.name, []))
    for slide in chance.sample(found, count):
        yield DrawnSlide(*astuple(slide))


def _said(chance: random.Random, sentences: list[str], length: int) -> str:
    said = ""
    while len(said) < length:
        said += chance.choice(sentences).rstrip(".") + ". "
    return said[:length].rsplit(" ", 1)[0]


def with_speaker(film: Path, target: Path, *, seconds: float) -> Path:
    """Write the lecture as a camera gives it: 25 pictures a second, in a corner something that
    never stands still, and a little noise all over.
    """
    mixed = (
        f"[0:v]fps=25,noise=alls=3:allf=t[slides];{_FACE}[face];"
        "[slides][face]overlay=W-w-16:H-h-16:shortest=1[mixed]"
    )
    command = ["ffmpeg", "-v", "error", "-y", "-i", str(film), "-filter_complex"]
    command += [mixed.replace(f"{_FACE}[face]", f"{_FACE},format=yuv420p[face]")]
    command += ["-map", "[mixed]", "-map", "0:a", "-t", str(seconds)]
    command += ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-c:a", "aac"]
    subprocess.run([*command, str(target)], check=True)
    return target

"""Draws slides as pictures with Typst, for films that are made from text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from elearn import paper

PAGES = Path(__file__).parent / "data" / "slides.typ"


@dataclass(frozen=True, slots=True)
class DrawnSlide:
    """One picture of a film made from text, and what is said while it is shown."""

    title: str
    points: tuple[str, ...] = ()
    narration: str = ""


def slide_pictures(
    slides: Sequence[DrawnSlide], *, fonts: Path = paper.FONTS, mark: str = ""
) -> list[bytes]:
    """Return each slide as a PNG of 1280 × 720; the first one is the title page
    if it holds no more than a title and a line below.

    The fonts come from the folder only, so that the pictures are the same on every machine.
    """
    shown = [{"title": one.title, "points": one.points} for one in slides]
    given = {"mark": mark, "slides": shown}
    return paper.pictures(PAGES, given, fonts=fonts)

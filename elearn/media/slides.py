"""Draws slides as pictures with Typst, for films that are made from text."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import typst

FONTS = Path(__file__).resolve().parents[2] / "static" / "dist" / "fonts"
_PAGES = Path(__file__).parent / "data" / "slides.typ"
_POINTS_PER_INCH = 72  # The page is 1280 × 720 points; this makes a point a pixel.


@dataclass(frozen=True, slots=True)
class Slide:
    """One picture of a film made from text, and what is said while it is shown."""

    title: str
    points: tuple[str, ...] = ()
    narration: str = ""


def slide_pictures(slides: Sequence[Slide], *, fonts: Path = FONTS, mark: str = "") -> list[bytes]:
    """Return each slide as a PNG of 1280 × 720; the first one is the title page
    if it holds no more than a title and a line below.

    The fonts come from the folder only, so that the pictures are the same on every machine.
    """
    given = {"mark": mark, "slides": [{"title": one.title, "points": one.points} for one in slides]}
    pages = cast(
        "bytes | list[bytes]",  # One page comes by itself, several in a list.
        typst.compile(
            _PAGES,
            format="png",
            ppi=_POINTS_PER_INCH,
            font_paths=[fonts],
            ignore_system_fonts=True,
            sys_inputs={"given": json.dumps(given)},
        ),
    )
    return pages if isinstance(pages, list) else [pages]

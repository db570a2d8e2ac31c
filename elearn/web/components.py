"""What templates draw with: the icons a page has used, and the cells of a seen strip."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask, g

from elearn.web.icons import DRAWINGS

CELL, GAP, TALL, LOW = 8, 2, 20, 7


@dataclass(frozen=True, slots=True)
class Mark:
    """One rectangle of a seen strip: tall if seen or held on the phone, low if missing."""

    kind: str
    x: float
    width: float = CELL

    @property
    def height(self) -> int:
        return LOW if self.kind == "no" else TALL

    @property
    def y(self) -> int:
        return TALL - self.height


def use_icon(name: str) -> str:
    """Return the anchor of an icon and remember to draw it on this page."""
    if "icons" not in g:
        g.icons = {}
    g.icons[name] = DRAWINGS[name]
    return f"#i-{name}"


def used_icons() -> dict[str, str]:
    """Return the drawings this page has used, by name, and forget them."""
    drawings: dict[str, str] = g.pop("icons", {})
    return dict(sorted(drawings.items()))


def use_hatch() -> str:
    """Have the page carry the patterns that hatched cells are filled with; print nothing."""
    g.hatch = True
    return ""


def is_hatched() -> bool:
    """Return whether this page draws hatched cells, and forget it."""
    return bool(g.pop("hatch", False))


def strip_marks(cells: Iterable[str | float]) -> list[Mark]:
    """Return the rectangles of a strip, in order.

    A cell is "yes", "held" or "no", or the share of it that was seen, filled from the left.
    """
    marks: list[Mark] = []
    for place, cell in enumerate(cells):
        x = place * (CELL + GAP)
        share = cell if isinstance(cell, int | float) else float(cell == "yes")
        if cell == "held" or share >= 1:
            marks.append(Mark("held" if cell == "held" else "yes", x))
            continue
        marks.append(Mark("no", x))
        if share > 0:
            marks.append(Mark("yes", x, round(CELL * share, 1)))
    return marks


def strip_width(count: int) -> int:
    """Return the width of a strip of so many cells, without a gap after the last."""
    return max(count, 1) * (CELL + GAP) - GAP


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        use_icon=use_icon,
        used_icons=used_icons,
        use_hatch=use_hatch,
        is_hatched=is_hatched,
        strip_marks=strip_marks,
        strip_width=strip_width,
    )

"""The outlines of the provinces, as the map of the country draws them."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHAPES = Path(__file__).resolve().parents[1] / "data" / "provinces.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """A province's outline, and that of its islands far out at sea, as SVG paths."""

    code: str
    outline: str
    isles: str


@cache
def shapes() -> tuple[Shape, ...]:
    """Return the shapes of the provinces since 1 July 2025, by their code."""
    rows = json.loads(SHAPES.read_text(encoding="utf-8"))
    return tuple(Shape(row["code"], row["d"], row.get("isle", "")) for row in rows)

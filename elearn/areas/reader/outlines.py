"""The outlines of the provinces, as a map of the country draws them."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache

from elearn.areas.reader.lists import DATA, REFORM


@dataclass(frozen=True, slots=True)
class Outline:
    """A province's outline, and that of its islands far out at sea, as SVG paths (812 × 873)."""

    code: str
    path: str
    isles: str


def outlines_on(day: date) -> tuple[Outline, ...]:
    """Return the outlines of the 34 provinces, or before 1 July 2025 of the 63, by their code."""
    return _read("outlines_34.json" if day >= REFORM else "outlines_63.json")


@cache
def _read(name: str) -> tuple[Outline, ...]:
    rows = json.loads((DATA / name).read_text(encoding="utf-8"))
    return tuple(Outline(row["code"], row["d"], row.get("isle", "")) for row in rows)

"""Codes for what is made in the system: a series of its own, that no folder writes by hand."""

import re
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture, Module

MadeKind = Literal["lecture", "module"]
_SERIES: dict[MadeKind, tuple[type[Lecture] | type[Module], str]] = {
    "lecture": (Lecture, "BG"),
    "module": (Module, "CD"),
}


def next_code(db: Session, kind: MadeKind) -> str:
    """Return the next code that no lecture or module has, such as BG-0001 or CD-0001."""
    table, letters = _SERIES[kind]
    series = re.compile(rf"{letters}-(\d{{4,}})")
    codes = db.scalars(select(table.code).where(table.code.like(f"{letters}-%")))
    taken = (int(found[1]) for found in map(series.fullmatch, codes) if found)
    return f"{letters}-{max(taken, default=0) + 1:04}"

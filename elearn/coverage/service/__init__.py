"""Changes of coverage: definitions are written, counts are made again."""

from elearn.coverage.service.cursors import held_cursor
from elearn.coverage.service.defining import Loaded, define, load_definitions
from elearn.coverage.service.following import follow
from elearn.coverage.service.mapping import draw_maps, put_units
from elearn.coverage.service.rebuilding import (
    NewBuild,
    Survey,
    begin,
    event_rows,
    finish,
    person_rows,
    stays_of,
    sweep,
    unit_rows,
    write,
)

__all__ = [
    "Loaded",
    "NewBuild",
    "Survey",
    "begin",
    "define",
    "draw_maps",
    "event_rows",
    "finish",
    "follow",
    "held_cursor",
    "load_definitions",
    "person_rows",
    "put_units",
    "stays_of",
    "sweep",
    "unit_rows",
    "write",
]

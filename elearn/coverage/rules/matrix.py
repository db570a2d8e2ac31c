"""The figures of one area laid out: a line a group, a column a level."""

from collections.abc import Mapping
from dataclasses import dataclass

from elearn.areas import LEVEL_NAMES, Level
from elearn.coverage.rules.figures import Cell
from elearn.coverage.rules.report import Row
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Line:
    """One group, counted in one way, with its figures by level; None is all levels together."""

    group_name: str
    note: Message | None
    cells: Mapping[Level | None, Cell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The levels a scheme knows, from the centre down, and a line a group."""

    levels: tuple[Level | None, ...]
    lines: tuple[Line, ...]

    @property
    def heads(self) -> tuple[Message, ...]:
        return tuple(LEVEL_NAMES[level] if level else msg("Các cấp") for level in self.levels)


def matrix_of(row: Row) -> Matrix:
    """Return the figures of an area by group and level, groups of the higher levels first."""
    lines: dict[tuple[str, Message | None], dict[Level | None, Cell]] = {}
    for cell in row.cells:
        one = cell.indicator
        lines.setdefault((one.group_name, one.note), {})[one.level] = cell
    found = {cell.indicator.level for cell in row.cells}
    levels = tuple(level for level in (*Level, None) if level in found)
    found_lines = (Line(*key, cells) for key, cells in lines.items())
    ordered = sorted(found_lines, key=lambda line: min(map(levels.index, line.cells)))
    return Matrix(levels, tuple(ordered))

"""The cells of a row by what their columns mean, cleaned, with what was mended on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from elearn.people.roster.rules.books import BookRow, Raw
from elearn.people.roster.rules.cells.official_ids import masked
from elearn.people.roster.rules.cells.texts import cleaned, written
from elearn.people.roster.rules.entries import Problem
from elearn.people.roster.rules.layouts import Heading, Layout, RosterField

#: What mends in these is worth telling; in days and numbers blanks mean nothing.
_TOLD = frozenset(
    (
        *(RosterField.NAME, RosterField.POST, RosterField.PLANNED_POST, RosterField.UNIT),
        *(RosterField.BRANCH, RosterField.COMMUNE, RosterField.DISTRICT, RosterField.PROVINCE),
    )
)
#: What says nothing of the person.
_LEFT = (RosterField.NUMBER, RosterField.OUR_RESULT, RosterField.UNKNOWN)

Columns = Mapping[RosterField, tuple[tuple[int, Heading], ...]]


class Cell(NamedTuple):
    """A cell that says something: as kept, cleaned, and under which heading."""

    raw: Raw
    text: str
    heading: Heading


@dataclass(slots=True)
class Notes:
    """What is gathered while a row is read."""

    fixes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def refuse(self, code: str, value: str, of: RosterField) -> None:
        self.problems.append(Problem(code, value, of))


def columns_of(layout: Layout) -> Columns:
    """Return the columns of a layout by what they mean, leaving those that mean nothing here."""
    found: dict[RosterField, list[tuple[int, Heading]]] = {}
    for at, heading in sorted(layout.columns.items()):
        if heading.field not in _LEFT:
            found.setdefault(heading.field, []).append((at, heading))
    return {meaning: tuple(columns) for meaning, columns in found.items()}


class Row:
    """One row of a sheet, asked by what its columns mean."""

    __slots__ = ("_cells", "_columns", "notes")

    def __init__(self, row: BookRow, columns: Columns) -> None:
        self._cells = row.cells
        self._columns = columns
        self.notes = Notes()

    def has(self, meaning: RosterField) -> bool:
        """Return whether a column of this meaning is there, empty or not."""
        return meaning in self._columns

    def cells(self, meaning: RosterField) -> list[Cell]:
        """Return the cells of this meaning that hold anything."""
        found = []
        for at, heading in self._columns.get(meaning, ()):
            raw = self._cells[at] if at < len(self._cells) else None
            if raw is None or raw == "":
                continue
            text, fixes = cleaned(raw, heading.encoding)
            if fixes and meaning in _TOLD:
                self.notes.fixes.extend(fixes)
            if text:
                found.append(Cell(raw, text, heading))
        return found

    def cell(self, meaning: RosterField) -> Cell | None:
        """Return the first cell of this meaning that holds anything."""
        return next(iter(self.cells(meaning)), None) if meaning in self._columns else None

    def text(self, meaning: RosterField) -> str:
        """Return what the cells of this meaning say, or nothing."""
        found = self.cell(meaning)
        return found.text if found else ""

    def originals(self) -> dict[RosterField, str]:
        """Return each cell as it was written; of an official id only its end."""
        kept: dict[RosterField, str] = {}
        for meaning, columns in self._columns.items():
            for at, _ in columns:
                if told := written(self._cells[at]) if at < len(self._cells) else "":
                    kept[meaning] = f"{kept[meaning]}; {told}" if meaning in kept else told
        if RosterField.OFFICIAL_ID in kept:
            kept[RosterField.OFFICIAL_ID] = masked(kept[RosterField.OFFICIAL_ID])
        return kept

    def formulas(self, number: int, kept: frozenset[tuple[int, int]]) -> None:
        """Tell which cells are formulas: their kept value counts; one without value is wrong."""
        for meaning, columns in self._columns.items():
            for at, _ in columns:
                if (number, at) not in kept:
                    continue
                if at < len(self._cells) and self._cells[at] is not None:
                    self.notes.fixes.append("formula_value")
                else:
                    self.notes.refuse("empty_formula", "", meaning)

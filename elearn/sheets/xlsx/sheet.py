"""A look at the XML of one sheet as it streams by: what it hides, merges and computes, and how far
its cells reach. What it states of its own dimensions is not asked."""

import re
from collections.abc import Iterable
from typing import Any

from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_COLUMNS, MOST_FORMULAS, MOST_MERGED
from elearn.sheets.raw import Looks, Merged
from elearn.sheets.xlsx.dangers import refuse_call
from elearn.sheets.xlsx.markup import Attributes, local, mapping, new_parser, walk
from elearn.sheets.xlsx.places import letters_of, place_of, span_of
from elearn.sheets.xlsx.reach import Reach

_TRUE = ("1", "true")
#: Cells with a format and no value: offices colour whole columns, a million rows of nothing.
_BARE = re.compile(rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")?/>')


class Look:
    """What is learned of one sheet while its elements pass."""

    def __init__(self, name: str) -> None:
        self.reach = Reach(name)
        self._name = name
        self._cell: Attributes = ()
        self._place = ""
        self._row = 0
        self._computing = ""
        self._formula: list[str] = []
        self._merged: list[Merged] = []
        self._hidden_columns: set[int] = set()
        self._hidden_rows: list[int] = []
        self._formulas: dict[str, bool] = {}
        self._parser = new_parser()
        self._parser.StartElementHandler = self._start
        self._others = {"row": self._begin, "col": self._column, "mergeCell": self._merge}

    def over(self, path: str, pieces: Iterable[bytes]) -> Looks:
        """Look at the whole sheet.

        :raise Fault: if it is broken, reaches too far, or calls something outside.
        """
        walk(path, (_BARE.sub(b"", piece) for piece in pieces), self._parser)
        self._end_formula()
        computed = {place: found for place in self._formulas if (found := place_of(place))}
        return Looks(
            merged=tuple(self._merged),
            hidden_columns=tuple(sorted(self._hidden_columns)),
            hidden_rows=tuple(row for row in self._hidden_rows if self.reach.has(row)),
            formulas=tuple(computed.values()),
            blank_formulas=frozenset(at for place, at in computed.items() if self._formulas[place]),
        )

    def _start(self, name: str, attributes: Attributes) -> None:
        if self._computing:
            self._end_formula()
        # A million cells pass here: the two that each of them has come first.
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self.reach.reached(self._place)
        else:
            self._start_other(local(name), attributes)

    def _start_other(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._begin_cell(attributes)
        elif name in {"v", "is"}:
            self.reach.reached(self._place)
        elif name == "f":
            self._begin_formula()
        elif handle := self._others.get(name):
            handle(mapping(attributes))

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        is_told = attributes and attributes[0] == "r"
        self._place = attributes[1] if is_told else self._following(attributes)

    def _following(self, attributes: Attributes) -> str:
        """Return where a cell stands: one that does not say so follows the one before it."""
        last = place_of(self._place)
        column = last[1] + 1 if last and last[0] == self._row else 0
        return mapping(attributes).get("r") or f"{letters_of(column)}{self._row}"

    def _begin(self, attributes: Any) -> None:
        self._row = number(attributes.get("r"), self._row + 1)
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self._hidden_rows.append(self._row)

    def _column(self, attributes: Any) -> None:
        if attributes.get("hidden") not in _TRUE and attributes.get("width") != "0":
            return
        first = number(attributes.get("min"), 1)
        last = min(number(attributes.get("max"), first), MOST_COLUMNS)
        self._hidden_columns.update(range(max(first, 1) - 1, last))

    def _merge(self, attributes: Any) -> None:
        if span := span_of(attributes.get("ref", "")):
            self._merged.append(span)
        if len(self._merged) > MOST_MERGED:
            raise Fault("many_merged", sheet=self._name)

    def _begin_formula(self) -> None:
        self._computing = self._place
        self._formulas[self._computing] = mapping(self._cell).get("t") == "str"
        if len(self._formulas) > MOST_FORMULAS:
            raise Fault("many_formulas", sheet=self._name)
        self._parser.CharacterDataHandler = self._formula.append

    def _end_formula(self) -> None:
        refuse_call("".join(self._formula), sheet=self._name, cell=self._computing)
        self._parser.CharacterDataHandler = None
        self._formula.clear()
        self._computing = ""


def number(text: str | None, otherwise: int) -> int:
    """Return a whole number that an attribute tells, or the other where it tells none."""
    return int(text) if text and text.isascii() and text.isdigit() else otherwise

"""Cells of a row as a page shows them: what is meant, what was before, what stood in the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.roster.rules.verdicts import Difference
from elearn.text import nfc
from elearn.web.spelling import phone

F = RosterField
_BORN = (F.BORN, F.BORN_MALE, F.BORN_FEMALE)
_ZEROS = re.compile(r"\b0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is meant; what the system has instead; the cell as written, where it reads otherwise."""

    text: str
    before: str = ""
    original: str = ""
    is_wrong: bool = False


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one entry, with what it would change and where it is wrong."""

    entry: Entry
    differences: Mapping[str, Difference]

    def name(self) -> Cell:
        return self._cell(self.entry.name, (F.NAME,), "name")

    def born(self) -> Cell:
        entry = self.entry
        text = _day(entry.born_on) or str(entry.birth_year or "")
        return self._cell(text, _BORN, "born", "birth_year", is_day=True)

    def phone(self) -> Cell:
        return self._cell(phone(self.entry.phone), (F.PHONE,), "phone")

    def post(self, names: str) -> Cell:
        return self._cell(names, (F.POST, F.PLANNED_POST), "post", "planned_post")

    def place(self, today: str) -> Cell:
        """Return where the row's person serves: the commune of today beside the one written."""
        written = (F.COMMUNE, F.UNIT)
        return self._cell(today or self.entry.place.commune or "", written, "commune", "unit")

    def branch(self) -> Cell:
        return self._cell(self.entry.place.branch or "", (F.BRANCH,), "branch")

    def _cell(
        self, text: str, fields: tuple[RosterField, ...], *changed: str, is_day: bool = False
    ) -> Cell:
        written = next(
            (nfc(self.entry.cells[one]) for one in fields if self.entry.cells.get(one)), ""
        )
        is_wrong = any(one.field in fields for one in self.entry.problems)
        found = next((self.differences[one] for one in changed if one in self.differences), None)
        before = found.before if found else ""
        is_name = F.NAME in fields
        same = _spelling(written, is_day, is_name) == _spelling(text, is_day, is_name)
        original = "" if same or not text else as_seen(written)
        return Cell(text or as_seen(written), before, original, is_wrong)


def as_seen(text: str) -> str:
    """Return a text of the file as Excel shows it: soft hyphens, the ư of old fonts, are signs."""
    return text.replace("\u00ad", "-")


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _spelling(text: str, is_day: bool, is_name: bool) -> str:
    """Return what of a text is more than its way of writing: blanks, capitals but of names."""
    bare = text.replace("\u00a0", "").replace(" ", "")
    bare = bare if is_name else bare.casefold()
    return _ZEROS.sub("", re.sub(r"[-.]", "/", bare)) if is_day else bare

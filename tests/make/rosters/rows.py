"""One row: a cadre written with some messes, and what must be understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.make.rosters import fonts
from tests.make.rosters.headings import Column
from tests.make.rosters.people import OF_BRANCHES, Cadre, with_second_post
from tests.make.rosters.values import ERRORS, FIXES, Cell, Pen, Written, in_order
from tests.make.rosters.wanted import Wanted
from tests.make.rosters.writing import written_date, written_name, written_phone, written_post

__all__ = ["NOT_IN_FONTS", "Row", "row_of", "turned", "with_second_post"]

#: What cannot be seen, or is another thing, where all is written in an old font.
NOT_IN_FONTS = ("nfd_to_nfc", "tcvn3", "vni", "windows_1258", "title_case", "nbsp", "bad name")
_TURNS = {"Thuý": "Thúy", "Thúy": "Thuý", "Hoà": "Hòa", "Thủy": "Thuỷ"}


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by field, each with what it must be understood as."""

    parts: Mapping[str, Written]
    gender: str

    @property
    def cells(self) -> dict[str, Cell]:
        return {field: part.cell for field, part in self.parts.items()}

    @property
    def can_come_again(self) -> bool:
        """Return whether a second row can surely be told to mean the same."""
        return not any(part.errors for part in self.parts.values())

    def answer(self, font: str | None, columns: list[Column]) -> dict[str, Any]:
        """Return what a dry run must tell of the row, if the list has these columns."""
        fields = {column.field for column in columns}
        seen = [part for field, part in self.parts.items() if field in fields]
        told: dict[str, Any] = {key: value for part in seen for key, value in part.told.items()}
        if fields & {"born_male", "gender"} or (self.gender == "F" and "is_female" in fields):
            told["gender"] = self.gender
        fixes = [code for part in seen for code in part.fixes] + self._of_font(font)
        errors = [code for part in seen for code in part.errors]
        if fixes or not errors:
            told["fixes"] = in_order(fixes, FIXES)
        return told | ({"errors": in_order(errors, ERRORS)} if errors else {})

    def _of_font(self, font: str | None) -> list[str]:
        """Return what is mended where all texts are in an old font."""
        if font is None:
            return []
        texts = [self.parts[one].cell for one in ("name", "post", "branch") if one in self.parts]
        if all(not isinstance(text, str) or text.isascii() for text in texts):
            return []
        name = str(self.parts["name"].cell)
        lost = font == "tcvn3" and any(_loses(word) for word in name.split())
        return [font, "title_case_word"] if lost else [font]


def _loses(word: str) -> bool:
    """Return whether the word begins with a capital that the font has no sign for."""
    return not word[0].isascii() and fonts.tcvn3(word[0]) == fonts.tcvn3(word[0].lower())


def row_of(
    cadre: Cadre, messes: frozenset[str], wanted: Wanted, second_phone: str, chance: Random
) -> Row:
    """Write somebody with these messes."""
    pen = Pen(messes, wanted.has_types, chance)
    born = written_date(cadre.born, pen)
    column = "born_female" if cadre.is_woman else "born_male"
    parts = {
        "name": written_name(cadre.name, pen),
        "born": born,
        column: born,
        "phone": written_phone(cadre.phone, second_phone, pen),
        "post": written_post(cadre.posts, pen),
        "gender": Written(chance.choice(["Nữ", "nữ"] if cadre.is_woman else ["Nam", "nam"])),
        "is_female": Written("x" if cadre.is_woman else None),
        "ethnicity": Written("Kinh"),
    }
    if cadre.branch:
        parts["branch"] = _branch(cadre, chance)
    return Row(parts, "F" if cadre.is_woman else "M")


def _branch(cadre: Cadre, chance: Random) -> Written:
    assert cadre.branch
    text = cadre.branch[0].lower() + cadre.branch[1:] if chance.random() < 0.3 else cadre.branch
    is_of_branch = any(post in OF_BRANCHES for post in cadre.posts)
    return Written(text, told={"branch": cadre.branch} if is_of_branch else {})


def turned(name: str) -> str:
    """Return the name with its tone mark on the other vowel, where both are usual."""
    head, _, given = name.rpartition(" ")
    return f"{head} {_TURNS.get(given, given)}".strip()

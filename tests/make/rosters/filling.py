"""Fills a sheet from its letterhead down to its signature, and writes the answer beside it."""

from dataclasses import replace
from random import Random
from typing import Any

from tests.make.rosters import fonts, rows
from tests.make.rosters.grid import Grid
from tests.make.rosters.ground import Ground
from tests.make.rosters.headings import Column
from tests.make.rosters.heads import headings, letterhead
from tests.make.rosters.people import Cadre, Cast
from tests.make.rosters.places import Commune
from tests.make.rosters.values import Formula
from tests.make.rosters.wanted import Wanted

_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]
_WRITE = {"tcvn3": fonts.tcvn3, "vni": fonts.vni}


class Filling:
    """Writes one list into a grid, row by row."""

    def __init__(
        self, wanted: Wanted, ground: Ground, columns: list[Column], grid: Grid, chance: Random
    ) -> None:
        self._wanted, self._ground, self._columns = wanted, ground, columns
        self._grid, self._chance = grid, chance
        self._cast = Cast(chance)
        self._at = 1
        self._old_units: list[dict[str, str | None]] = []
        self._told: list[dict[str, Any]] = []
        self._skipped: list[int] = []
        self._groups: list[int] = []
        #: Rows that may be told as headings or as nothing.
        self.either: set[int] = set()
        self._written: list[tuple[Cadre, dict[str, Any]]] = []

    def fill(self, count: int) -> dict[str, Any]:
        """Write the whole list and return its answer."""
        self._at = letterhead(self._grid, self._ground, len(self._columns), self._chance)
        header_rows = self._head()
        self._entries(count)
        self._end(count)
        if write := _WRITE.get(self._wanted.font or ""):
            self._grid.rewrite(write)
        return {
            "header_rows": header_rows,
            "group_rows": self._groups,
            "skip_rows": self._skipped,
            "old_units": self._old_units,
            "rows": self._told,
        }

    def _head(self) -> list[int]:
        """Write the headings, sometimes with a row of numbers beneath them."""
        rows_of_headings = headings(self._grid, self._columns, self._at)
        self._at = rows_of_headings[-1] + 1
        if self._chance.random() < 0.15:
            for place in range(len(self._columns)):
                self._grid.put(self._at, place, f"({place + 1})")
            self.either.add(self._at)
            self._at += 1
        return rows_of_headings

    def _entries(self, count: int) -> None:
        if not self._ground.has_groups:
            for _ in range(count):
                self._entry(self._chance.choice(self._ground.communes))
            return
        communes = self._ground.communes[: max(1, count)]
        for place, commune in enumerate(communes):
            self._group(place, commune)
            share = count // len(communes) + (place < count % len(communes))
            for _ in range(share):
                self._entry(commune)
            if self._chance.random() < 0.15:
                self._skip(f"Cộng: {share}")

    def _group(self, place: int, commune: Commune) -> None:
        number = _ROMAN[place] if place < len(_ROMAN) else str(place + 1)
        text = self._chance.choice([f"{number}. {commune.name}", commune.name])
        if self._chance.random() < 0.3:
            text = text.upper()
        self._grid.put(self._at, 0, text)
        if self._chance.random() < 0.7:
            self._grid.merge(self._at, 0, self._at, len(self._columns) - 1)
        self._groups.append(self._at)
        self._meet(commune)
        self._at += 1

    def _entry(self, commune: Commune) -> None:
        if self._chance.random() < 0.04:
            self._at += self._chance.choice([1, 1, 2])
        again = self._again() if self._makes("again") else None
        if again:
            cadre, before = again
        else:
            cadre, before = self._somebody(commune), None
        messes = self._messes(is_again=before is not None)
        row = rows.row_of(cadre, messes, self._wanted, self._cast.phone(), self._chance)
        self._put(row, cadre.commune)
        told = {"row": self._at, **row.answer(self._wanted.font, self._columns)}
        if before:
            told["duplicate_of"] = before["row"]
        self._told.append(told)
        if not before and row.can_come_again:
            self._written.append((cadre, told))
        self._at += 1

    def _put(self, row: rows.Row, commune: Commune) -> None:
        """Write the cells under their headings, and note the commune."""
        self._meet(commune)
        number = len(self._told) + 1
        cells = row.cells | {
            "number": self._number(number),
            "commune": self._ground.written(commune, self._chance),
            "district": commune.district,
            "province": commune.province,
        }
        for place, column in enumerate(self._columns):
            self._grid.put(self._at, place, cells.get(column.field))

    def _number(self, number: int) -> float | str | Formula:
        if not self._wanted.has_types:
            return str(number)
        if self._wanted.file == "xlsx" and self._chance.random() < 0.1:
            return Formula(f"={number - 1}+1", float(number))
        return float(number)

    def _somebody(self, commune: Commune) -> Cadre:
        cadre = self._cast.cadre(commune)
        if self._makes("concurrent_titles"):
            return rows.with_second_post(cadre, self._chance)
        return cadre

    def _again(self) -> tuple[Cadre, dict[str, Any]] | None:
        """Return somebody who is in the list already, her tone marks placed the other way."""
        same = [one for one in self._written if self._is_here(one[0])]
        if not same:
            return None
        cadre, told = self._chance.choice(same)
        return replace(cadre, name=rows.turned(cadre.name)), told

    def _is_here(self, cadre: Cadre) -> bool:
        """Return whether she would stand in the same group, and so in the same commune."""
        return not self._groups or cadre.commune is self._ground.communes[len(self._groups) - 1]

    def _messes(self, *, is_again: bool) -> frozenset[str]:
        chosen = {one for one in sorted(self._wanted.messes) if self._makes(one)}
        if is_again:
            chosen &= {"collapse_spaces", "nbsp", "date_cell", "phone_separators", "phone_84"}
        if self._wanted.font:
            chosen -= set(rows.NOT_IN_FONTS)
        return frozenset(chosen)

    def _makes(self, mess: str) -> bool:
        wanted = self._wanted
        return mess in wanted.messes and self._chance.randrange(100) < wanted.per_hundred

    def _meet(self, commune: Commune) -> None:
        if commune.district and commune.old_unit not in self._old_units:
            self._old_units.append(commune.old_unit)

    def _end(self, count: int) -> None:
        chance = self._chance
        if chance.random() < 0.7:
            self._skip(chance.choice(_TOTALS).format(count))
        if chance.random() < 0.7:
            self._at += chance.randrange(3)
            column = min(3, len(self._columns) - 1)
            for line in ("Ngày 12 tháng 6 năm 2025", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"):
                self._skip(line, column)
            if chance.random() < 0.5:
                self._at += chance.randrange(4)
                self._skip("Nguyễn Thị Ký", column)

    def _skip(self, text: str, column: int = 0) -> None:
        self._grid.put(self._at, column, text)
        self._skipped.append(self._at)
        self._at += 1


_TOTALS = (
    *("Tổng cộng: {:02} đồng chí", "Tổng số: {} người", "Cộng: {}", "TỔNG CỘNG: {} NGƯỜI"),
    *("Danh sách này có {} đồng chí./.", "Ấn định danh sách có {} người"),
)

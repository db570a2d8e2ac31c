"""A whole list: letterhead, headings, groups, rows, total, signature, and what it must mean."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.make.rosters.filling import Filling
from tests.make.rosters.grid import Grid
from tests.make.rosters.ground import any_ground
from tests.make.rosters.layouts import any_columns
from tests.make.rosters.wanted import Wanted


@dataclass(frozen=True, slots=True)
class List:
    """Sheets and the answer they must give; rows of `either` may be told as heading or as none."""

    wanted: Wanted
    sheets: list[Grid]
    answer: dict[str, Any]
    either: set[int] = field(default_factory=set)


def made(chance: Random, wanted: Wanted | None = None) -> List:
    """Return a list as chance has it."""
    asked = wanted or Wanted()
    count = asked.rows if asked.rows is not None else chance.randint(3, 24)
    ground = any_ground(chance, 1 + min(count // 3, 12))
    columns = any_columns(ground, chance)
    grid = Grid(chance.choice(["Sheet1", "DANH SÁCH", "DS cán bộ", "Trang tính 1"]))
    filling = Filling(asked, ground, columns, grid, chance)
    answer = filling.fill(count)
    if asked.file == "xlsx" and chance.random() < 0.2:
        grid.dimension = chance.choice(["A1", "A1:B2", "A1:XFD1048576"])
    if asked.file != "csv" and chance.random() < 0.2:
        _hide(grid, answer, len(columns), chance)
    return List(asked, [grid, *_others(chance, asked)], answer, filling.either)


def _hide(grid: Grid, answer: dict[str, Any], column: int, chance: Random) -> None:
    """Add a hidden column that says otherwise what a visible one says: an old copy of it."""
    heading = chance.choice(["Họ và tên", "Số điện thoại", "Chức vụ"])
    grid.put(answer["header_rows"][0], column, heading)
    grid.hidden_columns.add(column)
    for row in answer["rows"]:
        grid.put(row["row"], column, {"Số điện thoại": "0912999000"}.get(heading, "Kế toán Cũ"))


def _others(chance: Random, wanted: Wanted) -> list[Grid]:
    """Return sheets that hold no list: how to fill it in, or an old one that is hidden."""
    sheets: list[Grid] = []
    if wanted.file != "csv" and chance.random() < 0.2:
        guide = Grid("HƯỚNG DẪN")
        guide.put(1, 0, "Ngày sinh ghi dd/mm/yyyy; nếu chỉ biết năm thì ghi năm.")
        guide.put(2, 0, "Không gộp ô trong phần danh sách.")
        sheets.append(guide)
    if wanted.file != "csv" and chance.random() < 0.15:
        old = Grid("Cũ", is_hidden=True)
        for place, text in enumerate(["STT", "Họ và tên", "Số điện thoại", "Chức vụ"]):
            old.put(1, place, text)
        for place, text in enumerate(["1", "Nguyễn Thị Ẩn", "0912999888", "Chủ tịch"]):
            old.put(2, place, text)
        sheets.append(old)
    return sheets

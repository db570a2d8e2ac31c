"""What stands above the rows: who sends the list, what it is, and the headings."""

from random import Random

from tests.make.rosters.grid import Grid
from tests.make.rosters.ground import Ground
from tests.make.rosters.headings import Column

_RIGHT = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_TITLES = (
    "DANH SÁCH CÁN BỘ HỘI THAM GIA LỚP BỒI DƯỠNG",
    "DANH SÁCH CÁN BỘ HỘI, CHI HỘI TRƯỞNG THAM GIA LỚP BỒI DƯỠNG NVCTH",
    "DANH SÁCH TRÍCH NGANG CÁN BỘ",
    "BIỂU TỔNG HỢP CÁN BỘ HỘI CƠ SỞ",
)


def letterhead(grid: Grid, ground: Ground, width: int, chance: Random) -> int:
    """Write a letterhead of any height, none at all among them; return the row beneath it."""
    lines = ground.letterhead(chance)
    for row, line in enumerate(lines, 1):
        grid.put(row, 0, line)
        grid.merge(row, 0, row, 1)
    if lines and chance.random() < 0.7:
        for row, line in enumerate(_RIGHT, 1):
            grid.put(row, 4, line)
    at = 1 + (max(len(lines), 2) if lines else 0) + chance.randrange(3)
    if chance.random() < 0.8:
        grid.put(at, 0, chance.choice(_TITLES))
        grid.merge(at, 0, at, max(width - 1, 4))
        at += 1
    if chance.random() < 0.6:
        grid.put(at, 0, "(Kèm theo Công văn số 12/CV-HPN)")
        at += 1
    return at + chance.randrange(3)


def headings(grid: Grid, columns: list[Column], top: int) -> list[int]:
    """Write the headings, over two rows if some stand under another; return their rows."""
    bottom = top + any(column.above for column in columns)
    before = None
    for place, column in enumerate(columns):
        if column.above is None:
            grid.put(top, place, column.heading)
            grid.merge(top, place, bottom, place)
            continue
        grid.put(bottom, place, column.heading)
        is_first = column.above != before
        if is_first:
            grid.put(top, place, column.above)
            grid.merge(top, place, top, place + 1)
        before = column.above if is_first else None
    return list(range(top, bottom + 1))

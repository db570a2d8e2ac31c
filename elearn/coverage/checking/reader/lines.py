"""The lines of a CSV file, with their cells by the names of the columns."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from elearn.errors import Refusal
from elearn.text import msg, nfc

NEEDED = ("indicator", "numerator", "denominator", "value", "unit")
OTHERS = ("seed_file", "group", "level", "area", "year_or_date", "quote")
COMMA, SEMICOLON = ",", ";"
_MARKS = {COMMA: msg("phẩy"), SEMICOLON: msg("chấm phẩy")}


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of a line by their columns, and whether a comma is the decimal sign in it."""

    has_decimal_comma: bool
    cells: Mapping[str, str]


def _mark(first: str) -> str:
    """Return what parts the cells of a file that begins with this line."""
    return SEMICOLON if first.count(SEMICOLON) > first.count(COMMA) else COMMA


def lines(path: Path) -> Iterator[tuple[int, Line]]:
    """Yield each line of figures with its number in the file.

    Commas part its cells; where the first line has more semicolons, these do, as Vietnamese Excel
    writes it, and a comma is the decimal sign.

    :raise Refusal: if the file is no such table.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            mark = _mark(file.readline())
            file.seek(0)
            table = csv.reader(file, delimiter=mark, strict=True)
            head = [name.strip() for name in next(table, [])]
            _check_head(path, head)
            before = table.line_num
            for cells in table:
                line, before = before + 1, table.line_num
                if any(map(str.strip, cells)):
                    yield line, Line(mark == SEMICOLON, _named(path, (line, mark), head, cells))
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        raise Refusal(
            msg(
                "Không đọc được %(file)s (%(reason)s). Cần tệp CSV, bảng mã UTF-8, cách nhau"
                " bằng dấu phẩy hoặc dấu chấm phẩy.",
                file=path.name,
                reason=str(problem),
            )
        ) from problem


def _check_head(path: Path, head: list[str]) -> None:
    twice = sorted({name for name in head if head.count(name) > 1 and name in (*NEEDED, *OTHERS)})
    if twice:
        raise Refusal(
            msg(
                "%(file)s có hai cột cùng tên: %(columns)s.",
                file=path.name,
                columns=", ".join(twice),
            )
        )
    missing = [name for name in NEEDED if name not in head]
    if missing:
        raise Refusal(
            msg(
                "%(file)s thiếu cột %(columns)s ở dòng đầu. Các cột: %(all)s.",
                file=path.name,
                columns=", ".join(missing),
                all=", ".join((*NEEDED, *OTHERS)),
            )
        )


def _named(
    path: Path, place: tuple[int, str], head: list[str], cells: list[str]
) -> Mapping[str, str]:
    line, mark = place
    if len(cells) != len(head):
        raise Refusal(
            msg(
                "%(file)s, dòng %(line)s có %(found)s ô, dòng đầu có %(wanted)s. Ô có dấu %(mark)s"
                " phải đặt trong ngoặc kép.",
                file=path.name,
                line=line,
                found=len(cells),
                wanted=len(head),
                mark=_MARKS[mark],
            )
        )
    return dict.fromkeys(OTHERS, "") | dict(zip(head, map(nfc, cells), strict=True))

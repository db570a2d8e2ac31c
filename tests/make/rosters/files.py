"""Makes real files of lists: .xlsx, .xls, and .csv in any encoding."""

import csv
import io
import re
import shutil
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from tests.make.rosters import fonts
from tests.make.rosters.grid import Grid
from tests.make.rosters.lists import List
from tests.make.rosters.values import Cell, Formula

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16")
_LARGE = 10_000  # Rows: above that they are written one after the other, and nothing is merged.


def put(made: List, path: Path, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> Path:
    """Write the list as the kind of file it was wanted as, and return where."""
    kind = made.wanted.file
    if kind == "csv":
        path.write_bytes(_csv(made.sheets[0], made.wanted.font, encoding, delimiter))
    elif kind == "xls":
        _xls(made.sheets, path)
    else:
        _xlsx(made.sheets, path)
    return path


def _csv(grid: Grid, font: str | None, encoding: str, delimiter: str) -> bytes:
    text = io.StringIO()
    last = max(grid.rows)
    width = 1 + max(max(cells) for cells in grid.rows.values())
    writer = csv.writer(text, delimiter=delimiter)
    for number in range(1, last + 1):
        cells = grid.rows.get(number, {})
        writer.writerow([_text(cells.get(place)) for place in range(width)])
    if font == "windows_1258":
        return fonts.bytes_of_1258(text.getvalue())
    old = {"tcvn3": "latin-1", "vni": "cp1252"}
    return text.getvalue().encode(old.get(font or "", encoding))


def _text(cell: Cell) -> str:
    value = cell.value if isinstance(cell, Formula) else cell
    if isinstance(value, float):
        return str(int(value))
    return "" if value is None else str(value)


def _xlsx(grids: list[Grid], path: Path) -> None:
    is_large = sum(len(grid.rows) for grid in grids) > _LARGE
    options = {"constant_memory": is_large, "strings_to_formulas": False}
    book = xlsxwriter.Workbook(str(path), options)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for grid in grids:
        sheet = book.add_worksheet(grid.name)
        if grid.is_hidden:
            sheet.hide()
        for column in grid.hidden_columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
        _fill_xlsx(sheet, grid, day)
        if not is_large:
            _merge_xlsx(sheet, grid)
    book.close()
    _lie(path, grids)


def _fill_xlsx(sheet: Any, grid: Grid, day: Any) -> None:
    for number, cells in sorted(grid.rows.items()):
        for column, cell in sorted(cells.items()):
            _put_xlsx(sheet, number - 1, column, cell, day)


def _put_xlsx(sheet: Any, row: int, column: int, cell: Cell, day: Any) -> None:
    if isinstance(cell, Formula):
        sheet.write_formula(row, column, cell.text, None, cell.value)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)  # noqa: DTZ001  # A sheet knows no zones.
    elif isinstance(cell, float):
        sheet.write_number(row, column, cell)
    elif cell is not None:
        sheet.write_string(row, column, cell)


def _merge_xlsx(sheet: Any, grid: Grid) -> None:
    for first_row, first, last_row, last in grid.merged:
        cell = grid.rows[first_row].get(first)
        sheet.merge_range(first_row - 1, first, last_row - 1, last, cell)


def _lie(path: Path, grids: list[Grid]) -> None:
    """Have sheets state another extent than they have, as some programs do."""
    lies = {place: grid.dimension for place, grid in enumerate(grids, 1) if grid.dimension}
    if not lies:
        return
    honest = path.with_suffix(".honest")
    shutil.move(path, honest)
    with zipfile.ZipFile(honest) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            found = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if found and (lie := lies.get(int(found[1]))):
                data = re.sub(rb'<dimension ref="[^"]*"', f'<dimension ref="{lie}"'.encode(), data)
            new.writestr(name, data)
    honest.unlink()


def _xls(grids: list[Grid], path: Path) -> None:
    book = xlwt.Workbook(encoding="utf-8")
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for grid in grids:
        sheet = book.add_sheet(grid.name)
        sheet.visibility = 1 if grid.is_hidden else 0
        for column in grid.hidden_columns:
            sheet.col(column).hidden = True
        corners = {(first_row, first): rest for first_row, first, *rest in grid.merged}
        for number, cells in sorted(grid.rows.items()):
            for column, cell in sorted(cells.items()):
                value = cell.value if isinstance(cell, Formula) else cell
                style = (day,) if isinstance(value, date) else ()
                if corner := corners.get((number, column)):
                    sheet.write_merge(number - 1, corner[0] - 1, column, corner[1], value, *style)
                else:
                    sheet.write(number - 1, column, value, *style)
    book.save(str(path))

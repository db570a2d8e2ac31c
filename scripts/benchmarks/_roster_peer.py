"""What reading a sheet and writing its rows costs if nobody understands or compares anything."""

from pathlib import Path

from openpyxl import load_workbook
from sqlalchemy import create_engine, text

_COLUMNS = 14


def read_and_insert(path: Path, url: str) -> int:
    """Read a workbook with openpyxl and insert its rows as they are into an empty table."""
    sheet = load_workbook(path, read_only=True).worksheets[0]
    rows = [
        {f"c{place}": None if cell is None else str(cell) for place, cell in enumerate(row)}
        for row in sheet.iter_rows(max_col=_COLUMNS, values_only=True)
    ]
    names = [f"c{place}" for place in range(_COLUMNS)]
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS peer"))
        connection.execute(text(f"CREATE TABLE peer ({', '.join(f'{one} TEXT' for one in names)})"))
        values = ", ".join(f":{one}" for one in names)
        connection.execute(text(f"INSERT INTO peer VALUES ({values})"), rows)  # noqa: S608  # names of ours
    engine.dispose()
    return len(rows)

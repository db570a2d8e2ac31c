"""How far the cells of a sheet reach that hold a value; those that hold a format alone do not."""

from elearn.sheets.faults import Fault
from elearn.sheets.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from elearn.sheets.xlsx.places import place_of

_DIGITS = "0123456789"


class Reach:
    """Rows and columns that hold values, each with one cell as its witness."""

    def __init__(self, sheet: str) -> None:
        self.cells = 0
        self.sheet = sheet
        self._columns: dict[str, str] = {}
        self._rows: dict[str, str] = {}

    @property
    def rows(self) -> int:
        """The number of rows that hold a value."""
        return len(self._rows)

    def reached(self, place: str) -> None:
        """Note a cell that holds a value.

        :raise Fault: if it stands in one row too many.
        """
        self.cells += 1
        letters = place.rstrip(_DIGITS)
        self._columns.setdefault(letters, place)
        number = place[len(letters) :]
        if number not in self._rows:
            self._rows[number] = place
            refuse_many(self.rows)

    def has(self, row: int) -> bool:
        """Return whether the row holds a value."""
        return str(row) in self._rows

    def refuse_far(self) -> None:
        """:raise Fault: if the cells, with the empty ones between them, would fill a memory."""
        if not self._rows:
            return
        places = [self._found(place) for place in (*self._columns.values(), *self._rows.values())]
        last_row = max(row for row, _ in places)
        last_column = max(column for _, column in places)
        if last_column >= MOST_COLUMNS:
            raise Fault("far_out", sheet=self.sheet, cell=self._witness(1, last_column))
        if last_row * (last_column + 1) > MOST_CELLS:
            raise Fault("far_out", sheet=self.sheet, cell=self._witness(0, last_row))

    def _found(self, place: str) -> tuple[int, int]:
        found = place_of(place)
        if found is None:
            raise Fault("broken", part=self.sheet)
        return found

    def _witness(self, axis: int, value: int) -> str:
        cells = self._rows.values() if axis == 0 else self._columns.values()
        return next(cell for cell in cells if self._found(cell)[axis] == value)


def refuse_many(rows: int) -> None:
    """:raise Fault: if these are more rows than one file may have."""
    if rows > MOST_ROWS:
        raise Fault("many_rows", most=f"{MOST_ROWS:,}".replace(",", "."))

"""A sheet of cells before it becomes a file."""

from collections.abc import Callable

from tests.make.rosters.values import Cell


class Grid:
    """Cells by row (as Excel counts) and column (from 0), what is merged, what is hidden."""

    def __init__(self, name: str, *, is_hidden: bool = False) -> None:
        self.name = name
        self.is_hidden = is_hidden
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.hidden_columns: set[int] = set()
        #: What the file says its extent were, if that is a lie.
        self.dimension: str | None = None

    def put(self, row: int, column: int, cell: Cell) -> None:
        if cell is not None:
            self.rows.setdefault(row, {})[column] = cell

    def merge(self, first_row: int, first: int, last_row: int, last: int) -> None:
        if (first_row, first) != (last_row, last):
            self.merged.append((first_row, first, last_row, last))

    def rewrite(self, write: Callable[[str], str]) -> None:
        """Write every text anew, as in another font."""
        for cells in self.rows.values():
            for column, cell in cells.items():
                if isinstance(cell, str):
                    cells[column] = write(cell)

"""How an invented world comes into the database: in bulk, table by table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from elearn.db import Base

_AT_ONCE = 20_000


class Rows:
    """Rows to be written, by the name of their table."""

    def __init__(self) -> None:
        self.waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self.written: set[str] = set()

    def add(self, table: type[Base], **values: Any) -> None:
        """Keep a row; the rows of a table name the same columns."""
        self.waiting[str(table.__tablename__)].append(values)

    def extend(self, other: "Rows") -> None:
        for name, rows in other.waiting.items():
            self.waiting[name] += rows

    def write(self, db: Session) -> None:
        """Write what waits, what others refer to first."""
        for table in Base.metadata.sorted_tables:
            rows = self.waiting.pop(table.name, [])
            for some in _slices(rows):
                db.execute(insert(table), some)
                self.written.add(table.name)


def _slices(rows: Sequence[dict[str, Any]]) -> Iterable[Sequence[dict[str, Any]]]:
    for first in range(0, len(rows), _AT_ONCE):
        yield rows[first : first + _AT_ONCE]

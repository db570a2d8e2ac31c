"""What was written, row for row, so that it can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from elearn.db import Base
from elearn.db.bulk import put_rows
from elearn.people.roster.models import ChangeAct, RosterBatch, RosterChange

_COLUMNS = ("batch_id", "row_id", "act", "of_table", "of_id", "before", "after")
_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The changes of one transaction, in the order in which they were made."""

    batch: RosterBatch
    rows: list[tuple[Any, ...]] = field(default_factory=list)

    def inserted(self, row_id: int, kind: type[Base], key: int) -> None:
        """Note a row that was not there."""
        self._note(row_id, ChangeAct.INSERT, kind, (key, _NOTHING, _NOTHING))

    def superseded(self, row_id: int, kind: type[Base], key: int) -> None:
        """Note a row that is not held for true any more."""
        self._note(row_id, ChangeAct.SUPERSEDE, kind, (key, _NOTHING, _NOTHING))

    def edited(
        self, row_id: int, kind: type[Base], key: int, values: tuple[Mapping[str, Any], ...]
    ) -> None:
        """Note a row that says something else: by column what stood there, and what stands now."""
        self._note(row_id, ChangeAct.EDIT, kind, (key, *values))

    def _note(self, row_id: int, act: ChangeAct, kind: type[Base], what: tuple[Any, ...]) -> None:
        self.rows.append((self.batch.id, row_id, act, kind.__tablename__, *what))

    def write(self, db: Session) -> None:
        """Write all of it."""
        put_rows(db, RosterChange, _COLUMNS, self.rows)

"""The database: table base, column types, dated rows, durable engines, and the change outbox."""

from elearn.db.database import Database, insert_missing
from elearn.db.outbox import Change, changed
from elearn.db.tables import (
    UNKNOWN_START,
    Base,
    IntPk,
    Recorded,
    UtcDateTime,
    ValidTime,
    in_order_of_days,
)

__all__ = [
    "UNKNOWN_START",
    "Base",
    "Change",
    "Database",
    "IntPk",
    "Recorded",
    "UtcDateTime",
    "ValidTime",
    "changed",
    "in_order_of_days",
    "insert_missing",
]

"""The database: table base, column types, dated rows, durable engines, and the change outbox."""

from elearn.db.among import among
from elearn.db.cursor import Cursor, Seen
from elearn.db.database import Database, give_room, insert_missing, look_over
from elearn.db.outbox import Change, changed, changed_all, changes_for, newest
from elearn.db.tables import (
    UNKNOWN_START,
    Base,
    IntPk,
    Recorded,
    UtcDateTime,
    ValidTime,
    in_order_of_days,
)
from elearn.db.unalterable import Unalterable, guard, guard_from_change

__all__ = [
    "UNKNOWN_START",
    "Base",
    "Change",
    "Cursor",
    "Database",
    "IntPk",
    "Recorded",
    "Seen",
    "Unalterable",
    "UtcDateTime",
    "ValidTime",
    "among",
    "changed",
    "changed_all",
    "changes_for",
    "give_room",
    "guard",
    "guard_from_change",
    "in_order_of_days",
    "insert_missing",
    "look_over",
    "newest",
]

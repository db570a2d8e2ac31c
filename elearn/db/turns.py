"""Turns: of what must not be done twice at once, one transaction goes after the other."""

from zlib import crc32

from sqlalchemy import text
from sqlalchemy.orm import Session

#: Less than the second after which PostgreSQL looks who is in whose way, and ends either.
_PATIENCE = "500ms"
_IN_THE_WAY = ("55P03", "40P01")  # A lock that was not given in time, and a deadlock.


def take_turn(db: Session, name: str) -> None:
    """Wait until nobody else does what is named so; the turn ends with the transaction.

    On SQLite there is one writer at a time in any case.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": crc32(name.encode())})


def give_way(db: Session) -> None:
    """Have this transaction fail, rather than another, where each waits for what the other holds.

    For work that is begun again then; it also fails where it would have to wait for long.
    """
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text(f"SET LOCAL lock_timeout = '{_PATIENCE}'"))


def is_in_the_way(problem: Exception) -> bool:
    """Return whether a transaction failed only because another held what it needed."""
    state = getattr(getattr(problem, "orig", problem), "sqlstate", None)
    return state in _IN_THE_WAY

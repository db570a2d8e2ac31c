"""The change outbox: what later domains may follow from their own cursor."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import String, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from elearn.db.bulk import put_rows
from elearn.db.cursor import LOOKED_BACK, Cursor, Seen
from elearn.db.tables import Base, IntPk


class Change(Base):
    """One entry of the outbox: something later domains may follow from their own cursor."""

    __tablename__ = "change"

    id: Mapped[IntPk]
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]


def changed(db: Session, kind: str, key: object, *, now: datetime) -> None:
    """Write a change to the outbox, in the transaction that makes it."""
    db.add(Change(kind=kind, key=str(key), at=now))


def changed_all(db: Session, kind: str, keys: Iterable[object], *, now: datetime) -> None:
    """Write a change of each of many things to the outbox."""
    put_rows(db, Change, ("kind", "key", "at"), [(kind, str(key), now) for key in keys])


def newest(db: Session) -> list[Seen]:
    """Return the changes that were written last, whatever they are about."""
    rows = db.execute(select(Change.id, Change.at).order_by(Change.id.desc()).limit(LOOKED_BACK))
    return [Seen(number, at) for number, at in rows]


def changes_for(db: Session, cursor: Cursor, most: int | None = None) -> Sequence[Change]:
    """Return the change the cursor saw last, those after it, and those it missed till now."""
    number = cursor.last.number if cursor.last else 0
    wanted = or_(Change.id >= number, Change.id.in_(cursor.missing))
    return db.scalars(select(Change).where(wanted).order_by(Change.id).limit(most)).all()

"""The table of stored files: what their bytes are, not where they lie."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import BigInteger, CheckConstraint, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from elearn.db import Base, IntPk, insert_missing
from elearn.storage.naming import Kept
from elearn.storage.store import Store


class StoredFile(Base):
    """A file we keep: what its bytes are, not where they lie. Rows that use it restrict it."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    id: Mapped[IntPk]
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(80))
    kept_at: Mapped[datetime]


def remember(
    db: Session, store: Store, source: Path, *, media_type: str, now: datetime
) -> StoredFile:
    """Keep a small file and return its row; the same bytes give the same row."""
    return record(db, store.keep(source), media_type=media_type, now=now)


def record(db: Session, kept: Kept, *, media_type: str, now: datetime) -> StoredFile:
    """Return the row of a file that was kept before the transaction began, as large ones are.

    Nobody can clean the row away until the transaction ends.
    """
    values = {"sha256": kept.sha256, "size": kept.size, "media_type": media_type, "kept_at": now}
    insert_missing(db, StoredFile, **values)
    mine = select(StoredFile).where(StoredFile.sha256 == kept.sha256)
    return db.scalars(mine.with_for_update(read=True, key_share=True)).one()

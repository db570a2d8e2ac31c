"""Files by content: a file is kept once under its SHA-256, and never changes."""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Self
from uuid import uuid4

from sqlalchemy import BigInteger, CheckConstraint, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from elearn.db import Base, IntPk, insert_missing
from elearn.errors import Refusal
from elearn.text import msg

_BLOCK = 1 << 20
_ABANDONED_SECONDS = 24 * 3600  # No copy takes a day.


class StoredFile(Base):
    """A file we keep: what its bytes are, not where they lie. Rows that use it restrict it."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    id: Mapped[IntPk]
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media_type: Mapped[str] = mapped_column(String(80))
    kept_at: Mapped[datetime]


class Kept(NamedTuple):
    """A file that lies in the store: the name of its bytes, and how many there are."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Store:
    """A directory of files named by their SHA-256."""

    folder: Path

    @classmethod
    def at(cls, url: str) -> Self:
        """Open the store at an address.

        :raise Refusal: if the address is of a kind we do not know.
        """
        if not url.startswith("file://"):
            raise Refusal(
                msg("ELEARN_STORAGE_URL phải bắt đầu bằng file://, không phải “%(url)s”.", url=url)
            )
        return cls(Path(url.removeprefix("file://")))

    def path(self, sha256: str) -> Path:
        """Return where the file lies."""
        return self.folder / sha256[:2] / sha256

    def keep(self, source: Path) -> Kept:
        """Copy a file in, durably, and return its SHA-256 and its size in bytes.

        Safe to repeat and to kill: a file stands under its name only when it is whole.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self._clear_abandoned()
        under_way = self.folder / f"under-way-{uuid4().hex}"
        try:
            sha256, size = _copy(source, under_way)
            target = self.path(sha256)
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                under_way.replace(target)
                for folder in (target.parent, self.folder):  # Names, too, must outlast a crash.
                    _sync(folder)
        finally:
            under_way.unlink(missing_ok=True)
        return Kept(sha256, size)

    def discard(self, sha256: str) -> None:
        """Remove a file that must not be kept; nothing happens if it is not there."""
        self.path(sha256).unlink(missing_ok=True)

    def _clear_abandoned(self) -> None:
        """Remove the unfinished copies of processes that were killed."""
        for left in self.folder.glob("under-way-*"):
            with suppress(FileNotFoundError):  # Another process clears, too.
                if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                    left.unlink()


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _copy(source: Path, target: Path) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    with target.open("xb") as file:
        for block in _blocks(source):
            digest.update(block)
            size += len(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remember(
    db: Session, store: Store, source: Path, *, media_type: str, now: datetime
) -> StoredFile:
    """Keep a small file and return its row; the same bytes give the same row."""
    return record(db, store.keep(source), media_type=media_type, now=now)


def record(db: Session, kept: Kept, *, media_type: str, now: datetime) -> StoredFile:
    """Return the row of a file that was kept before the transaction began, as large ones are."""
    values = {"sha256": kept.sha256, "size": kept.size, "media_type": media_type, "kept_at": now}
    insert_missing(db, StoredFile, **values)
    return db.scalars(select(StoredFile).where(StoredFile.sha256 == kept.sha256)).one()


def enough_room(folder: Path, size: int) -> bool:
    """Return whether the disk would still have a tenth of a gigabyte after so many bytes."""
    return shutil.disk_usage(folder).free > size + 100_000_000

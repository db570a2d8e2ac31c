"""A store in a directory: on this machine's disk, or one that several machines share."""

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from uuid import uuid4

from elearn.storage.naming import BLOCK, Kept, Lying, blocks, digest, is_name
from elearn.storage.store import Access, Store

_ABANDONED_SECONDS = 24 * 3600  # No copy takes a day.
_PIECES = "pieces"


@dataclass(frozen=True)
class Directory(Store, scheme="file"):
    """A directory of files named by their SHA-256."""

    folder: Path

    @classmethod
    def opened(cls, place: str, access: Access) -> Self:
        del access
        return cls(Path(place))

    def path(self, sha256: str) -> Path:
        """Return where the file lies."""
        return self.folder / sha256[:2] / sha256

    def keep(self, source: Path) -> Kept:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._clear_abandoned()
        under_way = self.folder / f"under-way-{uuid4().hex}"
        try:
            kept = _copy(blocks(source), under_way)
            with self._settled(fcntl.LOCK_SH):
                self._name(under_way, kept)
        finally:
            under_way.unlink(missing_ok=True)
        return kept

    def _name(self, under_way: Path, kept: Kept) -> None:
        target = self.path(kept.sha256)
        if self.size(kept.sha256) == kept.size:
            os.utime(target)  # It counts as kept now, and is not cleaned away.
        else:
            target.parent.mkdir(exist_ok=True)
            under_way.replace(target)
        for folder in (target.parent, self.folder):  # Names, too, must outlast a crash.
            _sync(folder)

    def size(self, sha256: str) -> int | None:
        try:
            return self.path(sha256).stat().st_size
        except FileNotFoundError:
            return None

    def read(self, sha256: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        path = self.path(sha256)
        size = path.stat().st_size
        return _part(path, start, size if end is None else min(end, size))

    @contextmanager
    def local(self, sha256: str, *, is_private: bool = False) -> Iterator[Path]:
        del is_private  # There is no copy.
        path = self.path(sha256)
        path.stat()
        yield path

    def local_path(self, sha256: str) -> Path | None:
        return self.path(sha256)

    def address(self, sha256: str, until: datetime) -> str | None:
        del sha256, until
        return None

    def discard(self, sha256: str, *, before: datetime | None = None) -> bool:
        if not self.folder.exists():
            return True
        with self._settled(fcntl.LOCK_EX), suppress(FileNotFoundError):
            if before and _moment(self.path(sha256)) >= before:
                return False
            self.path(sha256).unlink()
        return True

    def files(self) -> Iterator[Lying]:
        for path in self.folder.glob("??/*"):
            with suppress(FileNotFoundError):
                if not is_name(path.name) or path != self.path(path.name):
                    continue  # Somebody has laid it here.
                yield Lying(path.name, path.stat().st_size, _moment(path))

    def lay(self, name: str, data: bytes) -> None:
        target = self.folder / _PIECES / name
        target.parent.mkdir(parents=True, exist_ok=True)
        under_way = self.folder / f"under-way-{uuid4().hex}"
        try:
            _copy(iter([data]), under_way)
            under_way.replace(target)
        finally:
            under_way.unlink(missing_ok=True)
        for folder in [target.parent, *target.parent.parents]:
            _sync(folder)
            if folder == self.folder:
                break

    def pieces(self, folder: str) -> list[Lying]:
        root = self.folder / _PIECES
        found = []
        for path in (root / folder).rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file():
                    name = str(path.relative_to(root))
                    found.append(Lying(name, path.stat().st_size, _moment(path)))
        return sorted(found)

    def piece(self, name: str) -> bytes:
        return (self.folder / _PIECES / name).read_bytes()

    def lift(self, folder: str) -> None:
        shutil.rmtree(self.folder / _PIECES / folder, ignore_errors=True)

    @contextmanager
    def _settled(self, how: int) -> Iterator[None]:
        """Keep apart those who name a file and who remove one that nobody has named for long."""
        with (self.folder / ".lock").open("a") as lock:
            fcntl.flock(lock, how)
            yield

    def _clear_abandoned(self) -> None:
        """Remove the unfinished copies of processes that were killed."""
        for left in self.folder.glob("under-way-*"):
            with suppress(FileNotFoundError):  # Another process clears, too.
                if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                    left.unlink()


def _part(path: Path, start: int, end: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while start < end and (block := file.read(min(BLOCK, end - start))):
            start += len(block)
            yield block


def _moment(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def _copy(parts: Iterator[bytes], target: Path) -> Kept:
    with target.open("xb") as file:
        kept = digest(parts, file)
        file.flush()
        os.fsync(file.fileno())
    return kept


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

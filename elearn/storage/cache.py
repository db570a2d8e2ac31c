"""Copies of files that lie elsewhere, for programs that can only read files of this machine."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from elearn.storage.naming import blocks, digest
from elearn.storage.room import enough_room
from elearn.storage.store import Torn

#: Returns the bytes of the file, from the place where it lies for good.
Fetch = Callable[[], Iterator[bytes]]
_UNDER_WAY = "under-way-"


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of copies under their SHA-256, cleared from the one not used for longest.

    Who uses a copy holds a lock on it, which the kernel ends with its process.
    """

    folder: Path
    most_bytes: int

    @contextmanager
    def copy(self, sha256: str, size: int, fetch: Fetch) -> Iterator[Path]:
        """Give the path of a copy, which stays for the while; all of its bytes were looked at.

        Copies in use may take more room than there should be; no other copy stays beside them.

        :raise Torn: if what is fetched are not the bytes of that name.
        """
        path = self.folder / sha256
        try:
            with self._held(path) or self._kept(path, size, fetch):
                os.utime(path)
                yield path
        finally:
            self._clear(self.most_bytes)

    @contextmanager
    def passing(self, sha256: str, size: int, fetch: Fetch) -> Iterator[Path]:
        """Give the path of a copy that is gone after the while, as becomes what tells of people.

        :raise Torn: if what is fetched are not the bytes of that name.
        """
        with self._fetched(sha256, size, fetch) as file:
            path = Path(file.name)
            try:
                yield path
            finally:
                path.unlink(missing_ok=True)

    def forget(self, sha256: str) -> None:
        """Remove a copy, unless somebody uses it."""
        _cleared(self.folder / sha256)

    def _held(self, path: Path) -> BinaryIO | None:
        """Open a copy that is there and whole, and hold it."""
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return None
        fcntl.flock(file, fcntl.LOCK_SH)
        if os.fstat(file.fileno()).st_nlink and digest(blocks(path)).sha256 == path.name:
            return file
        file.close()  # It was cleared away meanwhile, or a crash has torn it.
        path.unlink(missing_ok=True)
        return None

    def _kept(self, path: Path, size: int, fetch: Fetch) -> BinaryIO:
        """Fetch a copy and put it under its name; if another was quicker, hold that one."""
        file = self._fetched(path.name, size, fetch)
        with suppress(FileExistsError):
            path.hardlink_to(file.name)
        Path(file.name).unlink(missing_ok=True)
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()
        return self._held(path) or self._kept(path, size, fetch)

    def _fetched(self, sha256: str, size: int, fetch: Fetch) -> BinaryIO:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._clear(max(0, self.most_bytes - size))
        if not enough_room(self.folder, size):
            self._clear(0)
        file = (self.folder / f"{_UNDER_WAY}{uuid4().hex}").open("xb")
        try:
            fcntl.flock(file, fcntl.LOCK_SH)
            _write(file, fetch(), sha256)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            file.close()
            raise
        return file

    def _clear(self, most_bytes: int) -> None:
        """Remove copies nobody uses, the one not used for longest first, down to so many bytes."""
        copies = []
        for path in self.folder.iterdir():
            with suppress(FileNotFoundError):
                found = path.stat()
                is_whole = not path.name.startswith(_UNDER_WAY)
                copies.append((is_whole, found.st_mtime, found.st_size, path))
        total = sum(size for _, _, size, _ in copies)
        for is_whole, _, size, path in sorted(copies):
            # What is under way and held by nobody, a killed process has left.
            if (total > most_bytes or not is_whole) and _cleared(path):
                total -= size


def _write(file: BinaryIO, parts: Iterator[bytes], sha256: str) -> None:
    written = digest(parts, file)
    file.flush()
    if written.sha256 != sha256:
        raise Torn(sha256)


def _cleared(path: Path) -> bool:
    """Remove a copy unless somebody holds it."""
    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    except BlockingIOError:
        return False
    except FileNotFoundError:
        return True
    return True

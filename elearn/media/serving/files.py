"""The bytes of a file on their way out: from this machine's disk, or streamed from a bucket."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

from elearn.storage import Store

#: Wraps an open file for the server, which has the kernel send it.
Wrapper = Callable[[IO[bytes]], Iterable[bytes]]
#: So little is quicker read than sent by the kernel, which is asked several times for it.
LITTLE = 1 << 18


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file that lies on this machine."""

    path: Path
    size: int

    def bytes_of(self, span: range, wrapper: Wrapper | None) -> Iterable[bytes]:
        """Return some bytes of it; many go out by the server's own way, if it has one."""
        file = self.path.open("rb", buffering=0)
        if wrapper and len(span) > LITTLE:
            file.seek(span.start)
            return wrapper(file)
        return _Part(file, span)


class _Part:
    """A stretch of an open file, some bytes at a time, closed when the answer is."""

    def __init__(self, file: IO[bytes], span: range) -> None:
        self._file = file
        self._span = span

    def __iter__(self) -> "_Part":
        return self

    def __next__(self) -> bytes:
        block = os.pread(self._file.fileno(), min(LITTLE, len(self._span)), self._span.start)
        if not block:
            raise StopIteration
        self._span = self._span[len(block) :]
        return block

    def close(self) -> None:
        self._file.close()


@dataclass(frozen=True, slots=True)
class InBucket:
    """A file that is fetched while it is handed out."""

    store: Store
    sha256: str
    size: int

    def bytes_of(self, span: range, wrapper: Wrapper | None) -> Iterable[bytes]:
        """Return some bytes of it as they come."""
        del wrapper  # Nothing lies open here that a server could send.
        return self.store.read(self.sha256, span.start, span.stop)


def find(store: Store, sha256: str) -> OnDisk | InBucket:
    """Return the file under a name.

    :raise FileNotFoundError: if it is not there.
    :raise StoreAway: if the bucket does not answer.
    """
    path = store.local_path(sha256)
    if path is not None:
        return OnDisk(path, path.stat().st_size)
    return InBucket(store, sha256, _size_of(store, sha256))


@lru_cache(maxsize=4096)
def _size_of(store: Store, sha256: str) -> int:
    """Return how many bytes a name stands for: that never changes, so it is asked once."""
    size = store.size(sha256)
    if size is None:
        raise FileNotFoundError(sha256)
    return size

"""A store in a bucket of any service that speaks S3."""

import hashlib
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import Self
from uuid import uuid4

from elearn import clock
from elearn.storage.cache import Cache
from elearn.storage.naming import Kept, Lying, blocks, digest, is_name
from elearn.storage.service import PART, Service
from elearn.storage.store import Access, Store, StoreAway, Torn

_FRESH = timedelta(hours=12)  # Far from the day after which what nobody refers to is cleaned away.
_REMOVED_WITHIN = timedelta(minutes=2)  # Who began to remove a file longer ago was killed.
_PAUSE_SECONDS = 0.2
_TRIES = 5
_GOING, _PIECES = "going", "pieces"


@dataclass(frozen=True)
class Bucket(Store, scheme="s3"):
    """A bucket, or what lies in it below a prefix.

    S3 shows an object once all of it has come, and knows no locks. So who removes a file says so
    first, by an object below `going/`, and who keeps one looks whether anybody does.
    """

    name: str
    prefix: str
    access: Access

    @classmethod
    def opened(cls, place: str, access: Access) -> Self:
        name, _, prefix = place.partition("/")
        return cls(name, prefix.strip("/"), access)

    @cached_property
    def _service(self) -> Service:
        return Service(self.name, self.prefix, self.access)

    @cached_property
    def _cache(self) -> Cache:
        return Cache(self.access.cache, self.access.cache_mb * 1_000_000)

    def keep(self, source: Path) -> Kept:
        kept = digest(blocks(source))
        for _ in range(_TRIES):
            if not self._was_kept_lately(kept):
                self._send(source, kept)
            # Whoever began to remove it may have looked before it stood here anew.
            while self._is_going(kept.sha256):
                time.sleep(_PAUSE_SECONDS)
            if self.size(kept.sha256) == kept.size:
                return kept
        raise StoreAway(f"s3://{self.name} does not keep what it is given")

    def _was_kept_lately(self, kept: Kept) -> bool:
        found = self._service.look(_key(kept.sha256))
        fresh = clock.now() - _FRESH
        return found is not None and found.size == kept.size and found.kept_at > fresh

    def _send(self, source: Path, kept: Kept) -> None:
        key, parts = _key(kept.sha256), _checked(source, kept)
        if kept.size <= PART:
            self._service.put(key, b"".join(parts))
            return
        try:
            self._service.send(key, parts)
        except StoreAway:  # So it also looks if it was we who broke off.
            if digest(blocks(source)) != kept:
                raise Torn(kept.sha256) from None
            raise

    def size(self, sha256: str) -> int | None:
        found = self._service.look(_key(sha256))
        return found.size if found else None

    def read(self, sha256: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        if end is not None and end <= start:
            return iter(())
        return self._service.stream(_key(sha256), start, end)

    def local(self, sha256: str, *, is_private: bool = False) -> AbstractContextManager[Path]:
        size = self.size(sha256)
        if size is None:
            raise FileNotFoundError(sha256)
        copy = self._cache.passing if is_private else self._cache.copy
        return copy(sha256, size, partial(self.read, sha256))

    def local_path(self, sha256: str) -> Path | None:
        del sha256
        return None

    def address(self, sha256: str, until: datetime) -> str | None:
        return self._service.sign(_key(sha256), until)

    def discard(self, sha256: str, *, before: datetime | None = None) -> bool:
        marker = f"{_GOING}/{sha256}/{uuid4().hex}"
        self._service.put(marker, b"-")
        try:
            found = self._service.look(_key(sha256))
            if found and before and found.kept_at >= before:
                return False
            self._service.delete([_key(sha256)])
        finally:
            self._service.delete([marker])
        self._cache.forget(sha256)
        return True

    def _is_going(self, sha256: str) -> bool:
        begun = clock.now() - _REMOVED_WITHIN
        return any(one.kept_at > begun for one in self._service.below(f"{_GOING}/{sha256}/"))

    def files(self) -> Iterator[Lying]:
        for one in self._service.below(""):
            name = one.name.rpartition("/")[2]
            if is_name(name) and one.name == _key(name):
                yield one._replace(name=name)

    def lay(self, name: str, data: bytes) -> None:
        self._service.put(f"{_PIECES}/{name}", data)

    def pieces(self, folder: str) -> list[Lying]:
        found = self._service.below(f"{_PIECES}/{folder}/")
        return sorted(one._replace(name=one.name.removeprefix(f"{_PIECES}/")) for one in found)

    def piece(self, name: str) -> bytes:
        return self._service.get(f"{_PIECES}/{name}")

    def lift(self, folder: str) -> None:
        self._service.delete([f"{_PIECES}/{one.name}" for one in self.pieces(folder)])


def _key(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _checked(source: Path, kept: Kept) -> Iterator[bytes]:
    """Return the bytes of a file, and break off at its end if they are no more what they were.

    A name is chosen before they are sent; broken off, nothing stands under it.
    """
    known = hashlib.sha256()
    for block in blocks(source):
        known.update(block)
        yield block
    if known.hexdigest() != kept.sha256:
        raise Torn(kept.sha256)

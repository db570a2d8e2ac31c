"""A store in a bucket of any service that speaks S3, by obstore.

The library must not be called before a process forks: its threads do not follow.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self
from uuid import uuid4

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from elearn import clock
from elearn.storage.cache import Cache
from elearn.storage.store import Access, Kept, Lying, Store, StoreAway, Torn, blocks, digest

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult
    from obstore.store import S3Config

_PART = 8 << 20  # Of 10,000 parts at most: files of 80 GB.
_AT_ONCE = 4
_STREAMED = 256 << 10
_LONGEST = timedelta(days=7)  # No signature of S3 holds for longer.
_FRESH = timedelta(hours=12)  # Far from the day after which what nobody refers to is cleaned away.
_CLEANED_WITHIN = timedelta(minutes=1)  # Who began to remove a file longer ago was killed.
_PAUSE_SECONDS = 0.2
_GOING, _PIECES = "going", "pieces"


@dataclass(frozen=True)
class Bucket(Store, scheme="s3"):
    """A bucket, or what lies in it below a prefix."""

    name: str
    prefix: str
    access: Access

    @classmethod
    def opened(cls, place: str, access: Access) -> Self:
        name, _, prefix = place.partition("/")
        return cls(name, prefix.strip("/"), access)

    @cached_property
    def _client(self) -> S3Store:
        access = self.access
        elsewhere: S3Config = {"endpoint": access.endpoint} if access.endpoint else {}
        return S3Store(
            self.name,
            config=elsewhere,
            prefix=self.prefix or None,
            access_key_id=access.access_key,
            secret_access_key=access.secret_key,
            region=access.region,
            client_options={
                "allow_http": access.endpoint.startswith("http://"),
                "timeout": timedelta(hours=6),  # A film takes its time on a thin line …
                "read_timeout": timedelta(seconds=30),  # … as long as something comes.
            },
            retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=20)},
        )

    @cached_property
    def _cache(self) -> Cache:
        return Cache(self.access.cache, self.access.cache_mb * 1_000_000)

    def keep(self, source: Path) -> Kept:
        kept = digest(blocks(source))
        while True:
            if not self._stands(kept):
                self._send(source, kept)
            # Whoever began to remove it before may have looked before it stood here anew.
            if not self._is_going(kept.sha256):
                if self._stands(kept):
                    return kept
            else:
                time.sleep(_PAUSE_SECONDS)

    def _stands(self, kept: Kept) -> bool:
        found = self._look(_key(kept.sha256))
        fresh = clock.now() - _FRESH
        return found is not None and found.size == kept.size and found.kept_at > fresh

    def _send(self, source: Path, kept: Kept) -> None:
        key = _key(kept.sha256)
        parts = _checked(source, kept)
        if kept.size <= _PART:
            self._put(key, b"".join(parts))
            return
        try:
            with _asking(self.name, is_writing=True):
                obstore.put(self._client, key, parts, chunk_size=_PART, max_concurrency=_AT_ONCE)
        except StoreAway:  # So it also looks if it was we who broke off.
            if digest(blocks(source)) != kept:
                raise Torn(kept.sha256) from None
            raise

    def _look(self, key: str) -> Lying | None:
        try:
            with _asking(self.name):
                found = obstore.head(self._client, key)
        except FileNotFoundError:
            return None
        return Lying(key, found["size"], found["last_modified"])

    def size(self, sha256: str) -> int | None:
        found = self._look(_key(sha256))
        return found.size if found else None

    def read(self, sha256: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        if end is not None and end <= start:
            return iter(())
        options: GetOptions = {"range": {"offset": start} if end is None else (start, end)}
        if start == 0 and end is None:
            options = {}
        with _asking(self.name):
            found = obstore.get(self._client, _key(sha256), options=options)
        return _told(found, self.name)

    def local(self, sha256: str, *, is_private: bool = False) -> AbstractContextManager[Path]:
        copy = self._cache.passing if is_private else self._cache.copy
        return copy(sha256, self._size(sha256), partial(self.read, sha256))

    def _size(self, sha256: str) -> int:
        size = self.size(sha256)
        if size is None:
            raise FileNotFoundError(sha256)
        return size

    def local_path(self, sha256: str) -> Path | None:
        del sha256
        return None

    def address(self, sha256: str, until: datetime) -> str | None:
        lasting = min(max(until - clock.now(), timedelta(seconds=1)), _LONGEST)
        return obstore.sign(self._client, "GET", _key(sha256), lasting)

    def discard(self, sha256: str, *, before: datetime | None = None) -> bool:
        marker = f"{_GOING}/{sha256}/{uuid4().hex}"
        self._put(marker, b"-")
        try:
            found = self._look(_key(sha256))
            if found and before and found.kept_at >= before:
                return False
            self._delete([_key(sha256)])
        finally:
            self._delete([marker])
        self._cache.forget(sha256)
        return True

    def _is_going(self, sha256: str) -> bool:
        begun = clock.now() - _CLEANED_WITHIN
        return any(one.kept_at > begun for one in self._below(f"{_GOING}/{sha256}/"))

    def files(self) -> Iterator[Lying]:
        for one in self._below(""):
            folder, parted, name = one.name.partition("/")
            if parted and len(folder) == len("ab") and "/" not in name:
                yield one._replace(name=name)

    def lay(self, name: str, data: bytes) -> None:
        self._put(f"{_PIECES}/{name}", data)

    def pieces(self, folder: str) -> list[Lying]:
        found = self._below(f"{_PIECES}/{folder}/")
        return sorted(one._replace(name=one.name.removeprefix(f"{_PIECES}/")) for one in found)

    def piece(self, name: str) -> bytes:
        with _asking(self.name):
            return bytes(obstore.get(self._client, f"{_PIECES}/{name}").bytes())

    def lift(self, folder: str) -> None:
        self._delete([f"{_PIECES}/{one.name}" for one in self.pieces(folder)])

    def _below(self, start: str) -> Iterator[Lying]:
        pages = iter(obstore.list(self._client, prefix=start or None))
        while True:
            with _asking(self.name):
                page = next(pages, None)
            if page is None:
                return
            for one in page:
                yield Lying(one["path"], one["size"], one["last_modified"])

    def _put(self, key: str, data: bytes) -> None:
        with _asking(self.name, is_writing=True):
            obstore.put(self._client, key, data, use_multipart=False)

    def _delete(self, keys: list[str]) -> None:
        with _asking(self.name), suppress(FileNotFoundError):
            for key in keys:
                obstore.delete(self._client, key)


def _key(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"


def _told(found: "GetResult", name: str) -> Iterator[bytes]:
    stream = iter(found.stream(min_chunk_size=_STREAMED))
    while True:
        with _asking(name):
            block = next(stream, None)
        if block is None:
            return
        yield bytes(block)


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


@contextmanager
def _asking(name: str, *, is_writing: bool = False) -> Iterator[None]:
    """Tell of what goes wrong in our words.

    :raise FileNotFoundError: if what is read is not there.
    :raise StoreAway: if the service does not answer, or refuses us.
    """
    try:
        yield
    except FileNotFoundError as problem:
        if is_writing:
            raise StoreAway(f"s3://{name}: there is no such bucket") from problem
        raise
    except BaseError as problem:
        first, *_ = str(problem).splitlines()
        raise StoreAway(f"s3://{name}: {first}") from problem

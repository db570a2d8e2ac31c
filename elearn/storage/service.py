"""What is asked of a service that speaks S3, and how it says no in our words; by obstore.

The library must not be called before a process forks: its threads do not follow.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from elearn import clock
from elearn.storage.naming import Lying
from elearn.storage.store import Access, StoreAway

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult
    from obstore.store import S3Config

PART = 8 << 20  # Of 10,000 parts at most: files of 80 GB.
_AT_ONCE = 4
_STREAMED = 256 << 10
_LONGEST = timedelta(days=7)  # No signature of S3 holds for longer.


@dataclass(frozen=True)
class Service:
    """One bucket, or what lies in it below a prefix, by the keys of its objects."""

    name: str
    prefix: str
    access: Access

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

    def look(self, key: str) -> Lying | None:
        """Return what is known of an object, if there is one."""
        try:
            with self._asking():
                found = obstore.head(self._client, key)
        except FileNotFoundError:
            return None
        return Lying(key, found["size"], found["last_modified"])

    def below(self, start: str) -> Iterator[Lying]:
        """Return the objects below a folder, or all."""
        pages = iter(obstore.list(self._client, prefix=start or None))
        while True:
            with self._asking():
                page = next(pages, None)
            if page is None:
                return
            for one in page:
                yield Lying(one["path"], one["size"], one["last_modified"])

    def get(self, key: str) -> bytes:
        """Return a small object."""
        with self._asking():
            return bytes(obstore.get(self._client, key).bytes())

    def stream(self, key: str, start: int, end: int | None) -> Iterator[bytes]:
        """Ask for a part of an object at once, and return it as it comes."""
        options: GetOptions = {"range": {"offset": start} if end is None else (start, end)}
        if start == 0 and end is None:
            options = {}
        with self._asking():
            found = obstore.get(self._client, key, options=options)
        return self._told(found)

    def _told(self, found: "GetResult") -> Iterator[bytes]:
        stream = iter(found.stream(min_chunk_size=_STREAMED))
        while True:
            with self._asking():
                block = next(stream, None)
            if block is None:
                return
            yield bytes(block)

    def put(self, key: str, data: bytes) -> None:
        """Put a small object in place of what was there, whole or not at all."""
        with self._asking(is_writing=True):
            obstore.put(self._client, key, data, use_multipart=False)

    def send(self, key: str, parts: Iterator[bytes]) -> None:
        """Put a large object in its place once all of it has come; if `parts` fails, never."""
        with self._asking(is_writing=True):
            obstore.put(self._client, key, parts, chunk_size=PART, max_concurrency=_AT_ONCE)

    def delete(self, keys: list[str]) -> None:
        """Remove objects, if they are there."""
        for key in keys:
            with self._asking(), suppress(FileNotFoundError):
                obstore.delete(self._client, key)

    def sign(self, key: str, until: datetime) -> str:
        """Return an address that anybody may fetch until then, or for a week at most."""
        lasting = min(max(until - clock.now(), timedelta(seconds=1)), _LONGEST)
        return obstore.sign(self._client, "GET", key, lasting)

    @contextmanager
    def _asking(self, *, is_writing: bool = False) -> Iterator[None]:
        """Tell of what goes wrong in our words.

        :raise FileNotFoundError: if what is read is not there.
        :raise StoreAway: if the service does not answer, or refuses us.
        """
        try:
            yield
        except FileNotFoundError as problem:
            if is_writing:
                raise StoreAway(f"s3://{self.name}: there is no such bucket") from problem
            raise
        except BaseError as problem:
            first, *_ = str(problem).splitlines()
            raise StoreAway(f"s3://{self.name}: {first}") from problem

"""What a store of files can do, wherever they lie: the words of a directory and of a bucket."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from elearn.config import Settings
from elearn.errors import Refusal
from elearn.storage.naming import Kept, Lying, digest
from elearn.text import msg


class StoreAway(ConnectionError):
    """The store does not answer, or not to us; what was asked of it may succeed later."""


class Torn(Exception):
    """The bytes under a name are not those it stands for."""


@dataclass(frozen=True, slots=True)
class Access:
    """How a bucket is reached, and where copies of its files may lie on this machine."""

    access_key: str = ""
    secret_key: str = ""
    endpoint: str = ""
    region: str = "us-east-1"
    cache: Path = Path("var/cache")
    cache_mb: int = 8192


class Store(ABC):
    """Files named by their SHA-256, which never change; and pieces of files that are under way."""

    _kinds: ClassVar[dict[str, type["Store"]]] = {}

    def __init_subclass__(cls, scheme: str) -> None:
        cls._kinds[scheme] = cls

    @staticmethod
    def of(settings: Settings) -> "Store":
        """Open the store of an installation; nothing is asked of it yet.

        :raise Refusal: if the address is of a kind we do not know.
        """
        access = Access(
            settings.storage_access_key,
            settings.storage_secret_key,
            settings.storage_endpoint,
            settings.storage_region,
            settings.home / "cache",
            settings.storage_cache_mb,
        )
        return Store.at(settings.storage_url, access)

    @staticmethod
    def at(url: str, access: Access = Access()) -> "Store":
        """Open the store at an address: file:///folder or s3://bucket/prefix.

        :raise Refusal: if the address is of a kind we do not know.
        """
        scheme, parted, place = url.partition("://")
        if not parted or not place or scheme not in Store._kinds:
            raise Refusal(
                msg(
                    "ELEARN_STORAGE_URL là file:///thư-mục hoặc s3://bucket, không phải “%(url)s”.",
                    url=url,
                )
            )
        return Store._kinds[scheme].opened(place, access)

    @classmethod
    @abstractmethod
    def opened(cls, place: str, access: Access) -> "Store":
        """Open the store at what follows the scheme of an address."""

    @abstractmethod
    def keep(self, source: Path) -> Kept:
        """Copy a file in, durably, and return its SHA-256 and its size in bytes.

        Safe to repeat, to kill and to do twice at once: a file stands under its name only when it
        is whole, and counts as kept now even if it lay there before.

        :raise OSError: with ENOSPC, if there is no room.
        :raise StoreAway: if the store does not answer.
        """

    @abstractmethod
    def size(self, sha256: str) -> int | None:
        """Return how many bytes lie under a name, or None if nothing does."""

    def exists(self, sha256: str) -> bool:
        """Return whether a file lies here."""
        return self.size(sha256) is not None

    def is_whole(self, sha256: str) -> bool:
        """Read a file through, and return whether it is there and is what its name says."""
        try:
            return digest(self.read(sha256)).sha256 == sha256
        except FileNotFoundError:
            return False

    @abstractmethod
    def read(self, sha256: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Return the bytes from `start` until before `end`, block by block.

        :raise FileNotFoundError: at once, if the file is not there.
        """

    @abstractmethod
    def local(self, sha256: str, *, is_private: bool = False) -> AbstractContextManager[Path]:
        """Give a path of this machine under which the whole file stands for the while.

        Of a private file no copy is left on this machine afterwards.

        :raise FileNotFoundError: if the file is not there.
        :raise Torn: if its bytes are others than its name says.
        """

    @abstractmethod
    def local_path(self, sha256: str) -> Path | None:
        """Return where the file lies for good on this machine, or None if it lies elsewhere."""

    @abstractmethod
    def address(self, sha256: str, until: datetime) -> str | None:
        """Return an address under which anybody can fetch the file until then, if there is one."""

    @abstractmethod
    def discard(self, sha256: str, *, before: datetime | None = None) -> bool:
        """Remove a file; with `before`, only one that nobody has kept anew since then.

        Returns whether the name is free now. Nothing happens if it was.
        """

    @abstractmethod
    def files(self) -> Iterator[Lying]:
        """Return all files that stand under a name."""

    @abstractmethod
    def lay(self, name: str, data: bytes) -> None:
        """Put a piece of what is under way, durably and whole, in place of one of that name.

        A name is parts of letters, digits and hyphens, parted by slashes.
        """

    @abstractmethod
    def pieces(self, folder: str) -> list[Lying]:
        """Return the pieces below a folder such as "uploads/7", sorted by name."""

    @abstractmethod
    def piece(self, name: str) -> bytes:
        """Return the bytes of a piece.

        :raise FileNotFoundError: if there is none.
        """

    @abstractmethod
    def lift(self, folder: str) -> None:
        """Remove all pieces below a folder."""

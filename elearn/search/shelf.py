"""Where the index lies: a folder of its own for each making, and a link to the one that holds.

A new index is made beside the old one and put in its place by one rename, so whoever looks in
finds the old or the new, never half of one. All of it can be thrown away.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from elearn.config import Settings
from elearn.db import Cursor

FORMAT = "1"  # Another number makes every installation build its index anew.
_CURSOR = "cursor.json"
_CONDEMNED = "condemned"


class NotReady(Exception):
    """There is no index that can be read; one is being made, or will be."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder of the index."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> "Shelf":
        return cls(settings.home / "search")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to change the index, which one process has at a time."""
        # Whoosh keeps pickles: whoever may write here may have anything run.
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        descriptor = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def current(self) -> Path:
        """Return the folder of the index that holds.

        :raise NotReady: if there is none of this format, or it was found broken.
        """
        try:
            name = os.readlink(self._link)
        except OSError:
            raise NotReady from None
        path = self.folder / name
        if not name.startswith(f"{FORMAT}-") or (path / _CONDEMNED).exists():
            raise NotReady
        return path

    def condemn(self, path: Path) -> None:
        """Say that an index cannot be read, so that it is made anew."""
        with suppress(OSError):
            (path / _CONDEMNED).touch()

    def begin(self) -> Path:
        """Return an empty folder for a new index; what killed processes left is removed."""
        self._clear(except_for=self._held())
        path = self.folder / f"{FORMAT}-{uuid4().hex[:12]}"
        path.mkdir(mode=0o700)
        return path

    def put(self, path: Path) -> None:
        """Make a finished index the one that holds; the one before stays for who is reading it."""
        before = self._held()
        link = self.folder / f"link-{uuid4().hex[:12]}"
        link.symlink_to(path.name)
        link.replace(self._link)
        self._clear(except_for=before | {path.name})

    def keep(self, path: Path, cursor: Cursor) -> None:
        """Write down how far an index has followed the outbox."""
        new = path / f"{_CURSOR}.new"
        new.write_text(json.dumps(cursor.as_json()))
        new.replace(path / _CURSOR)

    def cursor(self, path: Path) -> Cursor:
        """Return how far an index has followed the outbox.

        :raise NotReady: if that is not known.
        """
        try:
            return Cursor.read(json.loads((path / _CURSOR).read_text()))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise NotReady from None

    @property
    def _link(self) -> Path:
        return self.folder / "current"

    def _held(self) -> set[str]:
        try:
            return {os.readlink(self._link)}
        except OSError:
            return set()

    def _clear(self, *, except_for: set[str]) -> None:
        for path in self.folder.iterdir():
            if path.name in except_for | {"lock", "current"}:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)

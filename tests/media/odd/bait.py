"""What hostile files point at: a file nobody may open, and a door nobody may knock at."""

import ctypes
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_OPENED = 0x21  # IN_ACCESS | IN_OPEN of <sys/inotify.h>


@dataclass(frozen=True, slots=True)
class Bait:
    """A file, and an address with a door; both lie in the folder of the odd films."""

    canary: Path
    door: str

    @classmethod
    def in_(cls, folder: Path) -> Self:
        """Return the bait of a folder; nobody listens at its door unless it is watched."""
        door = folder / "door"
        address = door.read_text() if door.exists() else "http://127.0.0.1:9"
        return cls(folder / "canary.mp4", address)


@dataclass(frozen=True, slots=True)
class Watch:
    """Sees whether anybody opened the canary or knocked at the door."""

    door: socket.socket
    eye: int

    @property
    def was_touched(self) -> bool:
        """Return whether it happened since the last look."""
        return self._was_opened() or self._was_knocked_at()

    def _was_opened(self) -> bool:
        try:
            return bool(os.read(self.eye, 4096))
        except BlockingIOError:
            return False

    def _was_knocked_at(self) -> bool:
        try:
            self.door.accept()
        except BlockingIOError:
            return False
        return True


@contextmanager
def watched(folder: Path) -> Iterator[Watch]:
    """Lay the bait out before the odd films are made, and watch it."""
    canary = folder / "canary.mp4"
    canary.write_bytes(b"what nobody may read")
    kernel = ctypes.CDLL(None, use_errno=True)
    eye = kernel.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    kernel.inotify_add_watch(eye, bytes(canary), _OPENED)
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        (folder / "door").write_text(f"http://127.0.0.1:{door.getsockname()[1]}")
        try:
            yield Watch(door, eye)
        finally:
            os.close(eye)

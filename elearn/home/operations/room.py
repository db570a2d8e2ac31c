"""What room there is where this process stands: its disks, each once."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from elearn import jobs
from elearn.config import Settings
from elearn.home.operations.rules import LOW_BYTES


@dataclass(frozen=True, slots=True)
class Disk:
    """A disk we write to: a folder on it, and how many bytes it has and has left."""

    folder: str
    total: int
    free: int

    @property
    def percent(self) -> int:
        """Return how much of it is used."""
        return 100 * (self.total - self.free) // self.total if self.total else 100

    @property
    def is_low(self) -> bool:
        return self.free < LOW_BYTES


def disks(settings: Settings) -> Iterator[Disk]:
    """Give the disks of this machine that films are made on and kept on."""
    for folder in jobs.folders(settings):
        usage = shutil.disk_usage(folder)
        yield Disk(str(folder), usage.total, usage.free)

"""How much room the disks have that jobs write to."""

import os
import shutil
from pathlib import Path

from elearn.config import Settings

_A_DIRECTORY = "file://"


def folders(settings: Settings) -> tuple[Path, ...]:
    """Return where jobs write to, one folder a disk: what is under way, and what is kept."""
    named = [settings.home]
    if settings.storage_url.startswith(_A_DIRECTORY):
        named.append(Path(settings.storage_url.removeprefix(_A_DIRECTORY)))
    disks = {os.stat(folder).st_dev: folder for folder in reversed(named) if folder.exists()}
    return tuple(reversed(disks.values()))


def free_bytes(settings: Settings) -> int:
    """Return how many bytes may still be written, on all these disks together."""
    return sum(shutil.disk_usage(folder).free for folder in folders(settings))

"""Whether there is room on a disk."""

import shutil
from pathlib import Path

_SPARE_BYTES = 100_000_000  # What logs and the database need to go on.


def enough_room(folder: Path, size: int) -> bool:
    """Return whether the disk would still have a tenth of a gigabyte after so many bytes."""
    return shutil.disk_usage(folder).free > size + _SPARE_BYTES

"""Where finished parts of a film wait for the rest, and what a part consists of."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from elearn.media.ffmpeg.plan import Plan

END = "end"  # The name of what is written once the last part is whole: the length it ends at.


class Shelf(Protocol):
    """Outlives a killed worker, and its host."""

    def take(self, recipe: str, folder: Path) -> int:
        """Lay the files of the finished parts made so into the folder; return how many, from
        the first on without a gap."""
        ...

    def keep(self, recipe: str, number: int, files: Sequence[Path]) -> None:
        """Keep the files of a part under their names, in place of what was kept before."""
        ...


class NoShelf:
    """Keeps nothing: who is killed begins anew."""

    def take(self, _recipe: str, _folder: Path) -> int:
        return 0

    def keep(self, _recipe: str, _number: int, _files: Sequence[Path]) -> None:
        """Let it go by."""


def part_file(folder: Path, number: int | str, name: str) -> Path:
    """Return where the part of this number lies, of the rung or thing of this name."""
    word = f"{number:05}" if isinstance(number, int) else number
    return folder / f"part-{word}-{name}"


def names(plan: Plan) -> list[str]:
    """Return the names of what each part consists of."""
    return [*(f"{rung.name}.mp4" for rung in plan.rungs), "gray", "tiles"]


def files(plan: Plan, folder: Path, number: int) -> list[Path]:
    """Return the files of a part that is whole, in the folder they were made in."""
    end = part_file(folder, number, END)
    made = [part_file(folder, number, name) for name in names(plan)]
    return [*made, end] if end.exists() else made


def is_closed(plan: Plan, folder: Path, number: int) -> bool:
    """Return whether nothing more will be written to a part: all of it was begun anew after it."""
    return all(part_file(folder, number + 1, name).exists() for name in names(plan))

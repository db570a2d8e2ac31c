"""A folder with something wrong in it, and what is said of it."""

from pathlib import Path

import pytest

from elearn.catalogue import Unreadable, read


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(Unreadable) as refused:
        read(folder)
    return [str(problem) for problem in refused.value.problems]

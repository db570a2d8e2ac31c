"""The small catalogue in tests/data/lectures, as it lies there and as a copy to spoil."""

from pathlib import Path
from shutil import copytree

import pytest

from elearn.catalogue import Catalogue, read

SMALL = Path(__file__).parents[1] / "data" / "lectures"


@pytest.fixture(scope="session")
def small() -> Catalogue:
    return read(SMALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small catalogue that a test may change."""
    return Path(copytree(SMALL, tmp_path / "lectures"))

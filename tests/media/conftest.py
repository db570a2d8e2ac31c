"""What the media tests share: small films made once a run."""

from pathlib import Path

import pytest

from tests.media import films


@pytest.fixture(scope="session")
def studio(tmp_path_factory: pytest.TempPathFactory) -> films.Studio:
    """Makes each small film once a run."""
    return films.Studio(tmp_path_factory.mktemp("films"))


@pytest.fixture(scope="session")
def lesson(studio: films.Studio) -> Path:
    """Nine seconds of moving picture and a tone, 640 × 480, 30 pictures a second."""
    return studio.film("lesson.mp4", seconds=9, size="640x480", rate=30)

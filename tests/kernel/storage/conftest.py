import pytest


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures and sound " * 20_000)
    return path


@pytest.fixture
def large(tmp_path):
    """More than goes into one request to a bucket."""
    path = tmp_path / "large.mp4"
    path.write_bytes(b"pictures and sound " * 450_000)
    return path

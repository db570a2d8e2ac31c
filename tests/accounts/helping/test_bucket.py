"""Slips whose files lie in a bucket."""

import io
import zipfile

import pytest

from elearn.accounts import queries
from tests.accounts.helping.test_views_slips import ordered

__all__ = ["ordered"]


@pytest.fixture
def store(bucket):
    return bucket


def test_they_are_fetched_and_no_copy_stays_on_this_machine(client, db, bucket, ordered):
    [sheet] = queries.sheets_of(db, ordered.id)
    here = f"/slips/{ordered.id}"

    alone = client.post(f"{here}/fetch", data={"sheet": sheet.id}).data
    assert alone.startswith(b"%PDF")
    with client.post(f"{here}/fetch") as together:
        sent = io.BytesIO(together.data)
    with zipfile.ZipFile(sent) as archive:
        assert [archive.read(name) for name in archive.namelist()] == [alone]
    assert list(bucket.access.cache.iterdir()) == []

    client.post(f"{here}/forget")
    assert list(bucket.files()) == []

"""Who clears away files beside whoever is about to refer to one, by connections of their own."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from elearn import clock, storage
from elearn.storage import StoredFile
from tests import own
from tests.make import media as make
from tests.stores import make_old

pytestmark = pytest.mark.database


def test_a_file_somebody_is_recording_is_not_cleared_away(place, store, tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures and sound")
    kept = store.keep(path)
    with place.database.writing() as db:
        row = storage.record(db, kept, media_type="video/mp4", now=make.LONG_AGO)
    make_old(store)

    with ThreadPoolExecutor(1) as pool:
        with place.database.writing() as db:
            again = storage.record(db, kept, media_type="video/mp4", now=clock.now())
            cleaning = pool.submit(storage.clean, place.database, store, now=clock.now())
            if own.is_postgresql():  # There it passes by; on SQLite it waits for us.
                cleaning.result()
            make.medium_version(db, source_id=again.id)
        cleaning.result()

    assert store.is_whole(kept.sha256)
    with place.database.reading() as db:
        assert db.get(StoredFile, row.id)

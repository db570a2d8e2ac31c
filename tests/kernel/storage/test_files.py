import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from elearn import storage
from elearn.storage import StoredFile

NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)


@pytest.mark.database
def test_the_same_bytes_give_the_same_row(real, store, film):
    with real.writing() as db:
        first = storage.remember(db, store, film, media_type="video/mp4", now=NOON)
        second = storage.remember(db, store, film, media_type="video/mp4", now=NOON)

    assert first.id == second.id


@pytest.mark.database
def test_two_connections_record_one_row_of_the_same_bytes(real, store, film):
    together = threading.Barrier(4)
    kept = store.keep(film)

    def record(_):
        together.wait(30)
        with real.writing() as db:
            return storage.record(db, kept, media_type="video/mp4", now=NOON).id

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(record, range(4)))

    with real.reading() as db:
        assert db.scalar(select(func.count(StoredFile.id))) == len(ids) == 1


def test_room_is_left_on_the_disk(tmp_path):
    assert storage.enough_room(tmp_path, 0)
    assert not storage.enough_room(tmp_path, 1 << 60)

import hashlib
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from elearn import storage
from elearn.errors import Refusal
from elearn.storage import Store, StoredFile, directory

NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
LONG_AGO = 1_600_000_000


@pytest.fixture
def film(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures and sound " * 200_000)
    return path


def files_in(store):
    found = store.folder.rglob("*")
    return sorted(path for path in found if path.is_file() and path.name != ".lock")


def test_a_file_stands_under_its_own_digest(store, film):
    kept = store.keep(film)

    assert kept == (hashlib.sha256(film.read_bytes()).hexdigest(), film.stat().st_size)
    assert store.path(kept.sha256).read_bytes() == film.read_bytes()


def test_the_same_bytes_are_kept_once(store, film):
    first = store.keep(film)
    marked = store.path(first.sha256).stat().st_ino

    assert store.keep(film) == first
    assert [path.stat().st_ino for path in files_in(store)] == [marked]


def test_many_at_once_keep_one_whole_file(store, film):
    with ThreadPoolExecutor(4) as pool:
        [kept] = set(pool.map(store.keep, [film] * 4))

    assert files_in(store) == [store.path(kept.sha256)]
    assert store.path(kept.sha256).read_bytes() == film.read_bytes()


@pytest.mark.parametrize("step", ["fsync", "write"])
def test_an_interrupted_copy_leaves_nothing(store, film, monkeypatch, step):
    def full(*_):
        raise OSError("No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(directory, "blocks", full)

    with pytest.raises(OSError, match="No space"):
        store.keep(film)

    assert files_in(store) == []


def test_while_it_is_copied_no_name_stands_over_half_a_file(store, film, monkeypatch):
    seen = []
    blocks = directory.blocks

    def watched(path):
        for block in blocks(path):
            yield block
            seen.extend(files_in(store))

    monkeypatch.setattr(directory, "blocks", watched)
    kept = store.keep(film)

    assert seen
    assert store.path(kept.sha256) not in seen


def test_what_a_killed_copy_left_is_cleared_once_it_is_old(store, film):
    store.folder.mkdir()
    old, fresh = store.folder / "under-way-old", store.folder / "under-way-fresh"
    for path in (old, fresh):
        path.write_text("half a film")
    os.utime(old, (LONG_AGO, LONG_AGO))

    store.keep(film)

    assert (old.exists(), fresh.exists()) == (False, True)


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
        together.wait(10)
        with real.writing() as db:
            return storage.record(db, kept, media_type="video/mp4", now=NOON).id

    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(record, range(4)))

    with real.reading() as db:
        assert db.scalar(select(func.count(StoredFile.id))) == len(ids) == 1


def test_an_address_of_an_unknown_kind_is_refused():
    with pytest.raises(Refusal, match="ELEARN_STORAGE_URL"):
        Store.at("ftp://bucket")


def test_room_is_left_on_the_disk(tmp_path):
    assert storage.enough_room(tmp_path, 0)
    assert not storage.enough_room(tmp_path, 1 << 60)

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from elearn import clock
from tests.stores import LONG_AGO, make_old


def files_in(store):
    found = store.folder.rglob("*")
    return sorted(path for path in found if path.is_file() and path.name != ".lock")


def test_a_file_has_its_place_on_this_machine(store, film):
    kept = store.keep(film)

    assert store.local_path(kept.sha256).read_bytes() == film.read_bytes()
    assert store.address(kept.sha256, clock.now()) is None


def test_the_same_bytes_are_not_written_again(store, film):
    first = store.keep(film)
    marked = store.path(first.sha256).stat().st_ino

    assert store.keep(film) == first
    assert [path.stat().st_ino for path in files_in(store)] == [marked]


def test_an_interrupted_copy_leaves_nothing(store, film, monkeypatch):
    def full(_):
        raise OSError("No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        store.keep(film)
    with pytest.raises(OSError, match="No space"):
        store.lay("uploads/1/0001", b"pictures")

    assert files_in(store) == []


def test_while_it_is_copied_no_name_stands_over_half_a_file(store, tmp_path):
    slow = tmp_path / "slow"
    os.mkfifo(slow)

    with ThreadPoolExecutor(1) as pool:
        keeping = pool.submit(store.keep, slow)
        with slow.open("wb", buffering=0) as writing:  # It opens once somebody reads.
            writing.write(b"pictures and ")
            under_way = _first_of(store)
            writing.write(b"sound")
        kept = keeping.result()

    assert under_way.name.startswith("under-way-")
    assert files_in(store) == [store.path(kept.sha256)]


def _first_of(store):
    """Wait until a file appears."""
    never = threading.Event()
    while not (found := files_in(store)):
        never.wait(0.01)
    [first] = found
    return first


def test_what_a_killed_copy_left_is_cleared_once_it_is_old(store, film):
    store.folder.mkdir()
    old, fresh = store.folder / "under-way-old", store.folder / "under-way-fresh"
    for path in (old, fresh):
        path.write_text("half a film")
    os.utime(old, (LONG_AGO, LONG_AGO))

    store.keep(film)

    assert (old.exists(), fresh.exists()) == (False, True)


def test_whoever_keeps_what_another_is_clearing_away_has_it(store, film):
    kept = store.keep(film)
    before = clock.now() - timedelta(hours=1)

    with ThreadPoolExecutor(2) as pool:
        for _ in range(5):
            make_old(store)
            clearing = pool.submit(store.discard, kept.sha256, before=before)
            keeping = pool.submit(store.keep, film)

            assert keeping.result() == kept
            clearing.result()
            assert store.is_whole(kept.sha256)

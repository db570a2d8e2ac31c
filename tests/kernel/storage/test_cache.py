from pathlib import Path

import pytest

from elearn.storage import Torn
from tests.stores import spoil


@pytest.fixture
def narrow(s3, tmp_path):
    """A store whose copies may take 2 MB."""
    return s3.store(tmp_path / "copies", prefix=tmp_path.name, cache_mb=2)


def kept_of(store, tmp_path, size, count):
    for number in range(count):
        path = tmp_path / f"{number}.mp4"
        path.write_bytes(bytes([number]) * size)
        yield store.keep(path)


def copies(store):
    return sorted(path.name for path in Path(store.access.cache).iterdir())


def test_a_copy_is_fetched_once(bucket, film, s3):
    kept = bucket.keep(film)
    with bucket.local(kept.sha256) as path:
        fetched = path.stat().st_ino
    spoil(bucket, s3, kept.sha256, film.read_bytes())

    with bucket.local(kept.sha256) as path:
        assert path.stat().st_ino == fetched


def test_a_copy_torn_by_a_crash_is_fetched_anew(bucket, film):
    kept = bucket.keep(film)
    with bucket.local(kept.sha256) as path:
        pass
    path.write_bytes(b"pictures")

    with bucket.local(kept.sha256) as path:
        assert path.read_bytes() == film.read_bytes()


def test_bytes_that_are_others_than_their_name_says_are_not_lent(bucket, film, s3):
    kept = bucket.keep(film)
    spoil(bucket, s3, kept.sha256, b"pictures")

    with pytest.raises(Torn), bucket.local(kept.sha256):
        pass
    assert copies(bucket) == []


def test_a_private_copy_is_gone_afterwards(bucket, film):
    kept = bucket.keep(film)

    with bucket.local(kept.sha256, is_private=True):
        assert len(copies(bucket)) == 1
    assert copies(bucket) == []


def test_the_copy_not_used_for_longest_goes_first(narrow, tmp_path):
    first, second, third = kept_of(narrow, tmp_path, 900_000, 3)
    for one in (first, second, first, third):
        with narrow.local(one.sha256):
            pass

    assert copies(narrow) == sorted([first.sha256, third.sha256])


def test_a_copy_in_use_stays(narrow, tmp_path):
    first, second = kept_of(narrow, tmp_path, 1_500_000, 2)

    with narrow.local(first.sha256) as lent:
        with narrow.local(second.sha256):
            assert lent.exists()
        assert copies(narrow) == [first.sha256]


def test_a_file_larger_than_all_the_room_is_lent_and_not_kept(narrow, tmp_path):
    [large] = kept_of(narrow, tmp_path, 3_000_000, 1)

    with narrow.local(large.sha256) as path:
        assert path.stat().st_size == large.size
    assert copies(narrow) == []


def test_what_a_killed_process_was_fetching_is_cleared(bucket, film):
    kept = bucket.keep(film)
    bucket.access.cache.mkdir()
    (bucket.access.cache / "under-way-left").write_bytes(b"half a film")

    with bucket.local(kept.sha256):
        pass

    assert copies(bucket) == [kept.sha256]


def test_a_file_that_is_removed_leaves_no_copy(bucket, film):
    kept = bucket.keep(film)
    with bucket.local(kept.sha256):
        pass

    bucket.discard(kept.sha256)

    assert copies(bucket) == []

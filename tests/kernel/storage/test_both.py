"""What holds of a store in a directory and of one in a bucket alike."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from elearn import clock
from elearn.errors import Refusal
from elearn.storage import Bucket, Directory, Store
from tests import bases
from tests.stores import make_old, spoil

UNKNOWN = "ab" * 32


def content(store, sha256):
    return b"".join(store.read(sha256))


def test_a_file_stands_under_its_own_digest(either, large):
    kept = either.keep(large)

    assert kept == (hashlib.sha256(large.read_bytes()).hexdigest(), large.stat().st_size)
    assert content(either, kept.sha256) == large.read_bytes()
    assert (either.exists(kept.sha256), either.size(kept.sha256)) == (True, kept.size)


@pytest.mark.parametrize(
    ("start", "end"), [(0, 19), (5, 5), (7, 300_000), (300_000, None), (379_990, 999_999)]
)
def test_a_part_of_it_is_read_alone(either, film, start, end):
    kept = either.keep(film)

    assert b"".join(either.read(kept.sha256, start, end)) == film.read_bytes()[start:end]


def test_the_same_bytes_are_kept_once(either, film):
    assert either.keep(film) == either.keep(film)

    assert [one[:2] for one in either.files()] == [either.keep(film)]


def test_many_at_once_keep_one_whole_file(either, film):
    with ThreadPoolExecutor(4) as pool:
        [kept] = set(pool.map(either.keep, [film] * 4))

    assert [one[:2] for one in either.files()] == [kept]
    assert either.is_whole(kept.sha256)


def test_what_is_kept_again_counts_as_kept_now(either, film, s3):
    begun = clock.now() - timedelta(seconds=2)
    either.keep(film)
    make_old(either, s3)

    either.keep(film)

    [one] = either.files()
    assert one.kept_at > begun


def test_what_is_not_there_is_missed_at_once(either):
    assert (either.size(UNKNOWN), either.exists(UNKNOWN)) == (None, False)
    assert not either.is_whole(UNKNOWN)
    with pytest.raises(FileNotFoundError):
        either.read(UNKNOWN)
    with pytest.raises(FileNotFoundError), either.local(UNKNOWN):
        pass


def test_a_file_is_lent_as_a_path_of_this_machine(either, film):
    kept = either.keep(film)

    with either.local(kept.sha256) as path:
        assert path.read_bytes() == film.read_bytes()
    with either.local(kept.sha256, is_private=True) as path:
        assert path.read_bytes() == film.read_bytes()


def test_bytes_that_are_not_what_their_name_says_are_known(either, film, s3):
    kept = either.keep(film)
    spoil(either, s3, kept.sha256, b"pictures")

    assert not either.is_whole(kept.sha256)


def test_a_file_cut_short_is_mended_by_keeping_it_again(either, film, s3):
    kept = either.keep(film)
    spoil(either, s3, kept.sha256, b"pictures")

    either.keep(film)

    assert either.is_whole(kept.sha256)


def test_a_file_is_removed_and_may_be_so_twice(either, film):
    kept = either.keep(film)

    assert either.discard(kept.sha256)
    assert either.discard(kept.sha256)
    assert (either.exists(kept.sha256), list(either.files())) == (False, [])


def test_one_that_was_kept_since_is_not_removed(either, film, s3):
    kept = either.keep(film)
    hour_ago = clock.now() - timedelta(hours=1)

    assert not either.discard(kept.sha256, before=hour_ago)
    assert either.exists(kept.sha256)

    make_old(either, s3)
    assert either.discard(kept.sha256, before=hour_ago)
    assert not either.exists(kept.sha256)


def test_pieces_lie_by_name_until_they_are_lifted(either):
    either.lay("uploads/7/0002", b"sound")
    either.lay("uploads/7/0001", b"pict")
    either.lay("uploads/7/0001", b"pictures")
    either.lay("uploads/71/0001", b"of another")

    assert [one[:2] for one in either.pieces("uploads/7")] == [
        ("uploads/7/0001", 8),
        ("uploads/7/0002", 5),
    ]
    assert either.piece("uploads/7/0001") == b"pictures"

    either.lift("uploads/7")
    assert either.pieces("uploads/7") == []
    assert either.piece("uploads/71/0001") == b"of another"
    with pytest.raises(FileNotFoundError):
        either.piece("uploads/7/0001")
    assert list(either.files()) == []


def test_an_installation_says_where_its_files_lie(tmp_path):
    settings = bases.settings_at(tmp_path)

    assert Store.of(settings) == Directory(tmp_path / "files")
    opened = Store.at("s3://films/of/women/")
    assert isinstance(opened, Bucket)
    assert (opened.name, opened.prefix) == ("films", "of/women")


@pytest.mark.parametrize("url", ["ftp://films", "/var/films", "s3://", "file:", ""])
def test_an_address_of_an_unknown_kind_is_refused(url):
    with pytest.raises(Refusal, match="ELEARN_STORAGE_URL"):
        Store.at(url)

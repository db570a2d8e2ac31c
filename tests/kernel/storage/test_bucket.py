import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.error import HTTPError

import pytest

from elearn import clock
from elearn.storage import Access, Kept, Store, StoreAway, Torn
from tests.stores import BUCKET, KEY

NOBODY = "http://127.0.0.1:9"  # The port of “discard”, which nothing here listens to.


def fetched(address, **headers):
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.read()


def test_a_file_has_an_address_for_a_while(bucket, film):
    kept = bucket.keep(film)

    address = bucket.address(kept.sha256, clock.now() + timedelta(hours=1))

    assert bucket.local_path(kept.sha256) is None
    assert fetched(address) == film.read_bytes()
    assert fetched(address, Range="bytes=9-18") == film.read_bytes()[9:19]
    assert "X-Amz-Expires=3600" in address or "X-Amz-Expires=3599" in address


def test_its_address_is_signed(bucket, film):
    kept = bucket.keep(film)
    address = bucket.address(kept.sha256, clock.now() + timedelta(hours=1))

    with pytest.raises(HTTPError, match="403"):
        fetched(address.replace(KEY, "ANOTHER"))


def test_a_file_that_changes_while_it_is_sent_stands_under_no_name(bucket, film, large):
    for path in (film, large):
        expected = Kept("cd" * 32, path.stat().st_size)

        with pytest.raises(Torn):
            bucket._send(path, expected)

        assert not bucket.exists(expected.sha256)


def test_keeping_waits_for_whoever_is_removing(bucket, film):
    kept = bucket.keep(film)
    bucket._service.put(f"going/{kept.sha256}/one", b"-")

    with ThreadPoolExecutor(1) as pool:
        keeping = pool.submit(bucket.keep, film)
        assert not keeping.done()
        bucket._service.delete([f"{kept.sha256[:2]}/{kept.sha256}"])
        bucket._service.delete([f"going/{kept.sha256}/one"])

        assert keeping.result() == kept
    assert bucket.is_whole(kept.sha256)


@pytest.mark.parametrize(
    ("url", "access"),
    [
        (f"s3://{BUCKET}", Access(KEY, KEY, NOBODY)),
        (f"s3://{BUCKET}", Access("ANOTHER", KEY)),
        ("s3://no-such-bucket", Access(KEY, KEY)),
    ],
)
def test_a_bucket_that_does_not_answer_is_away(s3, film, url, access):
    reached = Access(access.access_key, KEY, access.endpoint or s3.endpoint)
    store = Store.at(url, reached)

    with pytest.raises(StoreAway):
        store.keep(film)
    with pytest.raises(ConnectionError):
        list(store.files())

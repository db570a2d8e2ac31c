"""What a phone must fetch before it sees anything stays small."""

from gzip import compress

import pytest

from elearn.web import assets


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("elearn.css", 14_000),
        ("site.js", 1_500),
        ("be-vietnam-pro-400.woff2", 16_000),
        ("be-vietnam-pro-600.woff2", 16_000),
    ],
)
def test_a_file_of_every_page_is_within_its_weight(web, name, limit):
    with web.test_request_context():
        built = assets.DIST / assets.asset(name).rpartition("/")[2]

    assert len(compress(built.read_bytes())) < limit

"""Which bytes are asked for, as nginx would read it."""

import pytest

from elearn.media.serving.ranges import Unsatisfiable, asked


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("", None),
        ("pages=1-2", None),
        ("bytes=0-", range(100)),
        ("bytes=0-0", range(1)),
        ("BYTES=10-19", range(10, 20)),
        ("bytes= 10 - 19 ", range(10, 20)),
        ("bytes=90-1000", range(90, 100)),
        ("bytes=-10", range(90, 100)),
        ("bytes=-1000", range(100)),
        ("bytes=0-9,20-29", None),  # Several: the whole.
        ("bytes=0-9,500-", range(10)),
    ],
)
def test_a_range_is_read(header, found):
    assert asked(header, 100) == found


@pytest.mark.parametrize(
    "header",
    [
        *("bytes=", "bytes=-", "bytes=100-", "bytes=9-5", "bytes=a-b", "bytes=-0", "bytes=1-2-3"),
        *("bytes=0x1-", "bytes=٣-٤", "bytes=+1-2", "bytes=" + "9" * 30 + "-", "bytes=1-2;3"),
    ],
)
def test_a_range_that_nothing_can_be_found_by_is_refused(header):
    with pytest.raises(Unsatisfiable):
        asked(header, 100)

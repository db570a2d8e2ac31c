from datetime import UTC, datetime, timedelta

import pytest

from elearn.db import Cursor, Seen

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)


def seen(*numbers):
    return [Seen(number, NOON) for number in numbers]


def test_a_number_that_comes_late_is_waited_for():
    cursor = Cursor.beginning(seen(4, 5), now=NOON).after(seen(5, 8), now=NOON)
    assert (cursor.last, set(cursor.missing)) == (Seen(8, NOON), {6, 7})

    assert set(cursor.after(seen(8, 6), now=NOON).missing) == {7}


def test_a_number_that_never_comes_is_given_up():
    cursor = Cursor.beginning(seen(1, 3), now=NOON)
    assert set(cursor.missing) == {2}

    assert cursor.after([], now=LATER) == Cursor(Seen(3, NOON))


def test_nothing_seen_is_a_beginning():
    assert Cursor.beginning([], now=NOON) == Cursor()
    assert set(Cursor().after(seen(3), now=NOON).missing) == {1, 2}


@pytest.mark.parametrize("cursor", [Cursor(), Cursor(Seen(3, NOON), {2: NOON})])
def test_a_cursor_is_read_as_it_was_written(cursor):
    assert Cursor.read(cursor.as_json()) == cursor

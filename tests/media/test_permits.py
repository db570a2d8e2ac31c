"""Permits: what they say, and that nobody else can write one."""

from datetime import UTC, datetime, timedelta

import pytest

from elearn.errors import Forbidden, NotFound
from elearn.media import permits
from elearn.media.permits import Permit

NOW = datetime(2026, 11, 21, 20, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)
KEY = "not a secret"


def test_a_permit_says_which_version_for_whom_until_when():
    token = permits.permit(KEY, 7, 12, until=LATER)

    assert permits.read(KEY, token, now=NOW) == Permit(7, 12, LATER)


def test_the_same_leave_is_the_same_word_so_that_phones_need_not_load_again():
    assert permits.permit(KEY, 7, 12, until=LATER) == permits.permit(KEY, 7, 12, until=LATER)


def test_a_permit_runs_out():
    token = permits.permit(KEY, 7, 12, until=LATER)

    with pytest.raises(Forbidden, match="Mở lại trang"):
        permits.read(KEY, token, now=LATER)


def test_no_letter_of_a_permit_can_be_changed():
    token = permits.permit(KEY, 7, 12, until=LATER)

    for place, letter in enumerate(token):
        forged = token[:place] + ("A" if letter != "A" else "B") + token[place + 1 :]
        with pytest.raises(NotFound):
            permits.read(KEY, forged, now=NOW)


@pytest.mark.parametrize("token", ["", "x", "ôi", "A" * 54, "A" * 10_000, "../../etc/passwd"])
def test_anything_else_is_no_permit(token):
    with pytest.raises(NotFound):
        permits.read(KEY, token, now=NOW)


def test_another_installation_does_not_accept_it():
    token = permits.permit("another key", 7, 12, until=LATER)

    with pytest.raises(NotFound):
        permits.read(KEY, token, now=NOW)

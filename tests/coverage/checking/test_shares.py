"""Bases that reproduce a share, and the slips of rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.coverage.checking.rules.numbers import decimals_of
from elearn.coverage.checking.rules.shares import (
    count_for,
    is_about,
    share_of,
    smallest_base,
    truncated_count_for,
)
from tests.make.figures import fraction


@pytest.mark.parametrize(
    ("printed", "n", "of"),
    [
        ("98", 39, 40),
        ("100", 1, 1),
        ("0", 0, 1),
        ("97.3", 36, 37),
        ("26.84", 51, 190),
        ("150", 3, 2),
    ],
)
def test_the_smallest_base_prints_so(printed, n, of):
    share = Decimal(printed)

    assert smallest_base(share, decimals_of(share)) == fraction(n, of)


@given(st.integers(0, 3), st.data())
def test_every_share_has_a_base_and_no_smaller_one_will_do(decimals, data):
    share = Decimal(data.draw(st.integers(0, 100 * 10**decimals))).scaleb(-decimals)

    base = smallest_base(share, decimals)

    assert base is not None
    assert share_of(base, decimals) == share
    smaller = range(max(1, int(base.of) - 20), int(base.of))
    assert all(count_for(share, of, decimals) is None for of in smaller)


def test_a_share_below_nothing_has_no_base():
    assert smallest_base(Decimal(-3), 0) is None


def test_no_number_of_501_rounds_to_26_84_nor_is_cut_to_it():
    share = Decimal("26.84")

    assert count_for(share, 501, 2) is None
    assert truncated_count_for(share, 501, 2) is None
    assert count_for(share, 1714, 2) == 460


def test_75_24_is_377_of_501_only_when_cut_off():
    assert count_for(Decimal("75.24"), 501, 2) is None
    assert truncated_count_for(Decimal("75.24"), 501, 2) == 377


@pytest.mark.parametrize(
    ("exact", "told", "is_so"),
    [(512345, 500000, True), (560000, 500000, False), (1204, 1200, True), (1251, 1200, False)],
)
def test_about_is_as_coarse_as_what_is_printed(exact, told, is_so):
    assert is_about(Decimal(exact), Decimal(told)) is is_so

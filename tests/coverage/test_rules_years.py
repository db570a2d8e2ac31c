"""So many different programmes in a calendar year, against plain counting."""

from collections import defaultdict
from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.coverage.rules.years import last_of_year, nth_of_year
from elearn.db.days import day_number, numbered_day

FIRST = day_number(date(2023, 12, 1))
done = st.tuples(st.integers(1, 3), st.integers(FIRST, FIRST + 430), st.integers(10, 13))


@given(st.lists(done, max_size=20), st.integers(1, 3))
@settings(max_examples=25)
def test_the_nth_different_kind_of_a_year_is_the_one_that_completes_it(rows, number):
    person, day, kind = np.array(rows or np.empty((0, 3)), np.int64).reshape(-1, 3).T

    which = nth_of_year(person, day, kind, number)
    found = sorted(zip(person[which].tolist(), day[which].tolist(), strict=True))
    assert found == _plainly(rows, number)


def _plainly(rows, number):
    """Return on which days whom of her programmes of a year was the n-th new one."""
    seen: dict[tuple[int, int], set[int]] = defaultdict(set)
    days = []
    for person, day, kind in sorted(rows, key=lambda row: row[1]):
        year = seen[person, numbered_day(day).year]
        if kind not in year and len(year) == number - 1:
            days.append((person, day))
        year.add(kind)
    return sorted(days)


def test_a_year_ends_on_its_31_december():
    days = [date(1969, 12, 31), date(1970, 1, 1), date(2024, 2, 29), date(1, 1, 1)]

    ends = last_of_year(np.array([day_number(day) for day in days]))
    assert [numbered_day(int(end)) for end in ends] == [date(day.year, 12, 31) for day in days]

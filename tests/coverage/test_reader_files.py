"""What is said of a file of targets that reads well and would still lose or break something."""

import pytest

from elearn.coverage.reader import schemes
from elearn.errors import Refusal

SMALL = """
schemes:
  one:
    title: Đề án một
    short_title: Một
    legal_source: Quyết định số 1
    period: [2019, 2025]
targets:
  - id: T1
    scheme: one
    group: branch_head
    level: branch
    year: 2020
    percent: 70
    comparator: gte
    measure: person_trained
    content: [union_duty]
"""
EMPTY = "{title: A, short_title: A, legal_source: A, period: [2019, 2020]}"


@pytest.fixture
def refused(tmp_path):
    """`refused(old, new)` tells what is said of the file when this stands instead of that."""

    def refused(old, new):
        path = tmp_path / "targets.yaml"
        path.write_text(SMALL.replace(old, new), encoding="utf-8")
        with pytest.raises(Refusal) as found:
            schemes(path)
        return str(found.value.message)

    return refused


def test_a_name_that_stands_twice_would_lose_what_stood_first(refused):
    again = SMALL.partition("targets:")[0].partition("schemes:")[2]

    assert "“percent” stands twice" in refused("percent: 70", "percent: 70\n    percent: 90")
    assert "“one” stands twice" in refused("targets:", f"{again}targets:")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[2019, 2025]", "[2019, 99999]", "period: phải là [năm đầu, năm cuối]"),
        ("[2019, 2025]", "[true, 2025]", "period: phải là [năm đầu, năm cuối]"),
        ("year: 2020", "year: 2018", "T1 › year: phải là số nguyên từ 2019 đến 2025"),
        ("period:", "decided_on: 2018-02-31\n    period:", "day is out of range for month"),
        ("period:", "decided_on: 2018-02-01 08:00:00\n    period:", "decided_on: phải là ngày"),
        ("targets:\n", f"  One Two: {EMPTY}\ntargets:\n", "One Two: chỉ gồm chữ thường"),
        ("targets:\n", f"  two: {EMPTY}\ntargets:\n", "two › told: chưa có"),
    ],
)
def test_what_is_no_year_day_or_key_or_counts_nothing_is_told_with_its_place(
    refused, old, new, said
):
    assert said in refused(old, new)


def test_a_scheme_stands_in_one_province_a_day(refused):
    here = "{code: '34', until: 2025-06-30}"
    again = "{code: '33', from: 2025-06-30}"

    assert "areas › 2 › from" in refused("period:", f"areas: [{here}, {again}]\n    period:")
    back = "{code: '34', from: 2025-07-01, until: 2025-06-30}"
    assert "areas › 1 › until" in refused("period:", f"areas: [{back}]\n    period:")


def test_brackets_without_end_are_told_and_end_nothing(refused):
    assert "targets.yaml: " in refused("targets:", "[" * 2000)

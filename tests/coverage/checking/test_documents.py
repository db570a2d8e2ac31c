"""The five documents: nothing unexplained, and every slip named as somebody named it by hand."""

import csv
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.coverage.checking.rules import Verdict, as_json, as_table
from tests.make.figures import CHECKS, altered, by_rules, documents

DOCUMENTS = documents()
#: What somebody called it where the table knows a better name, or has none for a single figure.
ALSO = {"mismatch": {"rounded_up", "copy_error"}, "rounded": {"rounded_half_up"}}
#: Checks that need to understand the sentence, or facts that stand in no document.
BEYOND_RULES = {
    "plausible",
    "implausible",
    "high",
    "derived",
    "loose",
    "nominal",
    "unexplained",
    "contradiction",
    "malformed_date",  # The sentence in which it stands is quoted by no row.
}


@pytest.fixture(scope="module")
def report():
    return by_rules(DOCUMENTS)


@pytest.fixture(scope="module")
def checks():
    with CHECKS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_is_as_printed_or_an_error_of_the_document(report):
    told = as_json(report)

    counts = [told[key] for key in ("checked", "as_printed", "document_errors", "unexplained")]
    assert counts == [113, 110, 3, 0]


def test_the_three_errors_are_those_that_were_found_by_hand(report):
    found = {(str(one.row.number), one.name): one.counted for one in report.differing}

    assert found == {
        ("30", "rounded_up"): "29%",
        ("84.48", "copy_error"): "90,55%",
        ("75.24", "truncated"): "75,25%",
    }


def test_every_check_of_a_row_is_named_the_same(report, checks):
    named = {
        (one.row.source[:3], one.row.indicator, one.row.group, one.row.when): one.name
        for one in report.outcomes
    }
    rows = [check for check in checks if check["numerator"]]

    assert len(rows) == 11
    for check in rows:
        key = check["seed"], check["check"], check["group"], check["year_or_date"]
        assert named[key] in {check["status"], *ALSO.get(check["status"], ())}, check


def test_every_check_among_rows_that_a_rule_can_know_is_named_the_same(report, checks):
    named = {(one.row.source[:3], str(one.name)) for one in report.outcomes}
    named |= {(one.rows[0].source[:3], one.label) for one in report.remarks}
    others = [check for check in checks if not check["numerator"]]

    unnamed = [
        check
        for check in others
        if check["status"] not in BEYOND_RULES | {"consistent"}
        and not {(check["seed"], one) for one in (check["status"], *ALSO.get(check["status"], ()))}
        & named
    ]

    # 290 persons sent and 287 in post are of two groups; only a reader knows they overlap.
    assert [check["check"] for check in unnamed] == ["290 persons sent vs 287 full-time"]


def test_what_agrees_by_hand_is_told_of_by_no_rule(report):
    told = {row.indicator.partition(":")[0] for one in report.remarks for row in one.rows}

    assert "participations_by_course_type" not in told
    assert "material_sets" not in told


@st.composite
def shifts(draw: st.DrawFn) -> Mapping[int, int]:
    """Draw three rows and, for each, another numerator that a slip of the hand may have made."""
    numerators = {row.line: int(row.fraction.n) for row in DOCUMENTS.rows if row.fraction}
    lines = draw(st.lists(st.sampled_from(sorted(numerators)), min_size=3, max_size=3, unique=True))
    aside = st.integers(-1000, 1000).filter(bool)
    return {line: max(draw(aside), -numerators[line]) or 1 for line in lines}


@settings(max_examples=30)
@given(shifts())
def test_three_altered_numerators_are_three_unexplained_rows(shifts):
    report = by_rules(altered(DOCUMENTS, shifts))

    wrong = {one.row.line for one in report.differing if one.verdict is Verdict.UNEXPLAINED}
    assert wrong == set(shifts)
    assert report.count(Verdict.AS_PRINTED) + len(report.differing) == 113


def test_the_report_is_read_in_a_terminal(report):
    told = as_table(report)

    assert told.startswith("113 dòng: 110 đúng như in, 3 tài liệu sai, 0 chưa giải thích được\n")
    assert "in 84,48%, tính ra 90,55% – tài liệu sai: chép nhầm tỷ lệ của dòng 90" in told
    assert "thiếu 3,66" in told

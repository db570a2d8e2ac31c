"""What a row comes to: each slip a document can make, and what is none."""

import pytest

from elearn.coverage.checking.rules import Name, Verdict, reported
from elearn.coverage.checking.rules.outcomes import Way
from tests.make.figures import fraction, judged, row, table

AS_PRINTED, ERROR, UNEXPLAINED = Verdict


@pytest.mark.parametrize(
    ("value", "n", "of", "unit"),
    [
        ("80.6", 403183, 500000, "percent"),
        ("48", 39, "81.736", "percent"),
        ("12.5", 1, 8, "percent"),
        ("13", 1, 8, "percent"),
        ("60/63", 60, 63, "ratio"),
        ("179", 179, 1714, "person"),
        ("3", 1612, 501, "times_per_5_years"),
        ("140", 7, 5, "percent"),
        ("70", 8, 10, "percent_min"),
        ("5000", 6300, 10000, "participation_gt"),
        ("1000", 995, 2000, "class_lt"),
        ("500000", 512345, 600000, "participation_approx"),
    ],
)
def test_what_prints_as_it_should_is_as_printed(value, n, of, unit):
    (found,) = judged(row(value, n, of, unit=unit))

    assert found.verdict is AS_PRINTED


@pytest.mark.parametrize(
    ("value", "n", "of", "unit"),
    [
        ("80.5", 403183, 500000, "percent"),
        ("32", 146691, 500000, "percent"),
        ("61/63", 60, 63, "ratio"),
        ("178", 179, 1714, "person"),
        ("2", 1612, 501, "times_per_5_years"),
        ("90", 8, 10, "percent_min"),
        ("5000", 4900, 10000, "participation_gt"),
        ("500000", 560000, 600000, "participation_approx"),
    ],
)
def test_what_no_rule_explains_is_unexplained(value, n, of, unit):
    (found,) = judged(row(value, n, of, unit=unit))

    assert (found.verdict, found.name) == (UNEXPLAINED, Name.MISMATCH)


@pytest.mark.parametrize("unit", ["percent", "percent_min", "percent_gt", "percent_approx"])
def test_a_bare_share_is_as_printed_however_it_is_told(unit):
    (found,) = judged(row("77.18", unit=unit))

    assert (found.verdict, found.way) == (AS_PRINTED, Way.ENGINE)


def test_what_was_counted_otherwise_than_the_row_says_is_unexplained():
    one = row("80", 4, 5)

    (found,) = reported(table(one), {2: fraction(3, 5)}).outcomes

    assert (found.verdict, found.name) == (UNEXPLAINED, Name.MISCOUNTED)


def test_rounding_up_errs_in_the_last_printed_digit_only():
    rounded, beyond = judged(row("30", 146691, 500000), row("31", 146691, 500000))

    assert (rounded.verdict, rounded.name) == (ERROR, Name.ROUNDED_UP)
    assert rounded.counted == "29%"
    assert beyond.verdict is UNEXPLAINED


def test_cutting_off_errs_in_the_last_printed_digit_only():
    cut, beyond = judged(row("75.24", 377, 501), row("75.23", 377, 501))

    assert (cut.verdict, cut.name, cut.counted) == (ERROR, Name.TRUNCATED, "75,25%")
    assert beyond.verdict is UNEXPLAINED


def test_a_numerator_that_is_not_quoted_was_cut_off_only_if_none_else_can_be_meant():
    quote = "rất cần thiết với 75,24% số phiếu trả lời"
    only, one_of_many = judged(
        row("75.24", 377, 501, quote=quote),
        row("75.2", "3764", 5000, quote="75,2% số phiếu"),
    )

    assert only.name is Name.TRUNCATED
    assert one_of_many.verdict is UNEXPLAINED


def copied(**words):
    model = row("84.48", 1448, 1714, quote="trung cấp 1448 người, bằng 84,48%")
    copy = {"source": "a", "quote": "chuyên viên 1552 người, bằng 84,48%"}
    return judged(model, row("84.48", words.pop("n", 1552), 1714, **{**copy, **words}))[1]


def test_a_share_copied_from_another_of_the_same_base_is_a_copy_error():
    found = copied()

    assert (found.verdict, found.name, found.counted) == (ERROR, Name.COPY_ERROR, "90,55%")
    assert "dòng 2" in str(found.told)


@pytest.mark.parametrize(
    "words", [{"source": "b"}, {"n": 1553}, {"quote": "chuyên viên, bằng 84,48%"}]
)
def test_a_copy_needs_a_source_and_a_numerator_that_is_quoted(words):
    assert copied(**words).verdict is UNEXPLAINED


def test_a_copy_needs_a_model_that_is_right_itself():
    both = judged(row("84.48", 1500, 1714), row("84.48", 1552, 1714))

    assert {found.verdict for found in both} == {UNEXPLAINED}


@pytest.mark.parametrize("said", ["đạt 80%", "đạt 80", "80 phần trăm"])
def test_a_percentage_is_no_numerator_though_it_is_the_same_number(said):
    model = row("80", 96, 120, quote="đã học 96 người, bằng 80%")
    (_, found) = judged(model, row("80", 80, 120, quote=f"tham gia {said}"))

    assert (found.verdict, found.name) == (UNEXPLAINED, Name.MISMATCH)


@pytest.mark.parametrize("said", ["80 người, bằng 80%", "80 chị, đạt 80"])
def test_a_numerator_like_its_percentage_is_believed_where_both_are_printed(said):
    model = row("80", 96, 120, quote="đã học 96 người, bằng 80%")
    (_, found) = judged(model, row("80", 80, 120, quote=f"tham gia {said}"))

    assert (found.verdict, found.name) == (ERROR, Name.COPY_ERROR)


def test_a_share_is_no_model_by_its_own_percentage():
    model = row("50", 30, 100, quote="chuyên viên đạt 50%")
    (_, found) = judged(model, row("50", 70, 100, quote="trung cấp 70 người, bằng 50%"))

    assert (found.verdict, found.name) == (UNEXPLAINED, Name.MISMATCH)


def test_a_numerator_that_the_sentence_counts_otherwise_is_not_believed():
    quote = "bồi dưỡng là 403.183 lượt người, đạt 80,6%"
    (found,) = judged(row("80.6", 403184, 500000, quote=quote))

    assert (found.verdict, found.name) == (UNEXPLAINED, Name.NUMERATOR_NOT_QUOTED)
    assert "403.183" in str(found.told)


def test_a_numerator_may_stand_in_a_row_of_its_own_instead():
    whole = row(1612, unit="participation")
    same, other = row("3", 1612, 501, unit="times_per_year", quote="3 lần"), "3 lần/5 năm"

    assert judged(same, whole)[0].verdict is AS_PRINTED
    changed = row("3", 1613, 501, unit="times_per_year", quote=other)
    assert judged(changed, whole)[0].name is Name.NUMERATOR_NOT_QUOTED

"""Differences that rows have among themselves."""

from elearn.coverage.checking.rules.remarks import remarks_of
from tests.make.figures import row, table

QUOTE = "Đại học trở lên 1536 người, bằng 89,61%; cao đẳng, trung cấp là 148 người, bằng 8,63%"


def labels(*rows):
    return [one.label for one in remarks_of(table(*rows))]


def part(name, n, of=1714, quote=QUOTE, **words):
    share = words.pop("value", f"{100 * n / of:.2f}")
    return row(share, n, of, indicator=name, quote=quote, **words)


def test_parts_that_come_short_leave_a_gap():
    assert labels(part("education_university", 1536), part("education_college", 148)) == ["gap_30"]


def test_parts_that_come_to_more_than_their_base_exceed_it():
    found = labels(part("theory_a", 219), part("theory_b", 1448), part("theory_c", 77))

    assert found == ["excess_30"]


def test_parts_that_add_up_are_not_told():
    assert labels(part("theory_a", 1000), part("theory_b", 714)) == []


def test_shares_add_up_to_a_hundred_but_for_their_rounding():
    thirds = [row("33.3", indicator=f"effect:{name}", quote="x") for name in "abc"]
    short = [*thirds[:2], row("30.1", indicator="effect:c", quote="x")]

    assert labels(*thirds) == []
    assert labels(*short) == ["gap_3.3"]


def test_the_rates_of_two_groups_are_no_distribution():
    first, second = row("98", group="a", quote="x"), row("97", group="b", quote="x")

    assert labels(first, second) == []


def test_a_share_that_no_number_of_its_base_gives_is_of_another():
    share = row("26.84", when="2022")
    asked = row("501", unit="person", indicator="respondents", when="2022")
    corps = row("1714", unit="person", indicator="headcount", when="2020")

    assert labels(share, asked, corps) == ["base_differs"]
    assert labels(share, asked) == []


def test_a_share_of_its_base_only_when_cut_off_is_told():
    share = row("75.24", when="2022")
    asked = row("501", unit="person", indicator="respondents", when="2022")

    assert labels(share, asked) == ["truncated"]


def test_one_indicator_is_printed_with_one_number_of_decimals():
    assert labels(row("80.6"), row("30", when="2020")) == ["mixed_precision"]
    assert labels(row("80.6"), row("100", when="2020")) == []
    assert labels(row("80.6"), row("30", source="b")) == []


def test_digits_that_ran_into_others_are_a_typo():
    found = row("42.736", unit="billion_vnd", quote="thực hiện Đề án 189342,736 tỷ đồng")

    assert labels(found) == ["typo"]
    assert labels(row("25", unit="lecture", quote="năm 2025")) == []


def test_the_share_of_those_trained_does_not_fall():
    before, after = row("100", when="2021-12-31"), row("76.5", when="2022-12-31")

    assert labels(after, before) == ["contradiction_over_time"]
    assert labels(before, row("100", when="2022-12-31")) == []
    assert labels(row("80.6", when="2010-2015"), row("30.0", when="2016-2020")) == []

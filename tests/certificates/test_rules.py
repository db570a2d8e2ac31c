"""What is printed and how it is typed again, decided without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import unquote

import pytest

from elearn.certificates.rules import (
    CheckRule,
    agrees,
    born_meant,
    file_names,
    fresh_token,
    is_token,
    last_day,
    number_meant,
    pause_of,
    shown_number,
)
from elearn.people import born_as_printed, unit_as_printed
from tests.certificates.papers import USUAL

NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
RULE = CheckRule(1, date(2020, 1, 1), None, 3, 600, 5, 600, 7)
FACTS = replace(
    USUAL,
    unit="Chi hội thôn Đông, xã Hưng Hà, tỉnh Hưng Yên",
    programme_title="Nghiệp vụ công tác Hội",
    starts_on=date(2026, 9, 7),
    ends_on=date(2026, 12, 15),
    decision_on=date(2026, 11, 18),
    issued_on=date(2026, 11, 20),
)


@pytest.mark.parametrize(
    ("born_on", "year", "printed"),
    [
        (date(1979, 3, 5), 1979, "05/3/1979"),
        (date(1979, 2, 5), 1979, "05/02/1979"),
        (date(1979, 12, 25), None, "25/12/1979"),
        (None, 1979, "1979"),
        (None, None, ""),
    ],
)
def test_a_birth_is_printed_as_offices_write_it(born_on, year, printed):
    assert born_as_printed(born_on, year) == printed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("5/3/1979", "05/3/1979"), ("05-03-1979", "05/3/1979"), (" 1979 ", "1979"), ("", "")],
)
def test_a_birth_is_read_however_it_is_typed(typed, meant):
    assert born_meant(typed) == meant


@pytest.mark.parametrize(
    "typed", ["31/02/1979", "79", "năm 1979", "5/3", "1/1/3000", "٥/٣/١٩٧٩", "20٢٦"]
)
def test_a_birth_that_cannot_be_is_none(typed):
    assert born_meant(typed) is None


def test_a_number_has_four_figures_at_least():
    assert shown_number(7, 2026, "CC-HVPN") == "0007/2026/CC-HVPN"
    assert shown_number(12345, 2026, "CC-HVPN") == "12345/2026/CC-HVPN"


@pytest.mark.parametrize(
    ("unit", "place", "printed"),
    [
        (
            "Chi hội thôn Đông",
            "xã Hưng Hà, tỉnh Hưng Yên",
            "Chi hội thôn Đông, xã Hưng Hà, tỉnh Hưng Yên",
        ),
        ("Hội LHPN xã Hưng Hà", "xã Hưng Hà, tỉnh Hưng Yên", "Hội LHPN xã Hưng Hà, tỉnh Hưng Yên"),
        ("Hội LHPN tỉnh Hưng Yên", "tỉnh Hưng Yên", "Hội LHPN tỉnh Hưng Yên"),
        ("Trường Đảng", "", "Trường Đảng"),
    ],
)
def test_a_place_is_not_told_twice(unit, place, printed):
    assert unit_as_printed(unit, place) == printed


@pytest.mark.parametrize(
    "typed",
    ["0147/2026/GCN-HVPN", "147/2026/gcn-hvpn", " 147 / 2026 / GCN HVPN", "0147-2026-gcnhvpn"],
)
def test_a_number_is_read_however_it_is_typed(typed):
    assert number_meant(typed) == "0147/2026/GCN-HVPN"


def test_the_kind_and_the_issuer_are_told_apart_without_a_stroke():
    assert number_meant("147/2026/cchvpn") == "0147/2026/CC-HVPN"


def test_what_is_no_number_stays_what_was_typed():
    assert number_meant("bằng  khen") == "BẰNG KHEN"


@pytest.mark.parametrize(
    "who", ["Nguyễn Thị Ngọc Ưỡng", "nguyen thi ngoc uong", "5/3/1979", "05.03.1979"]
)
def test_the_name_or_the_day_of_birth_goes_with_a_certificate(who):
    assert agrees(who, full_name=FACTS.full_name, born=FACTS.born)


@pytest.mark.parametrize("who", ["", "Nguyễn Thị Ngọc", "1979", "5/4/1979", "…"])
def test_nothing_else_goes_with_it(who):
    assert not agrees(who, full_name=FACTS.full_name, born=FACTS.born)


@pytest.mark.parametrize(
    ("planned", "completed", "closed", "last"),
    [(15, 10, 20, 15), (15, 10, 12, 12), (15, 18, 20, 18), (15, 18, 18, 18)],
)
def test_a_course_ended_as_planned_or_as_it_was(planned, completed, closed, last):
    days = [date(2026, 12, day) for day in (planned, completed, closed)]

    found = last_day(planned=days[0], completed=days[1], closed=days[2])

    assert found == date(2026, 12, last)


def test_a_file_has_a_name_in_plain_letters_and_its_true_one():
    plain, true = file_names(FACTS)

    assert plain == "giay-chung-nhan-0147-2026-gcn-hvpn-nguyen-thi-ngoc-uong.pdf"
    assert unquote(true) == "Giấy chứng nhận 0147-2026-GCN-HVPN Nguyễn Thị Ngọc Ưỡng.pdf"
    assert file_names(replace(FACTS, full_name="H'Hen Niê"))[0].endswith("-h-hen-nie.pdf")


def test_tokens_are_short_plain_and_never_twice_the_same():
    tokens = {fresh_token() for _ in range(500)}

    assert len(tokens) == 500
    assert all(is_token(token) and len(token) == 10 for token in tokens)
    assert not is_token("../../etc")
    assert not is_token("ABCDEFGHJK")


def test_after_so_many_failures_with_one_number_one_waits_until_the_first_is_long_ago():
    failures = [NOW - timedelta(seconds=ago) for ago in (500, 60, 30)]

    assert pause_of(RULE, of_number=failures[:2], of_network=failures[:2], now=NOW) is None
    assert pause_of(RULE, of_number=failures, of_network=failures, now=NOW) == NOW + timedelta(
        seconds=100
    )


def test_a_network_waits_too_whatever_the_numbers_were():
    failures = [NOW - timedelta(seconds=ago) for ago in (700, 500, 60, 30, 20, 10)]

    paused = pause_of(RULE, of_number=[], of_network=failures, now=NOW)
    assert paused == NOW + timedelta(seconds=100)

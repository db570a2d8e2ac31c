"""Figures and dates as Vietnamese offices write them, and as the English page does."""

from datetime import UTC, date, datetime

import pytest

from elearn.web import i18n


@pytest.fixture(params=["vi", "en"])
def language(request, web):
    with web.test_request_context(headers={"Cookie": f"language={request.param}"}):
        yield request.param


def test_a_share_is_written_with_the_comma_or_point_of_the_language(language):
    assert i18n.percent(50, 62, 1) == {"vi": "80,6%", "en": "80.6%"}[language]
    assert i18n.percent(50, 62) == "81%"


def test_a_share_of_nothing_is_nothing(language):
    assert i18n.percent(0, 0) == "0%"


def test_thousands_are_parted(language):
    assert i18n.number(403183) == {"vi": "403.183", "en": "403,183"}[language]


@pytest.mark.parametrize(
    ("size", "vietnamese", "english"),
    [
        (0, "0 MB", "0 MB"),
        (400, "0,1 MB", "0.1 MB"),
        (430_000, "0,4 MB", "0.4 MB"),
        (5_000_000, "5 MB", "5 MB"),
        (33_600_000, "34 MB", "34 MB"),
        (1_824_000_000, "1,82 GB", "1.82 GB"),
    ],
)
def test_a_size_tells_one_decimal_below_ten(language, size, vietnamese, english):
    assert i18n.megabytes(size) == {"vi": vietnamese, "en": english}[language]


def test_days_and_hours_are_those_of_viet_nam(language):
    late = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)

    assert i18n.day(late) == "05/03/2026"
    assert i18n.hour(late) == "01:30"
    assert i18n.day(date(2026, 12, 15)) == "15/12/2026"
    assert i18n.day(None) == ""


@pytest.mark.parametrize(("seconds", "told"), [(5, "0:05"), (725.9, "12:05"), (3725, "1:02:05")])
def test_a_place_in_a_lecture(seconds, told):
    assert i18n.position(seconds) == told


@pytest.mark.parametrize(("milliseconds", "told"), [(0, 1), (20_000, 1), (1_500_000, 25)])
def test_minutes_are_whole_and_at_least_one(milliseconds, told):
    assert i18n.minutes(milliseconds) == told


@pytest.mark.parametrize(
    ("seconds", "held", "told"), [(20, 750, "1"), (750, 750, "12"), (60, 750, "1"), (61, 750, "2")]
)
def test_a_part_of_what_is_held_is_never_more_than_that(seconds, held, told):
    assert i18n.part(seconds, held, 1800) == told

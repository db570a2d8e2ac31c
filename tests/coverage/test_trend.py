"""Where the points of the years are drawn."""

from datetime import date

from elearn import coverage
from elearn.coverage.rules import Point, chart_of
from tests.make import coverage as make

HEADS = coverage.indicator_by_key(make.scheme(), "branch_head.branch")


def test_the_line_is_cut_where_the_list_of_units_changed():
    years = (2023, 2024, 2025, 2026)
    chart = chart_of([Point(date(year, 12, 31), year - 2020, 10) for year in years], HEADS)

    assert [(one.point.day.year, two.point.day.year) for one, two in chart.lines] == [
        (2023, 2024),
        (2025, 2026),
    ]
    assert chart.points[1].x < (chart.cut or 0) < chart.points[2].x


def test_higher_is_nearer_to_the_top_and_each_year_has_its_target():
    chart = chart_of([Point(date(2020, 12, 31), 1, 2), Point(date(2021, 12, 31), 2, 2)], HEADS)

    assert chart.points[0].y > chart.points[1].y == chart.goals[1].y
    assert [goal.percent for goal in chart.goals] == [70, 100]
    assert chart.points[0].told(1) == "50,0"


def test_a_target_is_named_where_neither_point_nor_number_stands():
    for reached in range(101):
        chart = chart_of([Point(date(2019 + y, 12, 31), reached, 100) for y in range(8)], HEADS)

        assert not any(
            abs(goal.words_y - one.number_y) < 16 or -8 < goal.words_y - one.y < 18
            for goal in chart.goals
            for one in chart.points
        ), reached


def test_the_words_of_the_cut_stay_in_the_drawing():
    chart = chart_of([Point(date(year, 12, 31), 1, 2) for year in range(2013, 2026)], HEADS)

    assert chart.cut is not None
    assert chart.cut > chart.cut_words


def test_without_points_there_is_nothing_to_draw():
    assert chart_of([], HEADS).points == ()


def test_by_one_map_for_all_years_no_line_is_cut():
    points = [Point(date(year, 12, 31), 1, 2) for year in (2024, 2025)]

    assert chart_of(points, HEADS, is_restated=True).cut is None
    assert chart_of(points, HEADS).cut is not None

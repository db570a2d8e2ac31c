"""How often players are told to report, and when one is turned away."""

from itertools import count, islice

import pytest

from elearn.learning.reporting import Board, Pace, Took


@pytest.fixture
def pace():
    return Pace(60, Board())


@pytest.fixture
def work(pace):
    """`work(10)` takes reports for ten seconds, each quarter for a share of the quarter."""
    quarters = count(4000)

    def work(seconds, *, share=0.1, waited=0.0, reports=1):
        for quarter in islice(quarters, 4 * seconds):
            pace.took(Took(quarter / 4, waited, share / 4, reports))

    return work


def test_as_long_as_little_time_goes_into_reports_the_setting_is_told(pace, work):
    work(60)

    assert pace.interval == 60


def test_much_time_for_reports_has_players_slow_down_step_by_step(pace, work):
    work(10, share=0.5)
    after_ten = pace.interval
    work(20, share=0.5)

    assert 75 < after_ten < 110
    assert 150 < pace.interval < 300


def test_long_waiting_has_players_slow_down_too_and_never_beyond_five_minutes(pace, work):
    work(90, waited=0.4)

    assert pace.interval == 300


def test_in_between_what_was_told_is_told_on(pace, work):
    work(20, share=0.5)
    told = pace.interval
    work(60, share=0.25)

    assert pace.interval == pytest.approx(told, rel=0.2)


def test_when_it_is_quiet_again_players_may_report_as_before(pace, work):
    work(60, share=0.9)
    work(120)

    assert pace.interval == 60


def test_one_slow_answer_after_a_quiet_hour_is_no_load(pace):
    pace.took(Took(5000, 0.0, 0.5, 1))

    assert pace.interval <= 64


def test_who_would_wait_too_long_is_turned_away(pace, work):
    work(10, share=0.4, reports=50)

    assert not pace.is_behind(299, 0.0)
    assert pace.is_behind(300, 0.0)
    assert pace.is_behind(0, 6.0)


def test_the_figures_stand_on_the_board(pace, work):
    work(1, reports=3)
    pace.turn_away([])

    [figures] = pace.board.figures()

    assert (figures.reports, figures.interval) == (12, 60)
    pace.took(Took(1010, 0.0, 0.0, 1))
    assert [one.turned_away for one in pace.board.figures()] == [1]


def test_a_process_that_begins_anew_goes_on_with_what_the_others_tell(pace, work):
    work(60, waited=0.4)
    fresh = Pace(60, pace.board)

    fresh.took(Took(10.0, 0.0, 0.1, 1))

    assert fresh.interval == 300

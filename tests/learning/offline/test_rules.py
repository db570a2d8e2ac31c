"""The purse of what is played without a line: the clock of its leases, and never more."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.learning.rules import Budget, Leased, LeasePurse, Limits
from tests.learning.players import START

LIMITS = Limits(rate_percent=200, unspent_seconds=120, unspent_intervals=4)
MOST = LIMITS.most_unspent(15)


def at(second: float):
    return START + timedelta(seconds=second)


def leased(since: float, until: float, *, film: int = 1, length: int = 10_000) -> Leased:
    return Leased(film, length, at(since), at(until))


def grown(purse: LeasePurse, second: float, *leases: Leased) -> LeasePurse:
    return purse.grown(at(second), leases, LIMITS, most_owed=MOST)


NEW = LeasePurse.opened(START)


def test_a_minute_of_a_lease_is_worth_two_however_many_leases_run():
    both = leased(0, 1000), leased(30, 1000, film=2)

    assert grown(NEW, 60, *both).unspent == 120_000


def test_no_minute_counts_before_a_lease_or_after_it():
    apart = leased(10, 20), leased(40, 50, film=2)

    assert grown(NEW, 1000, *apart).unspent == 40_000


def test_it_never_holds_more_than_was_leased_and_a_film_counts_once():
    twice = leased(0, 5000, length=600), leased(100, 5000, length=600)

    assert grown(NEW, 4000, *twice).unspent == 600_000


def test_a_clock_set_back_takes_nothing_away():
    purse = grown(NEW, 60, leased(0, 1000))

    assert grown(purse, 30, leased(0, 1000)) == purse


def test_what_is_watched_with_a_line_meanwhile_is_not_paid_for_twice():
    purse = NEW.owing(80)

    assert grown(purse, 60, leased(0, 1000)).unspent == 40_000


def test_what_was_saved_waits_whole_while_she_watches_with_a_line():
    home = grown(NEW, 3600, leased(0, 3600, length=1800))

    later = grown(home.owing(7200), 20_000, leased(0, 3600, length=1800))

    assert later.unspent == 1_800_000
    assert later.owed == MOST


step = st.tuples(st.integers(0, 400), st.sampled_from(["away", "online"]), st.integers(0, 900))
spans = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 900)), max_size=5)


@settings(max_examples=100, derandomize=True)
@given(spans=spans, steps=st.lists(step, max_size=20))
def test_both_purses_together_never_pay_faster_than_twice_the_clock(spans, steps):
    """Whoever plays on phones and before a line at once, in any order, is held by one clock."""
    leases = [leased(since, since + lasts, film=n) for n, (since, lasts) in enumerate(spans)]
    purse, budget = NEW, Budget.opened(START)
    second = credited_away = credited_online = 0
    for wait, way, asked in steps:
        second += wait
        if way == "away":
            purse = grown(purse, second, *leases)
            paid = min(asked, purse.unspent // 1000)
            purse, credited_away = purse.spent(paid), credited_away + paid
        else:
            budget = budget.grown(at(second), LIMITS, 15)
            paid = min(asked, budget.unspent // 1000)
            budget, purse = budget.spent(paid), purse.owing(paid)
            credited_online += paid
        ran = {moment for one in leases for moment in _seconds(one, second)}
        assert credited_away <= 2 * len(ran)
        assert credited_away + credited_online <= 2 * second + MOST // 1000


def _seconds(one: Leased, until: int) -> range:
    since, end = ((moment - START).total_seconds() for moment in (one.since, one.until))
    return range(int(since), min(int(end), until))

"""When a name or a network waits: pure, with made-up moments."""

from datetime import UTC, datetime, timedelta
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st

from elearn.accounts import rules
from elearn.accounts.reader import rule_on

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
RULE = rule_on(NOON.date())


def failures(count, *, every=1, start=NOON):
    return [start + timedelta(seconds=every * place) for place in range(count)]


gaps = st.lists(st.integers(0, 5000), max_size=40)
few = settings(max_examples=60)


def moments(seconds):
    return [NOON + timedelta(seconds=at) for at in accumulate(seconds)]


def test_four_failures_wait_for_nothing():
    assert rules.pause_until(failures(4), RULE) is None


def test_the_fifth_failure_waits_five_minutes():
    assert rules.pause_until(failures(5), RULE) == failures(5)[-1] + timedelta(minutes=5)


def test_each_further_round_waits_twice_as_long():
    ten, fifteen = failures(10), failures(15)

    assert rules.pause_until(ten, RULE) == ten[-1] + timedelta(minutes=10)
    assert rules.pause_until(fifteen, RULE) == fifteen[-1] + timedelta(minutes=20)


def test_no_pause_is_longer_than_the_longest():
    many = failures(500)

    longest = timedelta(seconds=RULE.longest_pause_seconds)
    assert rules.pause_until(many, RULE) == many[-1] + longest


def test_a_quiet_day_begins_a_new_count():
    old, new = failures(4), failures(1, start=NOON + timedelta(days=2))

    stands = rules.standing([*old, *new], RULE, now=new[-1])

    assert (stands.failures, stands.tries_left) == (1, 4)


def test_after_a_quiet_day_nothing_is_left_of_the_count():
    stands = rules.standing(failures(4), RULE, now=NOON + timedelta(days=2))

    assert (stands.failures, stands.tries_left) == (0, 5)


def test_it_is_told_how_many_tries_are_left_and_how_long_the_next_pause_is():
    stands = rules.standing(failures(6), RULE, now=NOON + timedelta(hours=1))

    assert stands.tries_left == 4
    assert stands.next_pause_seconds == 600
    assert stands.paused_until is None


@few
@given(gaps)
def test_a_pause_follows_a_failure_and_is_never_longer_than_allowed(seconds):
    failed = moments(seconds)
    until = rules.pause_until(failed, RULE)

    if until is not None:
        wait = max(until - moment for moment in failed if moment <= until)
        waits = {until - moment for moment in failed}
        assert timedelta(seconds=RULE.first_pause_seconds) <= wait
        assert any(pause <= timedelta(seconds=RULE.longest_pause_seconds) for pause in waits)


@few
@given(gaps, st.integers(0, 100_000))
def test_there_is_always_a_try_left_or_a_pause_that_was_served(seconds, later):
    failed = moments(seconds)
    now = (failed[-1] if failed else NOON) + timedelta(seconds=later)

    stands = rules.standing(failed, RULE, now=now)

    assert 1 <= stands.tries_left <= RULE.failures_allowed
    assert stands.paused_until is None or stands.paused_until > now


@few
@given(st.integers(0, 200), st.integers(1, 60))
def test_one_more_failure_never_ends_a_pause(count, every):
    before = rules.pause_until(failures(count, every=every), RULE) or NOON
    after = rules.pause_until(failures(count + 1, every=every), RULE) or NOON

    assert before <= after


def test_a_network_waits_until_its_oldest_failure_leaves_the_window():
    failed = failures(RULE.network_failures_allowed)

    window = timedelta(seconds=RULE.network_window_seconds)
    assert rules.network_pause_until(failed, RULE) == NOON + window
    assert rules.network_pause_until(failed[1:], RULE) is None


def test_a_network_where_people_do_sign_in_has_more_tries():
    failed = failures(RULE.network_failures_allowed)

    assert rules.network_pause_until(failed, RULE, known=1) is None

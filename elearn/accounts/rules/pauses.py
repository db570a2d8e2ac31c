"""When is a sign-in refused for a while? No database, no clock, no web."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from elearn.accounts.rules.rule import SignInRule


@dataclass(frozen=True, slots=True)
class Standing:
    """How one name stands after the failures so far."""

    failures: int
    tries_left: int
    next_pause_seconds: int
    paused_until: datetime | None


def latest_run(failures: Sequence[datetime], rule: SignInRule) -> Sequence[datetime]:
    """Return the failures of the present count: a long enough quiet before one begins it anew."""
    quiet = timedelta(seconds=rule.forgiven_after_seconds)
    for place in range(len(failures) - 1, 0, -1):
        if failures[place] - failures[place - 1] > quiet:
            return failures[place:]
    return failures


def pause_seconds(round_: int, rule: SignInRule) -> int:
    """Return how long the pause after the given round of failures is; the first round is 1."""
    longest = rule.longest_pause_seconds
    pause = rule.first_pause_seconds
    while round_ > 1 and pause < longest and rule.pause_growth > 1:
        pause *= rule.pause_growth
        round_ -= 1
    return min(pause, longest)


def pause_until(failures: Sequence[datetime], rule: SignInRule) -> datetime | None:
    """Return when the pause after the last full round of failures ends; none if no round is full.

    The failures are those since the last success, oldest first. The end may lie in the past.
    """
    run = latest_run(failures, rule)
    rounds = len(run) // rule.failures_allowed
    if not rounds:
        return None
    last = run[rounds * rule.failures_allowed - 1]
    return last + timedelta(seconds=pause_seconds(rounds, rule))


def network_pause_until(
    failures: Sequence[datetime], rule: SignInRule, *, known: int = 0
) -> datetime | None:
    """Return when a network with so many failures may try again; none if it has tries left.

    Never more failures than allowed within any window, and one more for each account known there,
    since half a province may share an address: the pause lasts until the oldest of the last ones
    leaves the window. What is refused meanwhile is not counted, so the pause ends by itself.
    """
    allowed = rule.network_failures_allowed + known
    if len(failures) < allowed:
        return None
    return failures[-allowed] + timedelta(seconds=rule.network_window_seconds)


def standing(failures: Sequence[datetime], rule: SignInRule, *, now: datetime) -> Standing:
    """Return what a name may still try at this moment, after these failures."""
    if failures and now - failures[-1] > timedelta(seconds=rule.forgiven_after_seconds):
        failures = ()
    run = latest_run(failures, rule)
    until = pause_until(run, rule)
    rounds, used = divmod(len(run), rule.failures_allowed)
    return Standing(
        failures=len(run),
        tries_left=rule.failures_allowed - used,
        next_pause_seconds=pause_seconds(rounds + 1, rule),
        paused_until=until if until and until > now else None,
    )

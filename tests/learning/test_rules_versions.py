"""What was watched of an earlier film, and what it is worth in the one that replaced it."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elearn.learning import queries
from elearn.learning.models import WatchMap
from elearn.learning.rules import Passed, Seconds, Standing, passed_to, with_passed
from elearn.media import Change, Earlier, Playable, Replacement, ReplacementPolicy

SHARE = 80
DAY = datetime(2026, 11, 1, tzinfo=UTC)
STAYS, PARTS, REPEAT = ReplacementPolicy


def film(seconds, *earlier):
    """Return what is played now: version 9, after versions 1, 2, … of so many seconds."""
    line = [
        Earlier(number, length, Replacement(policy, DAY, changes=tuple(changes)))
        for number, (length, policy, *changes) in enumerate(earlier, 1)
    ]
    return Playable(1, 9, seconds, (), earlier=tuple(line))


def watched(length, *ranges):
    return Standing(Seconds.of(ranges, length), length, SHARE)


def stand(shown, own):
    """Return where somebody stands with what is shown, by what she watched of each version."""
    new = own.get(9) or watched(shown.seconds)
    return with_passed(new, passed_to(shown, own, SHARE))


def test_a_film_that_was_never_replaced_brings_nothing():
    assert passed_to(film(100), {9: watched(100, (0, 50))}, SHARE) == Passed()


def test_a_film_seen_stays_seen_where_the_old_one_stays_valid():
    shown = film(200, (100, STAYS))

    assert stand(shown, {1: watched(100, (0, 80))}).is_seen
    assert not stand(shown, {1: watched(100, (0, 79))}).is_seen


def test_one_half_way_may_finish_what_she_began():
    shown = film(200, (100, STAYS), (150, STAYS))

    assert passed_to(shown, {1: watched(100, (0, 10))}, SHARE).unfinished == 1
    assert passed_to(shown, {2: watched(150, (0, 10))}, SHARE).unfinished == 2
    both = {1: watched(100, (0, 10)), 2: watched(150, (0, 10))}
    assert passed_to(shown, both, SHARE).unfinished == 2
    seen = {1: watched(100, (0, 100)), 2: watched(150, (0, 10))}
    assert passed_to(shown, seen, SHARE).unfinished is None


def test_who_brought_seconds_to_a_film_may_finish_it_though_she_never_opened_it():
    shown = film(200, (100, PARTS, Change((0, 10), (0, 10))), (100, STAYS))

    assert passed_to(shown, {1: watched(100, (40, 80))}, SHARE).unfinished == 2
    assert passed_to(shown, {1: watched(100, (0, 10))}, SHARE).unfinished is None


def test_what_she_brought_is_held_in_the_film_she_may_finish():
    shown = film(200, (100, PARTS, Change((0, 10), (0, 10))), (100, STAYS))
    bits = Seconds.of([(40, 80)], 100).to_bytes()
    kept = WatchMap(medium_version_id=1, bits=bits, length=100, position=80, changed_at=DAY)

    stand = queries.standing_with([kept], shown, share_percent=SHARE)

    assert (stand.version_id, list(stand.standing.held.ranges())) == (2, [(40, 80)])


def test_a_film_to_be_repeated_takes_nothing_over():
    shown = film(100, (100, STAYS), (100, REPEAT))

    assert passed_to(shown, {1: watched(100, (0, 100)), 2: watched(100, (0, 100))}, SHARE) == (
        Passed()
    )


def test_only_the_new_part_is_asked_of_who_had_seen_the_rest():
    # Ten seconds at 50 became thirty: 0–50 stays 0–50, 60–100 is 80–120 now.
    shown = film(120, (100, PARTS, Change((50, 60), (50, 80))))

    standing = stand(shown, {1: watched(100, (0, 85))})

    assert list(standing.held.ranges()) == [(0, 50), (80, 120)]
    assert (standing.lacking, standing.is_seen) == (24, False)
    done = stand(shown, {1: watched(100, (0, 85)), 9: watched(120, (50, 74))})
    assert done.is_seen


def test_of_the_same_parts_only_what_she_held_comes_over():
    shown = film(120, (100, PARTS, Change((50, 60), (50, 80))))

    standing = stand(shown, {1: watched(100, (40, 65))})

    assert list(standing.held.ranges()) == [(40, 50), (80, 85)]
    assert standing.lacking == 96 - 15


def test_who_never_began_is_asked_for_the_whole_and_no_part_of_its_own():
    shown = film(120, (100, PARTS, Change((50, 60), (50, 80))))

    standing = stand(shown, {9: watched(120, (0, 50), (74, 120))})

    assert standing.is_seen


def test_a_part_that_was_only_cut_out_asks_for_nothing():
    shown = film(90, (100, PARTS, Change((50, 60), (50, 50))))

    assert stand(shown, {1: watched(100, (0, 100))}).is_seen


def test_seconds_go_through_several_replacements():
    shown = film(
        130, (100, PARTS, Change((0, 0), (0, 10))), (110, PARTS, Change((110, 110), (110, 130)))
    )

    standing = stand(shown, {1: watched(100, (0, 20)), 2: watched(110, (0, 10))})

    assert list(standing.held.ranges()) == [(0, 30)]


@given(
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)), max_size=4),
    st.integers(0, 2**200),
)
def test_carried_seconds_are_never_more_than_were_held_nor_beyond_the_film(head, cuts, bits):
    old = new = head
    changes = []
    for removed, added, rest in cuts:
        changes.append(Change((old, old + removed), (new, new + added)))
        old, new = old + removed + rest, new + added + rest
    held = Seconds(bits & ((1 << old) - 1))
    own = Standing(held, old, SHARE)

    passed = passed_to(film(new, (old, PARTS, *changes)), {1: own}, SHARE)

    assert passed.held.bits.bit_length() <= new
    assert not (passed.held & passed.required)
    if not own.is_seen:
        assert len(passed.held) <= len(held)


@pytest.mark.parametrize("seconds", [1, 2])
def test_a_cut_within_a_second_takes_the_shorter_of_both(seconds):
    shown = film(100 + seconds, (100, PARTS, Change((0, 0), (0, 1))))

    assert len(stand(shown, {1: watched(100, (0, 100))}).held) == min(100, 99 + seconds)

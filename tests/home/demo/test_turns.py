"""Turns by chance: as many as wanted, in post, in campaigns, and never by some."""

from collections import Counter
from datetime import date, timedelta

import numpy as np

from elearn.home.demo.country.offers import POSTS, Offers
from elearn.home.demo.country.turns import FIRST, LAST, Held, turns_of

PEOPLE, TURNS = 400, 4_000
HEAD = POSTS["branch_head"]
SETTLED = timedelta(days=30)


def offers(never=0.2):
    posts = len(POSTS)
    return Offers((), np.ones((posts, 1)), np.full(posts, never), np.zeros(1, dtype=np.int64))


def drawn(held, count=TURNS, *, seed=1, **words):
    return turns_of(np.random.default_rng(seed), offers(**words), held, count)


def heads(first=FIRST - 900, last=LAST + 900):
    return Held.of([(person, HEAD, first, last) for person in range(PEOPLE)])


def test_there_are_as_many_as_wanted_and_no_two_of_a_person_on_a_day():
    turns = drawn(heads())

    pairs = set(zip(turns.person.tolist(), turns.day.tolist(), strict=True))
    assert len(pairs) == turns.day.size == TURNS


def test_nobody_comes_before_she_has_settled_in_or_after_she_left():
    begun, ended = date(2021, 5, 1), date(2024, 2, 29)
    turns = drawn(heads(begun.toordinal(), ended.toordinal()))

    assert turns.day.min() >= (begun + SETTLED).toordinal()
    assert turns.day.max() <= ended.toordinal()


def test_a_turn_belongs_to_the_tenure_in_which_it_falls():
    change = date(2022, 7, 1).toordinal()
    both = [(0, HEAD, FIRST, change - 1), (0, POSTS["trainer"], change, LAST)]
    turns = drawn(Held.of(both), 50, never=0)

    assert set(turns.tenure[turns.day < change].tolist()) == {0}
    assert set(turns.tenure[turns.day >= change].tolist()) == {1}


def test_some_never_come_and_nobody_comes_every_year():
    turns = drawn(heads())
    years = {(person, date.fromordinal(day).year) for person, day in pairs_of(turns)}
    by_person = Counter(person for person, _ in years)

    assert 0.7 * PEOPLE < len(by_person) < 0.85 * PEOPLE
    assert 3 < sum(by_person.values()) / len(by_person) < 5.5


def test_campaigns_bring_more_than_the_weeks_of_tet():
    months = Counter(date.fromordinal(day).month for _, day in pairs_of(drawn(heads())))

    assert months[10] > 3 * (months[1] + months[2])


def test_where_nobody_is_in_post_nobody_comes():
    assert drawn(heads(FIRST - 900, FIRST - 1)).day.size == 0
    assert drawn(Held.of([])).day.size == 0


def pairs_of(turns):
    return list(zip(turns.person.tolist(), turns.day.tolist(), strict=True))

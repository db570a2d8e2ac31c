"""What another share would do, and what is written down when it holds."""

import itertools
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from elearn import clock, learning, media, people
from elearn.access import OPERATOR
from elearn.learning import queries
from elearn.learning.queries.effects import intricate
from elearn.learning.queries.standings import Seen
from elearn.learning.service.giving import Measure, give_intricate, give_plain
from tests.make import learning as make
from tests.make import media as films
from tests.make import people as make_people
from tests.make import rules

NOW = datetime(2026, 11, 21, 13, tzinfo=UTC)
SINCE = datetime(2026, 11, 10, tzinfo=UTC)
LESS = Measure(2, 60, SINCE)


@pytest.fixture
def film(db):
    make.rules(db)
    return films.playable(db, seconds=100)


@pytest.fixture
def watched(db, film):
    """`watched(70)` gives somebody who has watched so many of a hundred seconds."""

    def by(seconds, who=None, at=make.LONG_AGO):
        person = who or make_people.person(db)
        make.watched(db, person, film, seconds=seconds, at=at)
        return person

    return by


def standing(db, film, person, share):
    maps = queries.maps_of(db, person.id, [film.medium_id]).get(film.medium_id, ())
    return queries.standing_with(maps, film, share_percent=share), maps


def test_a_higher_share_takes_nothing_and_says_who_keeps_by_the_old_one(db, film, watched):
    keeps, _sure, _half = watched(85), watched(95), watched(40)

    found = learning.effects_on(db, film, 80, 90)

    assert (found.people, found.has, set(found.gains), set(found.keeps)) == (
        3,
        2,
        set(),
        {keeps.id},
    )
    assert standing(db, film, keeps, 90)[0].standing.lacking == 0


def test_a_lower_share_gives_it_to_those_who_have_it_then(db, film, watched):
    gains, _sure, _half = watched(65), watched(95), watched(40)

    found = learning.effects_on(db, film, 80, 60)

    assert (set(found.gains), set(found.keeps)) == ({gains.id}, set())


def test_two_entries_of_one_human_being_count_once_with_what_both_hold(db, film, watched):
    one, other = watched(50), make_people.person(db)
    row = make.watched(db, other, film, seconds=30)
    row.bits = learning.Seconds.of([(50, 80)], 100).to_bytes()
    people.merge(db, OPERATOR, other, one, now=NOW)

    up, down = (learning.effects_on(db, film, *shares) for shares in ((80, 90), (85, 75)))

    assert (up.people, up.has, set(up.gains), set(up.keeps)) == (1, 1, set(), {one.id})
    assert (down.has, set(down.gains)) == (0, {one.id})


def test_what_is_given_is_dated_by_the_rule_and_written_once(db, film, watched):
    rules.adopted_share(db, 60, SINCE.date())
    before, after = watched(65), watched(70, at=NOW)
    watched(40)

    assert [give_plain(db, film, LESS), give_plain(db, film, LESS)] == [2, 0]

    rows = [db.get_one(learning.WatchMap, (one.id, film.version_id)) for one in (before, after)]
    assert [(row.seen_at, row.seen_by) for row in rows] == [(SINCE, 2), (NOW, 2)]


def test_what_two_entries_have_together_stays_theirs_when_the_share_rises(db, film, watched):
    one, other = watched(50), make_people.person(db)
    row = make.watched(db, other, film, seconds=35)
    row.bits = learning.Seconds.of([(50, 85)], 100).to_bytes()
    people.merge(db, OPERATOR, other, one, now=NOW)
    db.flush()
    assert not standing(db, film, one, 90)[0].standing.is_seen
    old = Measure(1, 80, make.LONG_AGO - timedelta(days=365), until=NOW)

    assert give_intricate(db, film, intricate(db, film), old) == 1
    assert give_intricate(db, film, intricate(db, film), old) == 0

    stand, maps = standing(db, film, one, 90)
    assert stand.standing.is_seen
    assert queries.seen(maps, stand) == Seen(make.LONG_AGO, 1)


def test_who_went_on_watching_under_the_new_rule_is_not_given_it_by_the_old(db, film, watched):
    one, other = watched(50, at=NOW), make_people.person(db)
    make.watched(db, other, film, seconds=85, at=NOW).seen_at = None
    people.merge(db, OPERATOR, other, one, now=NOW)
    old = Measure(1, 80, make.LONG_AGO, until=NOW)

    assert give_intricate(db, film, intricate(db, film), old) == 0
    assert give_plain(db, film, replace(old, until=NOW)) == 0


def test_who_brought_all_from_a_film_before_keeps_it_in_a_map_of_the_new_one(db, film, watched):
    person = watched(70)
    cut = films.medium_version(db, db.get_one(media.Medium, film.medium_id), seconds=80, number=2)
    films.rendition(db, cut, "480p")
    films.release(db, cut, media.ReplacementPolicy.ONLY_NEW_PARTS, media.Change((70, 90), (70, 70)))
    shown = media.playable_of(db, film.medium_id)
    assert standing(db, shown, person, 80)[0].standing.is_seen

    given = give_intricate(db, shown, intricate(db, shown), Measure(1, 80, SINCE))

    stand, maps = standing(db, shown, person, 95)
    assert (given, stand.standing.is_seen, len(maps)) == (1, True, 2)


def test_a_lecture_that_nobody_noted_is_seen_no_earlier_than_the_rule_that_gives_it(
    db, film, watched
):
    stand, maps = standing(db, film, watched(65), 60)

    assert queries.seen(maps, stand, since=SINCE) == Seen(SINCE, None)
    assert queries.seen(maps, stand) == Seen(make.LONG_AGO, None)
    assert clock.start_of(SINCE.date()) < SINCE


def test_the_numbers_are_those_of_asking_everybody_one_by_one(db, film, watched):
    dice = random.Random(7)
    everybody = [watched(dice.choice((20, 60, 70, 80, 85, 95))) for _ in range(30)]
    for one, other in zip(everybody[:5], everybody[5:10], strict=True):
        row = db.get_one(learning.WatchMap, (other.id, film.version_id))
        row.bits = learning.Seconds.of([(100 - row.seconds, 100)], 100).to_bytes()
        people.merge(db, OPERATOR, other, one, now=NOW)
    wholes = {one.same_as_id or one.id for one in everybody}

    def having(share):
        return {
            one.id
            for one in everybody
            if one.id in wholes and standing(db, film, one, share)[0].standing.is_seen
        }

    had = {share: having(share) for share in (60, 80, 90)}
    for before, after in itertools.permutations(had, 2):
        found = learning.effects_on(db, film, before, after)
        assert (found.people, found.has) == (len(wholes), len(had[before]))
        assert found.gains == had[after] - had[before]

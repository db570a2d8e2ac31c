"""A whole evening: who came late or left has her own seconds, and nobody more than was played."""

from datetime import timedelta
from typing import Any

from elearn import learning
from elearn.learning import WatchBudget, WatchSession
from elearn.learning.rules import SessionKind
from elearn.learning.viewings import queries
from tests.learning.viewings.leading import (
    maps,
    moment,
    presence,
    seconds,
    sitters,
    stretch,
)
from tests.make import signals


def test_each_of_twenty_has_the_seconds_of_her_own_stretches(db, leader, unit, film):
    women, viewing = sitters(db, unit, 20), leader.open(film)
    late, leaver, rest = women[:3], women[3:5], women[5:]
    leader.play((0, 600), at=610)
    leader.say(
        viewing,
        stretch(1, [*leaver, *rest], (0, 200), at=(0, 200)),
        stretch(2, women, (200, 400), at=(200, 400)),
        stretch(3, [*late, *rest], (400, 600), at=(400, 600)),
        at=610,
        ended=True,
    )
    assert maps(db, viewing).keys() == {leader.person.id}  # Nobody's yet.

    leader.state(viewing, at=620)

    held = maps(db, viewing)
    for one, heard in [
        *((one, (200, 600)) for one in late),
        *((one, (0, 400)) for one in leaver),
        *((one, (0, 600)) for one in rest),
    ]:
        assert held[one.id] == (seconds(heard), seconds(heard))
        assert presence(db, viewing, one).credited_seconds == len(seconds(heard))
    assert held[leader.person.id][1] == seconds()  # Hers are her own player's.


def test_what_she_had_seen_herself_is_not_marked_as_shared(db, leader, unit, film, terms):
    [one], viewing = sitters(db, unit, 1), leader.open(film)
    visit = learning.Visit(viewing.medium_version_id, 600)
    own = learning.open_watch(db, one.id, visit, terms=terms, now=moment(0))
    said = learning.WatchReport(own.session, learning.Form.VIDEO, ((0, 100),), 100)
    learning.record(db, one.id, said, terms=terms, now=moment(60))
    leader.play((0, 480), at=500)
    leader.say(viewing, stretch(1, [one], (50, 480), at=(0, 480)), at=500)

    leader.state(viewing, at=510)

    assert maps(db, viewing)[one.id] == (seconds((0, 480)), seconds((100, 480)))
    kept = db.get_one(learning.WatchMap, (one.id, viewing.medium_version_id))
    assert kept.seen_at == moment(510)
    assert db.get_one(WatchBudget, one.id).unspent == 0  # No minute counts twice over.


def test_what_her_own_player_never_played_counts_for_nobody(db, leader, unit, film):
    [one], viewing = sitters(db, unit, 1), leader.open(film)
    leader.play((0, 100), at=300)
    leader.visit(viewing, at=310)  # The page was opened anew.
    leader.play((200, 300), at=420)
    leader.say(viewing, stretch(1, [one], (0, 400), at=(0, 400)), at=420)

    leader.state(viewing, at=430)

    assert maps(db, viewing)[one.id][0] == seconds((0, 100), (200, 300))
    visit = db.get_one(WatchSession, presence(db, viewing, one).watch_session_id)
    assert visit.kind is SessionKind.SHARED


def test_what_a_copy_on_her_phone_plays_counts_as_hers(db, leader, unit, film):
    [one] = sitters(db, unit, 1)
    facts: dict[str, Any] = {"kind": SessionKind.OFFLINE, "at": moment(-9000), "seconds": (0, 100)}
    version = film[1].version_id
    signals.visit(db, leader.person, version, lasted=timedelta(seconds=9300), **facts)
    facts["seconds"] = (100, 200)  # She fetched it before, and told of nothing since.
    signals.visit(db, leader.person, version, lasted=timedelta(seconds=10), **facts)
    viewing = leader.open(film)
    leader.say(viewing, stretch(1, [one], (0, 300), at=(0, 300)), at=310)

    leader.state(viewing, at=320)

    assert maps(db, viewing)[one.id][0] == seconds((0, 100))


def test_what_she_played_before_does_not_stand_for_what_she_shows_now(db, leader, unit, film):
    [one] = sitters(db, unit, 1)
    before = leader.open(film)
    leader.play((0, 300), at=300)
    viewing = leader.open(film, at=400)
    leader.say(viewing, stretch(1, [one], (0, 300), at=(400, 700)), at=700)

    leader.state(viewing, at=710)

    assert before.ended_at == moment(400)
    assert maps(db, viewing)[one.id][0] == seconds()


def test_sixty_are_credited_by_as_many_statements_as_six(db, leader, unit, film, count_queries):
    women, asked = sitters(db, unit, 60), []
    for present in (women[:6], women):
        viewing = leader.open(film)
        leader.play((0, 100), at=100)
        with count_queries() as queries_run:
            leader.say(viewing, stretch(1, present, (0, 100), at=(0, 100)), at=100)
            leader.state(viewing, at=110)
            queries.roll_of(db, leader.actor, viewing)
        asked.append(len(queries_run))

    assert asked[1] <= asked[0] + 2 < 60

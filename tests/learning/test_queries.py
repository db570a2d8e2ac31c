"""Where a person stands with a programme, whatever becomes of its films."""

from elearn import learning, media, people
from elearn.access import OPERATOR
from elearn.learning import queries
from tests.learning.players import START, Player
from tests.make import catalogue as make_catalogue
from tests.make import media as make_media


def test_nothing_watched_is_a_standing_of_nothing(db, player):
    shown = make_media.playable(db)

    standing = queries.standing_of((), shown, share_percent=80)

    assert (len(standing.held), standing.lacking, standing.is_seen) == (0, 480, False)


def test_a_lecture_once_seen_stays_seen_when_its_film_is_renewed(db, player):
    shown = make_media.playable(db, seconds=20)
    session = player.open(shown.version_id, length=20)
    player.report(session, (0, 16), at=10)
    medium = db.get(media.Medium, shown.medium_id)
    newer = make_media.medium_version(db, medium, number=2, seconds=600)
    make_media.rendition(db, newer)
    make_media.release(db, newer)
    renewed = media.playable_of(db, shown.medium_id)

    maps = queries.maps_of(db, player.person_id, [shown.medium_id])
    standing = queries.standing_of(maps[shown.medium_id], renewed, share_percent=80)

    assert renewed.version_id == newer.id
    assert standing.is_seen
    assert len(standing.held) == 0


def test_two_entries_of_one_human_being_have_one_map_and_one_place(db, terms):
    shown = make_media.playable(db)
    programme = make_catalogue.programme(db, "CT-1")
    first, second, stranger = (Player(db, terms) for _ in range(3))
    for player, (start, end) in ((first, (0, 20)), (second, (10, 30)), (stranger, (100, 120))):
        player.report(player.open(shown.version_id), (start, end), at=10)
        person = people.person_by_id(db, player.person_id)
        learning.enrol(db, person, programme, now=START)
    one, other = (people.person_by_id(db, player.person_id) for player in (first, second))
    people.merge(db, OPERATOR, other, one, now=START)

    for player in (first, second):
        maps = queries.maps_of(db, player.person_id, [shown.medium_id])
        standing = queries.standing_of(maps[shown.medium_id], shown, share_percent=80)
        assert list(standing.held.ranges()) == [(0, 30)]
        assert len(learning.enrolments_of(db, player.person_id)) == 1


def test_the_rule_in_force_is_the_newest_that_holds(db, terms):
    assert learning.watch_rule_on(db, START.date()).version == 1

"""Where a person stands with a programme, whatever becomes of its films."""

from elearn import learning, media
from elearn.learning import queries
from tests.learning.players import START
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
    renewed = media.playable_of(db, shown.medium_id)

    maps = queries.maps_of(db, player.person_id, [shown.medium_id])
    standing = queries.standing_of(maps[shown.medium_id], renewed, share_percent=80)

    assert renewed.version_id == newer.id
    assert standing.is_seen
    assert len(standing.held) == 0


def test_the_rule_in_force_is_the_newest_that_holds(db, terms):
    assert learning.watch_rule_on(db, START.date()).version == 1

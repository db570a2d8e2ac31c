"""What is played now, and the list of media."""

import pytest

from elearn import media
from elearn.errors import NotFound
from elearn.media import queries
from elearn.media.models import VersionState
from tests.make import media as make


def test_what_is_played_has_its_weights_the_heaviest_first(db):
    playable = make.playable(db, seconds=601)

    assert playable.seconds == 601
    assert [weight.name for weight in playable.weights] == ["480p", "240p", "audio"]
    assert [(one.language, one.label) for one in playable.captions] == [("vi", "Tiếng Việt")]


def test_the_newest_version_that_was_released_is_played(db):
    medium = make.medium(db)
    make.medium_version(db, medium, number=1)
    released = make.release(db, make.medium_version(db, medium, number=2))
    make.medium_version(db, medium, number=3)
    make.medium_version(db, medium, number=4, state=VersionState.AT_WORK)
    reason = {"template": "Lỗi.", "values": {}}
    make.medium_version(db, medium, number=5, state=VersionState.FAILED, reason=reason)

    shown = media.playable_of(db, medium.id)

    assert shown.version_id == released.id
    assert [one.version_id for one in shown.earlier] == [released.id - 1]


@pytest.mark.parametrize("state", [VersionState.WAITING, VersionState.AT_WORK])
def test_nothing_is_played_before_it_is_ready(db, state):
    version = make.medium_version(db, state=state)

    assert media.playables(db, [version.medium_id]) == {}
    with pytest.raises(NotFound):
        media.playable_of(db, version.medium_id)


def test_a_lecture_without_a_film_plays_nothing(db):
    with pytest.raises(NotFound):
        media.playable_of(db, None)


def test_many_media_are_looked_up_in_four_queries(db, count_queries):
    ids = [make.playable(db).medium_id for _ in range(5)]

    with count_queries() as queries_run:
        found = media.playables(db, ids)

    assert sorted(found) == sorted(ids)
    assert len(queries_run) == 4


def test_the_list_shows_each_medium_once_by_its_newest_version(db):
    medium = make.medium(db)
    make.medium_version(db, medium, number=1)
    newest = make.medium_version(db, medium, number=2, state=VersionState.WAITING)

    rows, count = queries.media_page(db, 1)

    assert [row.version.id for row in rows if row.medium.id == medium.id] == [newest.id]
    assert count >= 1
    assert rows[0].is_stuck  # No job works on it.

"""The film of a lecture: the one that is played now, and the one that somebody watches."""

from elearn import catalogue, media
from elearn.learning.queries import Stand
from elearn.web import db


def newest_of(lecture: catalogue.Lecture) -> media.Playable | None:
    """Return what is played now for a lecture, if there is a film."""
    if lecture.medium_id is None:
        return None
    return media.playables(db(), [lecture.medium_id]).get(lecture.medium_id)


def watched(newest: media.Playable, stand: Stand) -> media.Playable:
    """Return the version that she watches: the newest, or one that she may still finish."""
    if stand.version_id == newest.version_id:
        return newest
    return media.playable_version(db(), stand.version_id)

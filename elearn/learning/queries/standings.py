"""What is credited to a person of the media behind lectures."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import media
from elearn.learning.models import WatchMap
from elearn.learning.rules import Seconds, Standing

Maps = Mapping[int, Sequence[WatchMap]]


def maps_of(db: Session, person_id: int, medium_ids: Collection[int]) -> Maps:
    """Return the person's maps of all versions of these media, by medium, in one query."""
    found: dict[int, list[WatchMap]] = defaultdict(list)
    version = media.MediumVersion
    hers = (
        select(version.medium_id, WatchMap)
        .join(version, version.id == WatchMap.medium_version_id)
        .where(WatchMap.person_id == person_id, version.medium_id.in_(medium_ids))
    )
    for medium_id, kept in db.execute(hers):
        found[medium_id].append(kept)
    return found


def standing_of(maps: Sequence[WatchMap], shown: media.Playable, *, share_percent: int) -> Standing:
    """Return where she stands with what is played now.

    A version that was seen stays seen when the medium is renewed.
    """
    own = next((kept for kept in maps if kept.medium_version_id == shown.version_id), None)
    was_seen = any(_standing(kept, share_percent).is_seen for kept in maps if kept is not own)
    if own is None:
        return Standing(Seconds(), shown.seconds, share_percent, was_seen=was_seen)
    return _standing(own, share_percent, was_seen=was_seen)


def _standing(kept: WatchMap, share_percent: int, *, was_seen: bool = False) -> Standing:
    held = Seconds.from_bytes(kept.bits)
    return Standing(held, kept.length, share_percent, kept.position, was_seen)


def last_change(maps: Sequence[WatchMap]) -> WatchMap | None:
    """Return the map that was last added to, if any second is held."""
    begun = [kept for kept in maps if kept.seconds]
    return max(begun, key=lambda kept: kept.changed_at, default=None)

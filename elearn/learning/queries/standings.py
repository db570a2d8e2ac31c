"""What is credited to a person of the media behind lectures."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import or_

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import media, people
from elearn.learning.models import WatchMap
from elearn.learning.rules import Seconds, Standing

Maps = Mapping[int, Sequence[WatchMap]]


def maps_of(db: Session, person_id: int, medium_ids: Collection[int]) -> Maps:
    """Return the person's maps of all versions of these media, by medium, in one query.

    Two entries of one human being are one person here: the maps of both are hers.
    """
    found: dict[int, list[WatchMap]] = defaultdict(list)
    hers = _maps(medium_ids).where(WatchMap.person_id.in_(people.entry_ids(person_id)))
    for medium_id, kept in db.execute(hers):
        found[medium_id].append(kept)
    return found


def maps_of_many(
    db: Session, person_ids: Collection[int], medium_ids: Collection[int]
) -> Mapping[int, Maps]:
    """Return the maps of each of these persons, as `maps_of` does of one, in three queries."""
    wholes = people.wholes_of(db, person_ids)
    found: dict[int, dict[int, list[WatchMap]]] = defaultdict(lambda: defaultdict(list))
    for medium_id, kept in db.execute(_maps(medium_ids).where(WatchMap.person_id.in_(wholes))):
        found[wholes[kept.person_id]][medium_id].append(kept)
    return {person_id: found[wholes[person_id]] for person_id in person_ids}


def _maps(medium_ids: Collection[int]) -> Select[int, WatchMap]:
    version = media.MediumVersion
    return (
        select(version.medium_id, WatchMap)
        .join(version, version.id == WatchMap.medium_version_id)
        .where(version.medium_id.in_(medium_ids))
    )


def standing_of(maps: Sequence[WatchMap], shown: media.Playable, *, share_percent: int) -> Standing:
    """Return where she stands with what is played now.

    A version that was seen stays seen when the medium is renewed.
    """
    versions: dict[int, list[WatchMap]] = defaultdict(list)
    for kept in maps:
        versions[kept.medium_version_id].append(kept)
    own = versions.pop(shown.version_id, [])
    was_seen = any(_standing(earlier, share_percent).is_seen for earlier in versions.values())
    if not own:
        return Standing(Seconds(), shown.seconds, share_percent, was_seen=was_seen)
    return _standing(own, share_percent, was_seen=was_seen)


def _standing(kept: Sequence[WatchMap], share_percent: int, *, was_seen: bool = False) -> Standing:
    held = reduce(or_, (Seconds.from_bytes(one.bits) for one in kept))
    latest = max(kept, key=lambda one: one.changed_at)
    return Standing(held, latest.length, share_percent, latest.position, was_seen)


def last_change(maps: Sequence[WatchMap]) -> WatchMap | None:
    """Return the map that was last added to, if any second is held."""
    begun = [kept for kept in maps if kept.seconds]
    return max(begun, key=lambda kept: kept.changed_at, default=None)


def seen_at(maps: Sequence[WatchMap], standing: Standing) -> datetime | None:
    """Return when she had seen enough, or, of two entries that did so together, the latest change.

    None if she has not.
    """
    if not standing.is_seen:
        return None
    moments = [kept.seen_at for kept in maps if kept.seen_at]
    return min(moments) if moments else max(kept.changed_at for kept in maps)

"""What is credited to a person of the media behind lectures."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from operator import itemgetter, or_

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import media, people
from elearn.learning.models import WatchMap
from elearn.learning.rules import Passed, Seconds, Standing, passed_to, with_passed

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
        .order_by(WatchMap.person_id, WatchMap.medium_version_id)
    )


def standing_of(maps: Sequence[WatchMap], shown: media.Playable, *, share_percent: int) -> Standing:
    """Return where she stands with what is played now, or with the version she may still finish.

    What she watched of earlier versions is worth what was decided when they were replaced.
    """
    return standing_with(maps, shown, share_percent=share_percent).standing


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands with a medium: with which of its versions, and what she brought."""

    version_id: int
    standing: Standing
    passed: Passed


def standing_with(
    maps: Sequence[WatchMap],
    shown: media.Playable,
    *,
    share_percent: int,
    newest: bool = False,
    anew: bool = False,
) -> Stand:
    """Return with which version of a medium she goes on, and where she stands with it.

    With `newest` it is the one that is played now, although she might finish an earlier one. With
    `anew` what was seen by the rule of its day is held against this share like all else.
    """
    own = _by_version(maps, share_percent, anew=anew)
    passed = passed_to(shown, own, share_percent)
    standing = own.get(shown.version_id) or Standing(Seconds(), shown.seconds, share_percent)
    if passed.unfinished is not None and not newest and not standing.is_begun:
        earlier = _until(shown, passed.unfinished)
        before = passed_to(earlier, own, share_percent)
        begun = own.get(earlier.version_id) or Standing(Seconds(), earlier.seconds, share_percent)
        return Stand(earlier.version_id, with_passed(begun, before), before)
    return Stand(shown.version_id, with_passed(standing, passed), passed)


def _until(shown: media.Playable, version_id: int) -> media.Playable:
    """Return an earlier version as if it were still the one that is played."""
    place = [one.version_id for one in shown.earlier].index(version_id)
    seconds = shown.earlier[place].seconds
    return replace(shown, version_id=version_id, seconds=seconds, earlier=shown.earlier[:place])


def _by_version(maps: Sequence[WatchMap], share_percent: int, *, anew: bool) -> dict[int, Standing]:
    versions: dict[int, list[WatchMap]] = defaultdict(list)
    for kept in maps:
        versions[kept.medium_version_id].append(kept)
    return {key: _standing(kept, share_percent, anew=anew) for key, kept in versions.items()}


def _standing(kept: Sequence[WatchMap], share_percent: int, *, anew: bool) -> Standing:
    held = reduce(or_, (Seconds.from_bytes(one.bits) for one in kept))
    latest = max(kept, key=lambda one: one.changed_at)
    return Standing(
        held,
        latest.length,
        share_percent,
        latest.position,
        was_seen=not anew and any(one.seen_at for one in kept),
        shared=held - reduce(or_, (_played_herself(one) for one in kept)),
    )


def _played_herself(kept: WatchMap) -> Seconds:
    return Seconds.from_bytes(kept.bits) - Seconds.from_bytes(kept.shared or b"")


def last_change(maps: Sequence[WatchMap]) -> WatchMap | None:
    """Return the map that was last added to, if any second is held."""
    begun = [kept for kept in maps if kept.seconds]
    return max(begun, key=lambda kept: kept.changed_at, default=None)


@dataclass(frozen=True, slots=True)
class Seen:
    """When a lecture was first seen enough, and by which version of the watch rule."""

    at: datetime
    by: int | None


def seen(maps: Sequence[WatchMap], stand: Stand, *, since: datetime | None = None) -> Seen | None:
    """Return when she had seen enough; None if she has not.

    Where nothing was written down, of two entries that did so together or by a rule that asks for
    less since a moment ago, it is the latest change, but no earlier than that rule (`since`).
    """
    if not stand.standing.is_seen:
        return None
    marked = [(one.seen_at, one.seen_by) for one in counting(maps, stand) if one.seen_at]
    if marked:
        return Seen(*min(marked, key=itemgetter(0)))
    latest = max(kept.changed_at for kept in maps)
    return Seen(max(latest, since) if since else latest, None)


def counting(maps: Sequence[WatchMap], stand: Stand) -> list[WatchMap]:
    """Return the maps of those versions by which the lecture may have been seen."""
    versions = {*stand.passed.counting, stand.version_id}
    return [one for one in maps if one.medium_version_id in versions]

"""What a share of seconds other than today's would do to everybody who watched a medium."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, case, exists, false, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from elearn import media, people
from elearn.learning.models import WatchMap
from elearn.learning.queries.standings import maps_of_many, standing_with

AT_ONCE = 500
_ENTRY = aliased(people.Person)


@dataclass(frozen=True, slots=True)
class Effects:
    """How many began, how many have seen enough, and whom another share gives or asks more."""

    people: int = 0
    has: int = 0
    gains: frozenset[int] = frozenset()
    keeps: frozenset[int] = frozenset()

    def __add__(self, other: "Effects") -> "Effects":
        return Effects(
            self.people + other.people,
            self.has + other.has,
            self.gains | other.gains,
            self.keeps | other.keeps,
        )


def effects_on(db: Session, shown: media.Playable, before: int, after: int) -> Effects:
    """Return what asking `after` percent of a medium does where `before` was asked.

    Nearly everybody is one entry with one map of one version: of her the database tells all. Who
    is several entries, or brought seconds from earlier versions, is asked one by one.
    """
    found = _of_plain(db, shown, before, after)
    keys = intricate(db, shown)
    for start in range(0, len(keys), AT_ONCE):
        found += _of_others(db, shown, keys[start : start + AT_ONCE], (before, after))
    return found


def plain(shown: media.Playable) -> Select[int]:
    """Return the query for those who are one entry and watched a medium of one version.

    Of a medium with earlier versions nobody is taken for plain.
    """
    kept = WatchMap
    return (
        select(kept.person_id)
        .join(people.Person, people.Person.id == kept.person_id)
        .where(kept.medium_version_id == shown.version_id, kept.seconds > 0)
        .where(kept.required.is_(None), ~_is_joined(), false() if shown.earlier else true())
    )


def is_enough(share_percent: int) -> ColumnElement[bool]:
    """Return the condition on `WatchMap` that its seconds reach the share."""
    return WatchMap.seconds * 100 >= WatchMap.length * share_percent


def intricate(db: Session, shown: media.Playable) -> Sequence[int]:
    """Return the keys of all others who watched any version; one query."""
    version, kept = media.MediumVersion, WatchMap
    found = (
        select(people.canonical_id())
        .distinct()
        .select_from(kept)
        .join(people.Person, people.Person.id == kept.person_id)
        .join(version, version.id == kept.medium_version_id)
        .where(version.medium_id == shown.medium_id, kept.seconds > 0)
        .order_by(people.canonical_id())
    )
    if not shown.earlier:
        found = found.where(or_(kept.required.is_not(None), _is_joined()))
    return db.scalars(found).all()


def _is_joined() -> ColumnElement[bool]:
    other = exists(select(_ENTRY.id).where(_ENTRY.same_as_id == people.Person.id))
    return or_(people.Person.same_as_id.is_not(None), other)


def _of_plain(db: Session, shown: media.Playable, before: int, after: int) -> Effects:
    hers = plain(shown)
    has = or_(WatchMap.seen_at.is_not(None), is_enough(before))
    everybody, having = db.execute(
        hers.with_only_columns(func.count(), func.sum(case((has, 1), else_=0)))
    ).one()
    touched = hers.add_columns(has).where(has != is_enough(after))
    gains, keeps = set[int](), set[int]()
    for person_id, has_it in db.execute(touched):
        (keeps if has_it else gains).add(person_id)
    return Effects(everybody, having or 0, frozenset(gains), frozenset(keeps))


def _of_others(
    db: Session, shown: media.Playable, person_ids: Sequence[int], shares: tuple[int, int]
) -> Effects:
    before, after = shares
    has, enough, alone = set[int](), set[int](), set[int]()
    for person_id, maps in maps_of_many(db, person_ids, [shown.medium_id]).items():
        hers = maps.get(shown.medium_id, ())
        if standing_with(hers, shown, share_percent=before).standing.is_seen:
            has.add(person_id)
        if standing_with(hers, shown, share_percent=after).standing.is_seen:
            enough.add(person_id)
        anew = standing_with(hers, shown, share_percent=after, anew=True)
        if anew.standing.is_seen:
            alone.add(person_id)
    return Effects(len(person_ids), len(has), frozenset(enough - has), frozenset(has - alone))

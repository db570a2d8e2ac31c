"""Whom the outbox says something has changed about."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from elearn import certificates, classes, learning, people
from elearn.db import Change, among

#: Changes of what everybody is counted by: borders, and which posts make a group.
_GROUND = ("area_change", "posts")


@dataclass(frozen=True, slots=True)
class Touched:
    """Entries of persons, whether classes have changed, and whether all that is counted by has."""

    person_ids: frozenset[int]
    has_classes: bool
    has_ground: bool


def touched_by(db: Session, changes: Iterable[Change]) -> Touched:
    """Return what changes are about; three queries at most."""
    keys: dict[str, set[int]] = defaultdict(set)
    has_ground = False
    for change in changes:
        has_ground |= change.kind in _GROUND
        if change.kind in (*_PERSONS_OF, "person"):
            keys[change.kind].add(int(change.key))
    found = set(keys["person"])
    for kind, persons in _PERSONS_OF.items():
        if keys[kind]:
            found.update(db.scalars(persons(db, keys[kind])))
    return Touched(frozenset(found), bool(keys["class"]), has_ground)


def _of_completions(db: Session, keys: Collection[int]) -> Select[int]:
    done = learning.Completion
    return select(done.person_id).where(among(db, done.id, keys))


def _of_classes(db: Session, keys: Collection[int]) -> Select[int]:
    turn = classes.Participation
    return select(turn.person_id).where(among(db, turn.training_class_id, keys)).distinct()


def _of_certificates(db: Session, keys: Collection[int]) -> Select[int]:
    turn, paper = classes.Participation, certificates.Certificate
    held = select(turn.person_id).join(paper, paper.participation_id == turn.id)
    return held.where(among(db, paper.id, keys))


_PERSONS_OF: Mapping[str, Callable[[Session, Collection[int]], Select[int]]] = MappingProxyType(
    {"completion": _of_completions, "class": _of_classes, "certificate": _of_certificates}
)


def wholes_of(db: Session, entry_ids: Collection[int]) -> set[int]:
    """Return the entries that stand for these persons, by what is known now; one query."""
    whole = select(people.canonical_id())
    return set(db.scalars(whole.where(among(db, people.Person.id, entry_ids))))


def served_in(db: Session, unit_ids: Collection[int]) -> set[int]:
    """Return the entries that ever held a post in one of the units, or were planned for one."""
    if not unit_ids:
        return set()
    held = [
        select(row.person_id).where(among(db, row.org_unit_id, unit_ids))
        for row in (people.Tenure, people.PlannedPost)
    ]
    return set(db.scalars(union(*held)))

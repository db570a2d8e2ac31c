"""Whom the outbox says something has changed about."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import certificates, classes, learning, people
from elearn.db import Change

_AT_ONCE = 5_000
#: Changes of what everybody is counted by: borders, and which posts make a group.
_GROUND = ("area_change", "posts")


@dataclass(frozen=True, slots=True)
class Touched:
    """Entries of persons, whether classes have changed, and whether all that is counted by has."""

    person_ids: frozenset[int]
    has_classes: bool
    has_ground: bool


def touched_by(db: Session, changes: Iterable[Change]) -> Touched:
    """Return what changes are about; three queries, more where thousands changed."""
    keys: dict[str, set[int]] = defaultdict(set)
    has_ground = False
    for change in changes:
        has_ground |= change.kind in _GROUND
        if change.kind in (*_PERSONS_OF, "person"):
            keys[change.kind].add(int(change.key))
    found = set(keys["person"])
    for kind, persons in _PERSONS_OF.items():
        for some in _slices(sorted(keys[kind])):
            found.update(db.scalars(persons(some)))
    return Touched(frozenset(found), bool(keys["class"]), has_ground)


def _of_completions(keys: Collection[int]) -> Select[int]:
    return select(learning.Completion.person_id).where(learning.Completion.id.in_(keys))


def _of_classes(keys: Collection[int]) -> Select[int]:
    turn = classes.Participation
    return select(turn.person_id).where(turn.training_class_id.in_(keys)).distinct()


def _of_certificates(keys: Collection[int]) -> Select[int]:
    turn, paper = classes.Participation, certificates.Certificate
    held = select(turn.person_id).join(paper, paper.participation_id == turn.id)
    return held.where(paper.id.in_(keys))


_PERSONS_OF: Mapping[str, Callable[[Collection[int]], Select[int]]] = MappingProxyType(
    {"completion": _of_completions, "class": _of_classes, "certificate": _of_certificates}
)


def wholes_of(db: Session, entry_ids: Collection[int]) -> set[int]:
    """Return the entries that stand for these persons, by what is known now."""
    found: set[int] = set()
    for some in _slices(sorted(entry_ids)):
        found.update(db.scalars(select(people.canonical_id()).where(people.Person.id.in_(some))))
    return found


def served_in(db: Session, unit_ids: Collection[int]) -> set[int]:
    """Return the entries that ever held a post in one of the units, or were planned for one."""
    found: set[int] = set()
    for row in (people.Tenure, people.PlannedPost):
        for some in _slices(sorted(unit_ids)):
            found.update(db.scalars(select(row.person_id).where(row.org_unit_id.in_(some))))
    return found


def _slices(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]

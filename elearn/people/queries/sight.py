"""Whom an actor may see: asked of one person and of a list by the same condition."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import CTE, ColumnElement, Select, exists, false, or_, select, true
from sqlalchemy.orm import Session, aliased

from elearn import areas, clock
from elearn.access import Actor, Grant, Role
from elearn.people.models import OrgUnitPlace, Person, PlannedPost, Tenure
from elearn.people.queries.grounds import NOWHERE, Ground
from elearn.people.queries.persons import entry_ids, nobody, person_by_id

SEEING = (Role.ADMINISTRATOR, Role.CENTRAL, Role.INSPECTOR)
OF_A_PROVINCE = 3  # Of "/1/45/": the slashes.
_STILL, _ENTRY = aliased(areas.AreaVersion), aliased(Person)  # Made once: each page asks.


@dataclass(frozen=True, slots=True)
class Scope:
    """What an actor answers for or inspects: the whole country, or provinces and communes of today.

    `communes` are with all those that became one of them; `paths` lead to the provinces and to
    those that became one of them.
    """

    is_everything: bool = False
    ground: Ground = NOWHERE
    communes: frozenset[int] = frozenset()
    paths: tuple[str, ...] = ()


def scope_of(db: Session, actor: Actor) -> Scope:
    """Return whom an actor may see by her roles; one query, or none for the whole country.

    A path that has ended by today counts as what it is today.
    """
    scopes = set(actor.scopes(*SEEING))
    if any(scope.count("/") < OF_A_PROVINCE for scope in scopes):  # The country, or the shell.
        return Scope(is_everything=True)
    if not scopes:
        return Scope()
    day = clock.today()
    keys = {_key(scope): scope for scope in scopes}
    known = _known(db, keys.keys())
    ended = keys.keys() - known.standing
    if ended:
        scopes -= {keys[key] for key in ended}
        scopes |= {path for key in ended for path in areas.heirs_of(db, key, day)}
        known = _known(db, {_key(scope) for scope in scopes})
    return _scope(scopes, known)


def who_sees(*paths: str) -> Actor:
    """Return somebody who sees all that lies below these paths, and nothing else."""
    return Actor(None, tuple(Grant(Role.CENTRAL, path, date.min) for path in paths))


@dataclass(frozen=True, slots=True)
class _Known:
    """The versions of some areas and of those that passed into them."""

    paths: dict[int, set[str]]
    standing: set[int]
    origins: dict[int, set[int]]


def _scope(scopes: set[str], known: _Known) -> Scope:
    ground = Ground.below(scopes)
    reached = {key for province in ground.provinces for key in known.origins[province]}
    paths = {path for key in reached for path in known.paths[key]}
    communes = {key for commune in ground.spots for key in known.origins[commune]}
    return Scope(ground=ground, communes=frozenset(communes), paths=tuple(sorted(paths)))


def _key(path: str) -> int:
    return int(path.strip("/").rpartition("/")[2])


def _known(db: Session, keys: Collection[int]) -> _Known:
    walk, version = _back(keys), areas.AreaVersion
    stands = version.valid_on(clock.today())
    rows = db.execute(
        select(walk.c.reached, version.area_id, version.path, stands)
        .join(version, version.area_id == walk.c.area_id)
        .where(version.is_current())
    )
    known = _Known(defaultdict(set), set(), defaultdict(set))
    for reached, area_id, path, is_standing in rows:
        known.paths[area_id].add(path)
        known.origins[reached].add(area_id)
        if is_standing:
            known.standing.add(area_id)
    return known


def _back(keys: Collection[int]) -> CTE:
    """Return the areas with all whose likeliest heir they are, through however many changes."""
    area, step, still = areas.Area, areas.AreaLineage, _STILL
    walk = (
        select(area.id.label("reached"), area.id.label("area_id"))
        .where(area.id.in_(keys))
        .cte("back", recursive=True)
    )
    went_on = exists().where(
        still.area_id == step.from_area_id,
        still.superseded_at.is_(None),
        still.valid_from <= step.happened_on,
        or_(still.valid_to.is_(None), still.valid_to >= step.happened_on),
    )
    likeliest = or_(step.is_default, step.kind == areas.Passage.WHOLE)
    before = select(walk.c.reached, step.from_area_id).where(
        step.to_area_id == walk.c.area_id, likeliest, step.happened_on <= clock.today(), ~went_on
    )
    return walk.union(before)


def visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Person` that the actor may see her; at most one query to make it.

    One sees oneself; who administers or inspects an area, everybody who holds or held a post in a
    unit that stood there or in what passed into it; who does so for the country, everybody. It is
    asked over all entries of a human being: who may see one of them sees her.
    """
    scope = scope_of(db, actor)
    if scope.is_everything:
        return true()
    oneself = Person.id.in_(entry_ids(actor.person_id)) if actor.person_id else false()
    if not (scope.communes or scope.paths):
        return oneself
    return or_(oneself, _served_in(scope))


def planned_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `Person` that she is or was planned for a post the actor may see.

    Then the actor may know her name, though her record is seen by those where she serves.
    """
    scope = scope_of(db, actor)
    if scope.is_everything:
        return true()
    return _served_in(scope, PlannedPost) if scope.communes or scope.paths else false()


def _served_in(scope: Scope, held: type[Tenure | PlannedPost] = Tenure) -> ColumnElement[bool]:
    return exists(
        select(held.id)
        .join(_ENTRY, _ENTRY.id == held.person_id)
        .where(_one_human_being(_ENTRY), held.is_current())
        .where(held.org_unit_id.in_(_units(scope)))
        .correlate(Person)
    )


def _one_human_being(entry: type[Person]) -> ColumnElement[bool]:
    """Return the condition that an entry and `Person` are one, each way of it by an index."""
    return or_(
        entry.id == Person.id,
        entry.id == Person.same_as_id,
        entry.same_as_id == Person.id,
        entry.same_as_id == Person.same_as_id,
    )


def _units(scope: Scope) -> Select[int]:
    version = areas.AreaVersion
    below = select(version.area_id).where(areas.below(scope.paths), version.is_current())
    there: ColumnElement[bool] = OrgUnitPlace.area_id.in_(sorted(scope.communes))
    if scope.paths:
        there = or_(there, OrgUnitPlace.area_id.in_(below))
    return select(OrgUnitPlace.org_unit_id).where(there)


def may_see(db: Session, actor: Actor, person: Person) -> bool:
    """Return whether the actor may see this person."""
    seen = select(Person.id).where(Person.id == person.id, visible_to(db, actor))
    return db.scalar(seen) is not None


def person_seen_by(db: Session, actor: Actor, person_id: int) -> Person:
    """Return the person.

    :raise NotFound: if there is none, and equally if the actor may not know of her.
    """
    person = person_by_id(db, person_id)
    if not may_see(db, actor, person):
        raise nobody()
    return person

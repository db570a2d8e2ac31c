"""Random worlds for the oracle: people who move, overlap and are entered twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, people
from tests.coverage import oracle
from tests.coverage.writing import written
from tests.make import catalogue as make_catalogue

S = TypeVar("S", bound=oracle.Spell)
TODAY = date(2026, 11, 21)
_EDGES = (date(2025, 6, 30), date(2025, 7, 1), date(2020, 12, 31), TODAY)
_PROVINCES = (
    "Tỉnh Hưng Yên",
    "Tỉnh Thái Bình",
    "Tỉnh Quảng Ninh",
    "Tỉnh Ninh Bình",
    "Tỉnh Nam Định",
)
_FIRST_KEY = 5_000_000  # Beyond what any row of the base data has.
_TAGS = (
    *({"union_duty"}, {"social_work"}, {"union_duty", "position_skills"}),
    *({"topical_update"}, {"union_duty", "social_work", "position_skills"}),
)


@dataclass(frozen=True)
class Size:
    """How much there is of everything."""

    persons: int = 2000
    units: int = 250


class Chance:
    """Chance with a few habits: days gather at the edges of what may go wrong."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def day(self, first: date = date(2018, 1, 1), last: date = TODAY) -> date:
        edges = [edge for edge in _EDGES if first <= edge <= last]
        if edges and self.random.random() < 0.2:
            return self.random.choice(edges)
        return first + timedelta(days=self.random.randint(0, max(0, (last - first).days)))

    def until(self, first: date, *, open_share: float) -> date | None:
        return None if self.random.random() < open_share else self.day(first, date(2027, 6, 30))

    def is_rare(self) -> bool:
        return self.random.random() < 0.1


def invent(db: Session, seed: int, size: Size) -> oracle.World:
    """Return a world on real areas and posts; it is written into the database as well."""
    chance = Chance(seed)
    withins = _withins(db)
    grounds = chance.random.sample(sorted({one.area for one in withins}), 80)
    world = oracle.World(
        same_as=_persons(chance, size.persons),
        levels={post.key: post.level.value for post in db.scalars(select(people.Post))},
        tags={
            make_catalogue.programme(db, f"ORACLE-{number}").id: set(tags)
            for number, tags in enumerate(_TAGS)
        },
        withins=_by(lambda one: one.area, [*withins, *_mistaken(chance, withins)]),
        stays=_by(lambda one: one.unit, _stays(chance, size.units, grounds)),
        held=[],
        belongings=_belongings(db, chance),
        done=[],
    )
    posts = sorted({one.post for one in world.belongings})
    world.held.extend(_held(chance, world, posts, size.units))
    world.done.extend(_done(chance, world))
    written(db, world)
    return world


def _by(key: Callable[[S], int], spells: Iterable[S]) -> dict[int, list[S]]:
    found: dict[int, list[S]] = defaultdict(list)
    for spell in spells:
        found[key(spell)].append(spell)
    return found


def _withins(db: Session) -> list[oracle.Within]:
    """Return how some provinces and the country lay, as they were known."""
    version = areas.AreaVersion
    named = select(version.path).where(version.full_name.in_(_PROVINCES))
    paths = [*db.scalars(named)]
    rows = db.scalars(
        select(version)
        .where(areas.below(paths) | version.parent_id.is_(None), version.is_current())
        .order_by(version.id)
    )
    return [
        oracle.Within(row.valid_from, row.valid_to, row.area_id, row.parent_id, False)
        for row in rows
    ]


def _mistaken(chance: Chance, withins: Sequence[oracle.Within]) -> list[oracle.Within]:
    """Return what was once held for true of some areas: that they lay elsewhere."""
    parents = [one.parent for one in withins if one.parent]
    return [
        replace(one, parent=chance.random.choice(parents), is_superseded=True)
        for one in chance.random.sample(withins, 30)
        if one.parent
    ]


def _persons(chance: Chance, count: int) -> dict[int, int | None]:
    keys = range(_FIRST_KEY, _FIRST_KEY + count)
    others = chance.random.sample(keys, count // 12)
    wholes = [key for key in keys if key not in set(others)]
    joined = {key: chance.random.choice(wholes) for key in others}
    return {key: joined.get(key) for key in keys}


def _belongings(db: Session, chance: Chance) -> list[oracle.Belonging]:
    """Return the real ones, and a post that belonged to a group for some years only."""
    found = [
        oracle.Belonging(row.valid_from, row.valid_to, row.post_key, row.group_key)
        for row in db.scalars(select(people.PostGroup).order_by(people.PostGroup.id))
    ]
    first = chance.day(date(2019, 1, 1), date(2023, 12, 31))
    short = oracle.Belonging(
        first, chance.day(first, date(2026, 6, 30)), "deputy_branch_head", "branch_head"
    )
    db.add(
        people.PostGroup(
            post_key=short.post, group_key=short.group, valid_from=short.first, valid_to=short.last
        )
    )
    db.flush()
    return [*found, short]


def _stays(chance: Chance, units: int, grounds: Sequence[int]) -> list[oracle.Stay]:
    """Return units that stay or move: without a gap, with one, or standing in two areas."""
    stays = []
    for unit in range(_FIRST_KEY, _FIRST_KEY + units):
        first = date(2015, 1, 1)
        for _ in range(chance.random.choice((1, 1, 2, 3))):
            last = chance.until(first, open_share=0.5)
            stays.append(oracle.Stay(first, last, unit, chance.random.choice(grounds)))
            first = chance.day(first + timedelta(days=1), date(2026, 12, 31))
    return stays


def _held(
    chance: Chance, world: oracle.World, posts: Sequence[str], units: int
) -> list[oracle.Held]:
    """Return what people held: one post or several, overlapping or after each other."""
    found: dict[tuple[int, str, int, date], oracle.Held] = {}
    for person in world.same_as:
        for _ in range(chance.random.choice((1, 1, 2, 3))):
            first = chance.day()
            one = oracle.Held(
                first,
                chance.until(first, open_share=0.6),
                person,
                chance.random.choice(posts),
                _FIRST_KEY + chance.random.randrange(units),
                chance.is_rare(),
            )
            found.setdefault((person, one.post, one.unit, first), one)
    return list(found.values())


def _done(chance: Chance, world: oracle.World) -> list[oracle.Done]:
    return [
        oracle.Done(person, chance.random.choice([*world.tags]), chance.day(), chance.is_rare())
        for person in world.same_as
        for _ in range(chance.random.choice((0, 1, 1, 2)))
    ]

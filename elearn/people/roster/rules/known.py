"""What the system knows of those a file may mean, as plain values: people, posts, units."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from elearn.areas import Level
from elearn.people.models import Gender, UnitKind
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.rules import Attainment, EndReason, MoveKind


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit with where it stands: the area, and what that is today."""

    id: int
    kind: UnitKind
    name: str
    valid_from: date
    #: The areas it stood in, by what they are today; the last first.
    area_ids: tuple[int, ...]
    paths: tuple[str, ...]

    @property
    def present_id(self) -> int | None:
        return self.area_ids[0] if self.area_ids else None


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post that somebody holds, held, or is planned for."""

    id: int
    post_key: str
    unit: KnownUnit
    valid_from: date
    valid_to: date | None
    decision: str | None = None
    end_reason: EndReason | None = None
    term: str | None = None

    def lasts_on(self, day: date) -> bool:
        """Return whether it has not ended before the day."""
        return self.valid_to is None or self.valid_to >= day


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A human being with all her entries; the first is the one that stands for her."""

    id: int
    names: tuple[str, ...]
    born_on: date | None
    birth_year: int | None
    gender: Gender | None
    phones: tuple[str, ...]
    official_id_hash: str | None
    held: tuple[KnownPost, ...] = ()
    planned: tuple[KnownPost, ...] = ()
    levels: frozenset[Attainment] = frozenset()
    #: As what files call her, by `name_key`, once a person said so.
    called: frozenset[str] = frozenset()
    digest: str = ""

    @property
    def area_ids(self) -> frozenset[int]:
        """Return what the areas in which she serves or served are today."""
        return frozenset(key for one in (*self.held, *self.planned) for key in one.unit.area_ids)

    def is_below(self, path: str) -> bool:
        """Return whether she serves or served below a path, or is planned for a post there."""
        return any(
            found.startswith(path)
            for one in (*self.held, *self.planned)
            for found in one.unit.paths
        )


@dataclass(frozen=True, slots=True)
class PostMeant:
    """A post of the list: what it is called, and on which level it is held."""

    key: str
    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class Known:
    """What some entries are compared with."""

    gazetteer: Gazetteer
    posts: Mapping[str, PostMeant]
    #: Rows that lie outside are errors; who serves outside is not shown.
    home: str
    #: The area of the batch, where no row says where it is.
    home_id: int
    home_level: Level
    #: From when posts are held that name no day.
    day: date
    people: Mapping[int, KnownPerson] = field(default_factory=dict)
    by_key: Mapping[int, int] = field(default_factory=dict)
    by_hash: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_phone: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    by_name: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    #: Area of today → the units that stand in it, or in what passed into it.
    units: Mapping[int, tuple[KnownUnit, ...]] = field(default_factory=dict)
    #: What was asked of a place → the area that was chosen.
    places: Mapping[str, int] = field(default_factory=dict)
    #: Key of a person → the posts that all rows of the file under this key tell together.
    told: Mapping[int, frozenset[str]] = field(default_factory=dict)
    move: MoveKind = MoveKind.TRANSFER
    #: Where rows are was said before, by level and texts: each is looked up once.
    placed: dict[Any, Any] = field(default_factory=dict)
    #: What branches to be founded are called, by area: each as the first row does.
    founded: dict[int, list[str]] = field(default_factory=dict)

    def sees(self, person: KnownPerson) -> bool:
        """Return whether those who see the batch may know of this person."""
        is_country = self.home.count("/") <= 2
        return is_country or person.is_below(self.home)

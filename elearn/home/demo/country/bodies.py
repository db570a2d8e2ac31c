"""The bodies of the country: those that ended with June 2025, those that followed, and branches."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from elearn import areas
from elearn.home.demo.country.ground import FIRST_DAY, LAST_DAY, Ground, Place
from elearn.home.demo.country.names import hamlet
from elearn.people import UnitKind

OLD_START = date(2003, 1, 1)
_TOWNS = ("Phường", "Thị trấn")

Stay = tuple[int, date, date | None]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation unit to be written, with the days on which it stood in areas."""

    key: int
    kind: UnitKind
    name: str
    parent: int | None
    stays: tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """A body before the reform and the one after it; the same where the area went on."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Home:
    """The bodies somebody of an old commune may serve in."""

    province_code: str
    union: Across
    agency: Across
    district: Across
    province: Across
    branches: tuple[int, ...]


@dataclass(slots=True)
class Bodies:
    """Everything founded so far."""

    first_key: int
    all: list[Body] = field(default_factory=list)
    central: int = 0
    school: int = 0
    homes: list[Home] = field(default_factory=list)

    def found(self, kind: UnitKind, name: str, parent: int | None, *stays: Stay) -> int:
        key = self.first_key + len(self.all)
        self.all.append(Body(key, kind, name, parent, stays))
        return key


def found_all(ground: Ground, chance: Random, *, first_key: int, branches: int) -> Bodies:
    """Found the bodies of the country, parents before those below them."""
    bodies = Bodies(first_key)
    there = (ground.country.area_id, OLD_START, None)
    bodies.central = bodies.found(
        UnitKind.UNION_CENTRAL, "Trung ương Hội LHPN Việt Nam", None, there
    )
    bodies.school = bodies.found(UnitKind.SCHOOL, "Học viện Phụ nữ Việt Nam", None, there)
    provinces = _across(bodies, UnitKind.UNION_PROVINCE, ground.provinces, ground.new_provinces)
    districts = _old_districts(bodies, ground, provinces)
    unions = _across(bodies, UnitKind.UNION_COMMUNE, ground.communes, ground.new_communes)
    agencies = _across(bodies, UnitKind.AGENCY, ground.communes, ground.new_communes)
    codes = {one.area_id: one.code for one in ground.provinces}
    for one in ground.communes:
        province, district = one.above[1], one.above[-1]
        bodies.homes.append(
            Home(
                codes[province],
                unions[one.area_id],
                agencies[one.area_id],
                Across(districts[district], unions[one.area_id].after),
                provinces[province],
                _branches(bodies, chance, one, codes[province], unions[one.area_id], branches),
            )
        )
    return bodies


def _across(
    bodies: Bodies, kind: UnitKind, before: tuple[Place, ...], after: tuple[Place, ...]
) -> dict[int, Across]:
    """Found a body in each area of before and of after; return both by the old area's key."""
    kept = {one.area_id for one in before if one.goes_on}
    new = {
        one.area_id: bodies.found(kind, _called(kind, one), None, (one.area_id, FIRST_DAY, None))
        for one in after
        if one.area_id not in kept
    }
    found = {}
    for one in before:
        last = None if one.goes_on else LAST_DAY
        old = bodies.found(kind, _called(kind, one), None, (one.area_id, OLD_START, last))
        found[one.area_id] = Across(old, old if one.goes_on else new[one.heir_id])
    return found


def _called(kind: UnitKind, place: Place) -> str:
    body = "UBND" if kind is UnitKind.AGENCY else "Hội LHPN"
    return f"{body} {areas.in_a_sentence(place.name)}"


def _old_districts(bodies: Bodies, ground: Ground, provinces: dict[int, Across]) -> dict[int, int]:
    kind = UnitKind.UNION_DISTRICT
    return {
        one.area_id: bodies.found(
            kind,
            _called(kind, one),
            provinces[one.above[1]].before,
            (one.area_id, OLD_START, LAST_DAY),
        )
        for one in ground.districts
    }


def _branches(  # noqa: PLR0913  # All that the name and place of a branch depend on.
    bodies: Bodies, chance: Random, commune: Place, province: str, union: Across, count: int
) -> tuple[int, ...]:
    """Found branches that live on in the commune which theirs became."""
    is_town = commune.name.startswith(_TOWNS)
    stays: tuple[Stay, ...] = ((commune.area_id, OLD_START, None),)
    if not commune.goes_on:
        stays = (
            (commune.area_id, OLD_START, LAST_DAY),
            (commune.heir_id, FIRST_DAY, None),
        )
    return tuple(
        bodies.found(
            UnitKind.BRANCH,
            f"Chi hội {hamlet(chance, number, is_town=is_town, province=province)}",
            union.after,
            *stays,
        )
        for number in range(1, count + 1)
    )

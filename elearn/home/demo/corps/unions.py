"""The unions of the communes, those that ended with June 2025 and those that followed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from elearn import people
from elearn.home.demo.corps.cast import Cast, Stay, Term, Unit

OLD_START = date(2016, 6, 1)
LAST_DAY = date(2025, 6, 30)
FIRST_DAY = date(2025, 7, 1)
_CHAIR, _VICE = "commune_union_chair", "commune_union_vice_chair"
_UNION = people.UnitKind.UNION_COMMUNE


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune before or after the reform; an old one knows its heir, maybe itself."""

    area_id: int
    full_name: str
    heir_id: int
    is_in_hills: bool

    @property
    def is_town(self) -> bool:
        return not self.full_name.startswith("Xã")

    @property
    def union_name(self) -> str:
        return f"Hội LHPN {self.full_name[:1].lower()}{self.full_name[1:]}"


def gather(cast: Cast, old: Sequence[Commune], new: Sequence[Commune]) -> dict[int, int]:
    """Found all unions, give them chairs, and return the present union of each present commune."""
    present = {commune.area_id: _found(cast, commune, FIRST_DAY) for commune in new}
    chairs = defaultdict(list)
    for commune in old:
        union = _found(cast, commune, OLD_START, LAST_DAY)
        chairs[commune.heir_id].append(_chair(cast, union))
    for commune in new:
        _follow(cast, present[commune.area_id], chairs[commune.area_id])
    return present


def _found(cast: Cast, commune: Commune, first: date, last: date | None = None) -> int:
    stay = Stay(commune.area_id, first, last)
    unit = Unit(_UNION, commune.union_name, (stay,), is_in_hills=commune.is_in_hills)
    return cast.found(unit)


def _chair(cast: Cast, union: int) -> int:
    """Give an old union its last chair, and to one in five another before her."""
    in_hills = cast.units[union].is_in_hills
    start = cast.day(date(2018, 1, 1), date(2020, 12, 31))
    if cast.chance.random() < 0.2:
        turn = cast.day(date(2021, 4, 1), date(2022, 3, 31))
        before = cast.enter(is_in_hills=in_hills)
        over = people.EndReason.TERM_ENDED
        cast.terms.append(Term(before, _CHAIR, union, start, turn - timedelta(days=1), over))
        start = turn
    last = cast.enter(is_in_hills=in_hills)
    ended = people.EndReason.UNIT_ENDED
    cast.terms.append(Term(last, _CHAIR, union, start, LAST_DAY, ended))
    return last


def _follow(cast: Cast, union: int, chairs: list[int]) -> None:
    """Make one of the old chairs the new one, two of the others her deputies."""
    in_hills = cast.units[union].is_in_hills
    cast.chance.shuffle(chairs)
    first, *others = chairs or [cast.enter(is_in_hills=in_hills)]
    for vice in others[:2]:
        cast.terms.append(Term(vice, _VICE, union, FIRST_DAY))
    if cast.chance.random() < 0.88:
        cast.terms.append(Term(first, _CHAIR, union, FIRST_DAY))
        return
    turn = cast.day(date(2026, 1, 5), date(2026, 9, 30))
    moved = people.EndReason.TRANSFERRED
    cast.terms.append(Term(first, _CHAIR, union, FIRST_DAY, turn - timedelta(days=1), moved))
    cast.terms.append(Term(cast.enter(is_in_hills=in_hills), _CHAIR, union, turn))

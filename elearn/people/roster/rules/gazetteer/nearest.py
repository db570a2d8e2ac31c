"""Which names come near one that nobody bears."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from elearn.people.roster.rules.gazetteer.spots import Spot
from elearn.people.roster.rules.gazetteer.wording import place_key

_MOST = 3
_NEAR = 0.75


def nearest(keys: Sequence[str], spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """Return the few areas whose names come nearest to one of these, the nearest first."""
    named: dict[str, list[Spot]] = {}
    for spot in spots:
        named.setdefault(place_key(spot.name), []).append(spot)
    found = [
        spot
        for key in keys
        for name in get_close_matches(key, named, _MOST, _NEAR)
        for spot in named[name]
    ]
    return tuple({spot.area_id: spot for spot in found}.values())[:_MOST]


def told(spot: Spot) -> str:
    """Return an area with what it lies in: "Xã Minh Khai, Huyện Hưng Hà, Thái Bình"."""
    lies_in = (spot.district, spot.province if spot.province != spot.name else None)
    return ", ".join(part for part in (spot.full_name, *lies_in) if part)

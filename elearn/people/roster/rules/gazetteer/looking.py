"""The gazetteer: every name that areas bear or bore, and which of them a text means."""

import re

from elearn.areas import Level
from elearn.people.roster.rules.gazetteer.choosing import chosen, heirs_of
from elearn.people.roster.rules.gazetteer.naming import Names
from elearn.people.roster.rules.gazetteer.nearest import nearest, told
from elearn.people.roster.rules.gazetteer.ranking import Rank, Within, rank_of
from elearn.people.roster.rules.gazetteer.spots import Heir, Meant, MeantKind, Spot
from elearn.people.roster.rules.gazetteer.wording import (
    Reading,
    parts_of,
    place_key,
    readings_of,
)
from elearn.text import fold

_MOST_COMPARED = 100  # Comparing a name with all others takes long; nobody reads more of them.
# Tried where nothing else is found: names have dashes, too, as "Bà Rịa - Vũng Tàu" has.
_PARTING = re.compile(r"\s[-–]\s")
_Bearing = tuple[Reading, Spot]


class Gazetteer:
    """Names of areas through time; each text is looked up once."""

    def __init__(self, names: Names, home: str = "") -> None:
        """Take all names, and the path of the area in which is looked before the country."""
        self._names, self._home = names, home
        self._told: dict[tuple[str | None, str | None, str | None], Meant] = {}
        self._compared = 0

    def meant(self, commune: str | None, district: str | None, province: str | None) -> Meant:
        """Return what is meant by a commune that lies in these; without one, by what is told.

        The texts are as somebody wrote them: "TT. Hưng Hà", "H.Hưng Hà", "Thái Bình". One that
        names no area, or names one in which it never lay, is left aside or asked about.
        """
        asked = (commune, district, province)
        if asked not in self._told:
            self._told[asked] = self._looked_up(*asked)
        return self._told[asked]

    def spot_of(self, area_id: int) -> Spot | None:
        """Return an area, by its key, as it is or was last called."""
        around = self._names.around(area_id)
        return next((one for one in reversed(around) if one.area_id == area_id), None)

    def present_of(self, area_id: int) -> tuple[Heir, ...]:
        """Return what an area, by its key, is today, the likeliest first."""
        spot = self.spot_of(area_id)
        return spot.heirs if spot else ()

    def became(self, area_id: int) -> tuple[int, ...]:
        """Return the areas that are this one of today, or whose likeliest heir it is."""
        around = self._names.around(area_id)
        return tuple({one.area_id for one in around if one.heirs[0].area_id == area_id})

    def _looked_up(self, commune: str | None, district: str | None, province: str | None) -> Meant:
        if commune:
            name, district, province = self._taken_apart(commune, district, province)
            return self._found(name, Level.COMMUNE, self._within(district, province))
        if district:
            return self._found(district, Level.DISTRICT, self._within(None, province))
        return self._found(province or "", Level.PROVINCE, Within())

    def _taken_apart(
        self, text: str, district: str | None, province: str | None
    ) -> tuple[str, str | None, str | None]:
        """Return the name of a commune, and what the same text says of where it lies."""
        parts = parts_of(text) or (text,)
        at = self._commune_among(parts)
        if at is None:
            parts = parts_of(_PARTING.sub(", ", text)) or (text,)
            at = self._commune_among(parts) or 0
        for part in parts[at + 1 :]:
            if district is None and self._names.bearing(part, Level.DISTRICT):
                district = part
            else:
                province = province or part
        return parts[at], district, province

    def _commune_among(self, parts: tuple[str, ...]) -> int | None:
        bearing = (at for at, one in enumerate(parts) if self._names.bearing(one, Level.COMMUNE))
        return next(bearing, None)

    def _within(self, district: str | None, province: str | None) -> Within:
        return Within(
            self._keys(district, Level.DISTRICT) if district else frozenset(),
            self._keys(province, Level.PROVINCE) if province else frozenset(),
        )

    def _keys(self, text: str, level: Level) -> frozenset[int]:
        """Return the areas of a level that are so called: of the written type, if any is."""
        named = self._names.bearing(text, level)
        fitting = [spot.area_id for reading, spot in named if spot.kind in reading.kinds]
        return frozenset(fitting or (spot.area_id for _, spot in named))

    def _found(self, name: str, level: Level, within: Within) -> Meant:
        bearing = self._names.bearing(name, level)
        if not bearing:
            return self._nothing(name, level, within)
        best, near = self._best(bearing, within)
        if best.is_elsewhere and within.is_said:
            _, near = self._best(bearing, Within(provinces=within.provinces))
            return chosen(near, is_sure=False)
        is_guessed = best.is_spelt_otherwise and not within.is_said and fold(name) != name.lower()
        is_of_today = bool(within.provinces) and not within.districts
        return chosen(near, is_sure=not is_guessed, is_of_today=is_of_today)

    def _best(self, bearing: list[_Bearing], within: Within) -> tuple[Rank, list[Spot]]:
        ranked = [(self._rank(reading, spot, within), spot) for reading, spot in bearing]
        best = min(rank for rank, _ in ranked)
        return best, [spot for rank, spot in ranked if rank == best]

    def _rank(self, reading: Reading, spot: Spot, within: Within) -> Rank:
        around = self._names.around(spot.area_id)
        return rank_of(reading, spot, around, within, is_away=not self._is_home(spot))

    def _is_home(self, spot: Spot) -> bool:
        return any(heir.path.startswith(self._home) for heir in spot.heirs)

    def _nothing(self, name: str, level: Level, within: Within) -> Meant:
        """Return that nothing bears the name, with what comes near it where is said, or at home."""
        self._compared += 1
        if not name or self._compared > _MOST_COMPARED:
            return Meant(MeantKind.UNKNOWN)
        keys = [place_key(reading.name) for reading in readings_of(name, level)][::-1]
        near = nearest(keys, self._near(level, within))
        return Meant(
            MeantKind.UNKNOWN,
            level=level,
            heirs=heirs_of(near),
            suggestions=tuple(map(told, near)),
        )

    def _near(self, level: Level, within: Within) -> list[Spot]:
        spots = self._names.of_level(level)
        if within.is_said:
            return [spot for spot in spots if within.holds(self._names.around(spot.area_id))]
        return [spot for spot in spots if self._is_home(spot)]

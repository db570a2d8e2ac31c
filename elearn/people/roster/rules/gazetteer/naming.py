"""All names that areas bear or bore: made once, and shared by those who look from their homes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from elearn.areas import Level
from elearn.people.roster.rules.gazetteer.spots import Spot
from elearn.people.roster.rules.gazetteer.wording import (
    Reading,
    called,
    place_key,
    readings_of,
)


class Names:
    """Areas through time by how they are called, and by what they are today."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._known: dict[Level, dict[str, list[Spot]]] = defaultdict(dict)
        self._around: dict[int, list[Spot]] = defaultdict(list)
        for spot in spots:
            self._known[spot.level].setdefault(place_key(spot.name), []).append(spot)
            for key in {spot.area_id, *(heir.area_id for heir in spot.heirs)}:
                self._around[key].append(spot)

    def bearing(self, text: str, level: Level) -> list[tuple[Reading, Spot]]:
        """Return the areas of a level that bear the name, however the text is read."""
        known = self._known.get(level, {})
        return [
            (reading, spot)
            for reading in readings_of(text, level)
            for key in called(place_key(reading.name))
            for spot in known.get(key, ())
        ]

    def around(self, area_id: int) -> Sequence[Spot]:
        """Return what an area is and was, and what passed into it."""
        return self._around.get(area_id, ())

    def of_level(self, level: Level) -> Iterator[Spot]:
        """Give all areas of a level, by each of their names."""
        for some in self._known.get(level, {}).values():
            yield from some

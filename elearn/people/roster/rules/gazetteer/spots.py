"""Areas as they were called at some time, what they are today, and what a text was found to be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from elearn.areas import Kind, Level


@dataclass(frozen=True, slots=True)
class Heir:
    """An area of today that another is or passed into."""

    area_id: int
    full_name: str
    #: The province it lies in, without its type: "Hưng Yên".
    province: str | None
    #: The keys from the country down to it: "/1/45/678/".
    path: str
    #: Its first day; the first of all where it is older than our records.
    first: date = date.min

    def lies_in(self, area_ids: frozenset[int]) -> bool:
        """Return whether it lies in one of these areas, or is one."""
        return any(f"/{key}/" in self.path for key in area_ids)


@dataclass(frozen=True, slots=True)
class Spot:
    """An area as it was called for some time, with what it lay in then."""

    area_id: int
    level: Level
    kind: Kind
    name: str
    full_name: str
    #: In full; none where there are no districts.
    district: str | None
    #: Without its type; of a province its own name.
    province: str | None
    #: The keys from the country down to it then.
    path: str
    #: What it is today, the likeliest first; a district that ended is nothing.
    heirs: tuple[Heir, ...]

    @property
    def is_ended(self) -> bool:
        """Return whether the area itself no longer stands."""
        return all(heir.area_id != self.area_id for heir in self.heirs)

    def lies_in(self, area_ids: frozenset[int]) -> bool:
        """Return whether it lay in one of these areas, or is one."""
        return any(f"/{key}/" in self.path for key in area_ids)


class MeantKind(StrEnum):
    """How surely a text names an area of today."""

    ONE = "one"
    SPLIT = "split"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meant:
    """What a text means: one area, one that was split, one of several, or nothing known."""

    kind: MeantKind
    #: In full, as it was called when the file meant it: "Thị trấn Hưng Hà"; of one of several the
    #: likeliest.
    name: str = ""
    district: str | None = None
    #: Without its type: "Thái Bình".
    province: str | None = None
    #: The area the file means, which may have ended.
    area_id: int | None = None
    level: Level | None = None
    is_ended: bool = False
    #: What it is today, the likeliest first; of one of several those of all.
    heirs: tuple[Heir, ...] = ()
    #: Nearest names where nothing bears this one: "Xã Minh Khai, Huyện Hưng Hà, Thái Bình".
    suggestions: tuple[str, ...] = ()

    @property
    def area_ids(self) -> tuple[int, ...]:
        """Return the areas of today to choose from, the likeliest first."""
        return tuple(heir.area_id for heir in self.heirs)

    @property
    def present(self) -> Heir | None:
        """Return the area of today if there is no doubt which it is."""
        return self.heirs[0] if self.kind is MeantKind.ONE and self.heirs else None

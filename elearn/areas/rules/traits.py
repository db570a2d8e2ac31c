"""The traits an area may have by a decision of the state, and how they are called."""

from enum import StrEnum

from elearn.text import msg


class Trait(StrEnum):
    """What a decision of the state says of an area for some years."""

    MOUNTAIN = "mountain"
    DELTA = "delta"
    ETHNIC_MINORITY = "ethnic_minority"
    ZONE_1 = "zone_1"
    ZONE_2 = "zone_2"
    ZONE_3 = "zone_3"
    ISLAND = "island"
    BORDER = "border"


TRAIT_NAMES = {
    Trait.MOUNTAIN: msg("Miền núi"),
    Trait.DELTA: msg("Đồng bằng"),
    Trait.ETHNIC_MINORITY: msg("Vùng đồng bào dân tộc thiểu số"),
    Trait.ZONE_1: msg("Khu vực I"),
    Trait.ZONE_2: msg("Khu vực II"),
    Trait.ZONE_3: msg("Khu vực III"),
    Trait.ISLAND: msg("Hải đảo"),
    Trait.BORDER: msg("Biên giới"),
}
#: Of each set an area has one at a time.
EXCLUSIVE = (
    frozenset({Trait.MOUNTAIN, Trait.DELTA}),
    frozenset({Trait.ZONE_1, Trait.ZONE_2, Trait.ZONE_3}),
)

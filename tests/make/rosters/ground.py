"""Where a list is from, and where it says so: in its letterhead, its groups or its columns."""

from dataclasses import dataclass
from random import Random

from tests.make.rosters.places import Commune, old_districts, spelled, todays_provinces


@dataclass(frozen=True, slots=True)
class Ground:
    """Communes of one list, and what tells of them."""

    communes: tuple[Commune, ...]
    #: Whether district and province stand in columns; else in the letterhead.
    in_columns: bool
    has_groups: bool
    #: Without it the commune is known by its group, or by the letterhead alone.
    has_column: bool

    @property
    def is_old(self) -> bool:
        return self.communes[0].district is not None

    def letterhead(self, chance: Random) -> list[str]:
        """Return the bodies in whose name the list was written, the highest first."""
        body = chance.choice(["HỘI LHPN", "HỘI LIÊN HIỆP PHỤ NỮ"])
        first = self.communes[0]
        lines = [] if self.in_columns else [first.province_full, first.district]
        if not (self.has_column or self.has_groups):
            lines.append(first.name)
        return [f"{body} {line.upper()}" for line in lines if line]

    def written(self, commune: Commune, chance: Random) -> str:
        """Return the commune as a row writes it; without its district only in full."""
        if self.is_old:
            return spelled(commune, chance)
        lower = f"{commune.kind.lower()} {commune.short}"
        return chance.choice([commune.name, lower, commune.name.upper()])


def any_ground(chance: Random, most: int) -> Ground:
    """Return some communes of one old district, or of one province of today."""
    is_old = chance.random() < 0.8
    place = chance.choice(old_districts() if is_old else todays_provinces())
    communes = tuple(chance.sample(place, min(len(place), max(1, most))))
    has_groups = chance.random() < 0.5
    has_column = not has_groups or chance.random() < 0.7
    if not has_groups and chance.random() < 0.2:
        communes, has_column = communes[:1], False
    in_columns = is_old and has_column and chance.random() < 0.2
    return Ground(communes, in_columns, has_groups, has_column)

"""Where units stand: in areas that end, or have not begun, or in two at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas import Area, AreaVersion, Level
from elearn.people import ExclusionReason, OrgUnit, OrgUnitPlace, UnitExclusion, UnitKind
from tests.coverage.worlds.chance import FIRST_KEY, REFORM, Chance
from tests.coverage.worlds.changes import versions_in
from tests.coverage.writing import Rows

_KINDS = {
    Level.COMMUNE: UnitKind.BRANCH,
    Level.DISTRICT: UnitKind.UNION_DISTRICT,
    Level.PROVINCE: UnitKind.UNION_PROVINCE,
    Level.CENTRAL: UnitKind.UNION_CENTRAL,
}
_LEVELS = (*[Level.COMMUNE] * 12, *[Level.DISTRICT] * 3, *[Level.PROVINCE] * 3, Level.CENTRAL)


@dataclass(frozen=True, slots=True)
class Grounds:
    """Areas by level, in which units stand and classes are held; some before the reform only."""

    by_level: dict[Level, tuple[int, ...]]
    changing: tuple[int, ...]

    @classmethod
    def of(cls, db: Session, chance: Chance) -> "Grounds":
        levels = dict(db.execute(select(Area.id, Area.level)).all())
        found = sorted({one.area_id for one in versions_in(db)})
        by_level = {
            level: tuple(key for key in found if levels[key] is level)
            for level in (Level.PROVINCE, Level.DISTRICT)
        }
        communes = [key for key in found if levels[key] is Level.COMMUNE]
        by_level[Level.COMMUNE] = tuple(chance.random.sample(communes, min(60, len(communes))))
        by_level[Level.CENTRAL] = tuple(k for k, level in levels.items() if level is Level.CENTRAL)
        late = select(AreaVersion.area_id).where(AreaVersion.valid_from > REFORM)
        changing = {*db.scalars(late)} & {*communes}
        changing |= {key for key in communes if key >= FIRST_KEY}
        return cls(by_level, tuple(sorted(changing)))

    def choose(self, chance: Chance, level: Level) -> int:
        """Return an area of the level; of communes often one that changes."""
        if level is Level.COMMUNE and chance.happens(0.3):
            return chance.random.choice(self.changing)
        return chance.random.choice(self.by_level[level])


def standing_units(
    chance: Chance, grounds: Grounds, count: int, rows: Rows
) -> Sequence[tuple[int, Level]]:
    """Write units with their places, and which are left out of evaluation; return their levels."""
    made = []
    for unit in range(FIRST_KEY, FIRST_KEY + count):
        level = chance.random.choice(_LEVELS)
        made.append((unit, level))
        rows.add(
            OrgUnit,
            id=unit,
            kind=_KINDS[level],
            name=f"Đơn vị {unit}",
            name_folded=f"don vi {unit}",
            valid_from=date(2015, 1, 1),
            valid_to=None,
            parent_id=None,
        )
        _stays(chance, grounds, (unit, level), rows)
        if chance.happens(0.12):
            _left_out(chance, unit, rows)
    return made


def _stays(chance: Chance, grounds: Grounds, unit: tuple[int, Level], rows: Rows) -> None:
    """Write where a unit stands: it stays, moves without a gap or with one, or stands twice."""
    first = chance.random.choice((date(2015, 1, 1), chance.day()))
    for _ in range(chance.random.choice((1, 1, 2, 3))):
        last = chance.until(first, open_share=0.5)
        _place(chance, (unit[0], grounds.choose(chance, unit[1])), (first, last), rows)
        follows = last is not None and chance.happens(0.5)
        after = (last or first) + timedelta(days=1)
        first = after if follows else chance.day(first + timedelta(days=1), date(2026, 12, 31))


def _place(
    chance: Chance, there: tuple[int, int], days: tuple[date, date | None], rows: Rows
) -> None:
    recorded: datetime | None = chance.told(days[0]) if chance.happens(0.6) else None
    ended = chance.told(days[1]) if days[1] and chance.happens(0.6) else None
    rows.add(
        OrgUnitPlace,
        org_unit_id=there[0],
        area_id=there[1],
        valid_from=days[0],
        valid_to=days[1],
        recorded_at=recorded,
        end_recorded_at=ended,
    )


def _left_out(chance: Chance, unit: int, rows: Rows) -> None:
    """Write that a unit is left out on some days; now and then that was taken back."""
    first = chance.day()
    recorded = chance.told(first)
    rows.add(
        UnitExclusion,
        org_unit_id=unit,
        reason=ExclusionReason.OTHER,
        decision=None,
        valid_from=first,
        valid_to=chance.until(first, open_share=0.4),
        recorded_at=recorded,
        superseded_at=chance.later(recorded) if chance.happens(0.2) else None,
    )

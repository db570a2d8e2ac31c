"""Where targets are judged: in the area that is asked about, or in the province they name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage.rules import Ground, Scheme, ground_on


@dataclass(frozen=True, slots=True)
class Where:
    """The area in which a scheme's targets are judged, and whether the scheme is set for it."""

    area: areas.AreaVersion
    level: areas.Level
    is_whole: bool


def grounds_of(scheme: Scheme) -> Iterable[tuple[Ground, ...]]:
    """Return for which places a scheme sets targets, each once: mostly it is one."""
    return dict.fromkeys(target.grounds for one in scheme.indicators for target in one.targets)


def where_of(
    db: Session,
    grounds: tuple[Ground, ...],
    area: areas.AreaVersion,
    level: areas.Level,
    day: date,
) -> Where | None:
    """Return where targets are judged: in the area, in their own province within; or nowhere."""
    if not grounds:
        return Where(area, level, is_whole=level is areas.Level.CENTRAL)
    ground = ground_on(grounds, day)
    if ground is None:
        return None
    province = areas.area_by_code(db, ground.code, level=areas.Level.PROVINCE, day=day)
    if province.path.startswith(area.path):
        return Where(province, areas.Level.PROVINCE, is_whole=True)
    is_within = area.path.startswith(province.path)
    return Where(area, level, is_whole=False) if is_within else None

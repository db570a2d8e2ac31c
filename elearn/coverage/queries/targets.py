"""The targets of all schemes in an area, and what has become of them as of a day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from elearn import areas
from elearn.coverage.models import CoverageMap, MapKind
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.asking import Sight, area_asked, check_day
from elearn.coverage.queries.counting import holdings_on
from elearn.coverage.queries.figures import figures_of
from elearn.coverage.queries.judging import Where, grounds_of, where_of
from elearn.coverage.queries.maps import map_of
from elearn.coverage.queries.reports import place_of
from elearn.coverage.rules import Comparator, Ground, Indicator, Scheme, Target
from elearn.coverage.rules.attainment import (
    Attainment,
    Provinces,
    Reached,
    Section,
    TargetReport,
    Timing,
    concerns,
    pace_since,
    provinces_of,
    timing_of,
)

_Figures = Mapping[tuple[date, str, int], Reached]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all results of a report have in common."""

    day: date
    map: CoverageMap
    #: The last days of groups that ended.
    ended: Mapping[str, date | None]
    provinces: Sequence[areas.AreaVersion]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One target, its indicator, and when it is judged."""

    indicator: Indicator
    target: Target
    timing: Timing

    @property
    def days(self) -> Iterator[date]:
        """Yield the days of which the figures are needed."""
        yield self.timing.judged_on
        if not self.timing.is_final:
            yield pace_since(self.indicator, self.timing.judged_on)


def targets_of(
    db: Session, schemes: Sequence[Scheme], area: areas.AreaVersion, day: date
) -> TargetReport:
    """Return what has become of the targets that concern an area; some queries for each scheme.

    All of it is told by the borders of the day, so that an area is the same through the years.
    """
    place = place_of(db, area)
    indicators = [one for scheme in schemes for one in scheme.indicators if one.targets]
    holdings = holdings_on(db, indicators, day)
    ended = {one.key: None if one.planned_for else holdings[one.key].ended_on for one in indicators}
    provinces = areas.children_of(db, area.area_id, day) if place.is_country else ()
    frame = _Frame(day, map_of(db, MapKind.RESTATED, day), ended, provinces)
    found = (
        _section(db, scheme, grounds, where, frame)
        for scheme in schemes
        for grounds in grounds_of(scheme)
        if (where := where_of(db, grounds, area, place.level, day))
    )
    return TargetReport(day, place, tuple(one for one in found if one.rows))


def _section(
    db: Session, scheme: Scheme, grounds: tuple[Ground, ...], where: Where, frame: _Frame
) -> Section:
    wanted = [
        _Wanted(one, target, timing_of(target, frame.day, frame.ended[one.key]))
        for one in scheme.indicators
        if concerns(one, where.level)
        for target in sorted(one.targets, key=lambda target: target.year or 0)
        if target.grounds == grounds
    ]
    figures = _figures(db, scheme, where, frame, wanted)
    rows = tuple(_attained(one, where, frame, figures) for one in wanted)
    return Section(scheme, where.area.full_name, rows)


def _figures(
    db: Session, scheme: Scheme, where: Where, frame: _Frame, wanted: Iterable[_Wanted]
) -> _Figures:
    """Return what was reached on each day that is needed; two queries a day."""
    by_day: dict[date, dict[str, Indicator]] = {}
    for one in wanted:
        for day in one.days:
            by_day.setdefault(day, {})[one.indicator.key] = one.indicator
    within = frame.provinces if where.level is areas.Level.CENTRAL else ()
    keys = [where.area.area_id, *(province.area_id for province in within)]
    return {
        (day, key, area): Reached(day, figure.reached, figure.in_post)
        for day, indicators in by_day.items()
        for (key, area), figure in figures_of(
            db,
            Asked(scheme, where.area.area_id, where.area.path, day, frame.map),
            list(indicators.values()),
            keys,
        ).items()
    }


def _attained(one: _Wanted, where: Where, frame: _Frame, figures: _Figures) -> Attainment:
    target, key, area = one.target, one.indicator.key, where.area.area_id
    judged = one.timing.judged_on
    is_share_of_province = where.level is areas.Level.PROVINCE and target.per_province is not None
    if is_share_of_province:
        target = replace(target, value=target.per_province, comparator=Comparator.GTE)
    return Attainment(
        one.indicator,
        target,
        one.timing,
        is_whole=where.is_whole or is_share_of_province,
        reached=figures.get((judged, key, area)),
        before=_before(one, figures, area),
        provinces=_provinces(one, frame, figures) if where.level is areas.Level.CENTRAL else None,
    )


def _before(one: _Wanted, figures: _Figures, area: int) -> Reached | None:
    """Return what was reached when the pace begins; what begins then anew begins from nothing."""
    if one.timing.is_final:
        return None
    since = pace_since(one.indicator, one.timing.judged_on)
    if since < one.indicator.since(one.timing.judged_on):
        return Reached(since, 0, 0)
    return figures.get((since, one.indicator.key, area))


def _provinces(one: _Wanted, frame: _Frame, figures: _Figures) -> Provinces | None:
    if one.target.per_province is None:
        return None
    counts = [
        (province.full_name, found.n)
        for province in frame.provinces
        if (found := figures.get((one.timing.judged_on, one.indicator.key, province.area_id)))
    ]
    return provinces_of(one.target.per_province, counts)


_ANYWHERE = Scheme("", "", "", "", 1, 9999, 0, (), "")


def area_of_targets(db: Session, sight: Sight, text: str) -> areas.AreaVersion:
    """Return the area of this code or name on the day; without one, what the actor answers for.

    :raise NotFound: if there was none that day, or it is none of the actor's.
    """
    return area_asked(db, sight, _ANYWHERE, text)


def check_target_day(schemes: Sequence[Scheme], day: date, today: date) -> None:
    """Let a day pass on which some scheme had begun.

    :raise InvalidInput: if it is still to come, or lies before all schemes.
    """
    check_day(min(schemes, key=lambda scheme: scheme.first_day), day, today)

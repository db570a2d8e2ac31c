"""Which units were left out or moved, and which borders were drawn otherwise."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from elearn import people
from elearn.areas import AreaLineage, AreaResolution, AreaVersion, in_a_sentence
from elearn.coverage.queries.comparing import Compared
from elearn.coverage.queries.days import day_before
from elearn.coverage.queries.reasons.owners import Owners, holdings_of, units_of
from elearn.coverage.queries.reasons.writing import day, days, written
from elearn.coverage.rules.indicators import Indicator
from elearn.text import Message, msg

Reasons = Iterator[tuple[int, Message]]


def of_exclusions(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    """Give, by entry, which of her units were left out or counted again; two queries."""
    units = units_of(db, owners, holdings_of(indicator.planned_for))
    row, unit = people.UnitExclusion, people.OrgUnit
    rows = select(row, unit.name).join(unit, unit.id == row.org_unit_id)
    for one, name in db.execute(rows.where(row.org_unit_id.in_(units), asked.is_news(row))):
        told = {"unit": name, "days": days(one.valid_from, one.valid_to)}
        if one.recorded_at > asked.earlier:
            words = msg("%(unit)s không tính vào đánh giá %(days)s", **told)
            reason = written(words, one.recorded_at, one.decision)
        else:
            words = msg("%(unit)s tính lại vào đánh giá %(days)s", **told)
            reason = written(words, one.superseded_at)
        yield from ((entry, reason) for entry in units[one.org_unit_id])


def of_borders(db: Session, asked: Compared, indicator: Indicator, owners: Owners) -> Reasons:
    """Give, by entry, where her units were said to stand, and how areas changed; six queries."""
    units = units_of(db, owners, holdings_of(indicator.planned_for))
    place = people.OrgUnitPlace
    rows = db.execute(
        select(place.org_unit_id, place.area_id).where(place.org_unit_id.in_(units)).distinct()
    ).all()
    yield from _moves(db, asked, units)
    stood = {area: {unit for unit, other in rows if other == area} for _, area in rows}
    for area, reason in _areas(db, asked, stood):
        for unit in stood[area]:
            yield from ((entry, reason) for entry in units[unit])


def _moves(db: Session, asked: Compared, units: dict[int, set[int]]) -> Reasons:
    place, unit = people.OrgUnitPlace, people.OrgUnit
    written_then = asked.is_between(place.recorded_at) | asked.is_between(place.end_recorded_at)
    rows = (
        select(place, unit.name, AreaVersion.full_name)
        .join(unit, unit.id == place.org_unit_id)
        .join(AreaVersion, AreaVersion.area_id == place.area_id)
        .where(place.org_unit_id.in_(units), written_then)
        .where(AreaVersion.is_current(), AreaVersion.valid_from <= place.valid_from)
        .where(or_(AreaVersion.valid_to.is_(None), AreaVersion.valid_to >= place.valid_from))
        .order_by(place.valid_from)
    )
    for one, name, area in db.execute(rows):
        words = msg(
            "%(unit)s đặt tại %(area)s %(days)s",
            unit=name,
            area=in_a_sentence(area),
            days=days(one.valid_from, one.valid_to),
        )
        reason = written(words, one.end_recorded_at or one.recorded_at)
        yield from ((entry, reason) for entry in units[one.org_unit_id])


def _areas(db: Session, asked: Compared, area_ids: Collection[int]) -> Reasons:
    """Give, by area, into what it was said to pass, or what came of it, and how it changed."""
    links = _links(db, area_ids)
    above = _above(db, area_ids)
    linked = {key for link in links for key in (link.from_area_id, link.to_area_id)}
    news = _news(db, asked, linked | {key for keys in above.values() for key in keys})
    for link in links:
        if at := _told_of(asked, link, news):
            for own in {link.from_area_id, link.to_area_id} & set(area_ids):
                yield own, written(_passage(link), at, link.number)
    for area in area_ids:
        for version in (one for key in above[area] - linked for one in news.get(key, ())):
            yield area, _changed(asked, version)


def _told_of(asked: Compared, link: Any, news: Mapping[int, list[AreaVersion]]) -> datetime | None:
    """Return when a passage came to be known: that its heir begins with it, or the area ends."""
    begun = _only_now(asked, news.get(link.to_area_id, ()), "valid_from")
    ended = _only_now(asked, news.get(link.from_area_id, ()), "valid_to")
    return begun.get(link.happened_on) or ended.get(link.happened_on - timedelta(days=1))


def _only_now(
    asked: Compared, versions: Iterable[AreaVersion], edge: str
) -> dict[date | None, datetime]:
    """Return the days on which an area begins, or ends, as was not known before, and since when."""
    new = {getattr(one, edge): one.recorded_at for one in versions if asked.saw(one.recorded_at)}
    old = {getattr(one, edge) for one in versions if not asked.saw(one.recorded_at)}
    return {day: at for day, at in new.items() if day not in old}


def _links(db: Session, area_ids: Collection[int]) -> Any:
    """Return what became of areas and what they came of, with names and the paper."""
    link, old, new = AreaLineage, aliased(AreaVersion), aliased(AreaVersion)
    return db.execute(
        select(
            *(link.from_area_id, link.to_area_id, link.happened_on, AreaResolution.number),
            *(old.full_name.label("old"), new.full_name.label("new")),
        )
        .join(old, old.area_id == link.from_area_id)
        .join(new, new.area_id == link.to_area_id)
        .outerjoin(AreaResolution, AreaResolution.id == link.resolution_id)
        .where(or_(link.from_area_id.in_(area_ids), link.to_area_id.in_(area_ids)))
        .where(old.is_current(), old.valid_to == day_before(link.happened_on))
        .where(new.is_current(), new.valid_from <= link.happened_on)
        .where(or_(new.valid_to.is_(None), new.valid_to >= link.happened_on))
        .order_by(link.happened_on, link.from_area_id)
    ).all()


def _above(db: Session, area_ids: Collection[int]) -> dict[int, set[int]]:
    """Return of each area what it ever lay in, itself too."""
    found: dict[int, set[int]] = {area: {area} for area in area_ids}
    rows = select(AreaVersion.area_id, AreaVersion.path).where(AreaVersion.area_id.in_(area_ids))
    for area, path in db.execute(rows):
        found[area] |= {int(key) for key in path.strip("/").split("/")}
    return found


def _news(db: Session, asked: Compared, area_ids: Collection[int]) -> dict[int, list[AreaVersion]]:
    """Return the versions of areas that are known at one of the moments only."""
    found: dict[int, list[AreaVersion]] = {}
    rows = select(AreaVersion).where(AreaVersion.area_id.in_(area_ids), asked.is_news(AreaVersion))
    for one in db.scalars(rows.order_by(AreaVersion.valid_from, AreaVersion.id)):
        found.setdefault(one.area_id, []).append(one)
    return found


def _passage(link: Any) -> Message:
    told = {"old": link.old, "new": in_a_sentence(link.new), "on": day(link.happened_on)}
    return msg("%(old)s chuyển vào %(new)s từ %(on)s", **told)


def _changed(asked: Compared, one: AreaVersion) -> Message:
    told = {"area": one.full_name, "days": days(one.valid_from, one.valid_to)}
    if one.recorded_at > asked.earlier:
        return written(
            msg("%(area)s: ghi lại địa giới có hiệu lực %(days)s", **told), one.recorded_at
        )
    return written(msg("%(area)s: bỏ địa giới có hiệu lực %(days)s", **told), one.superseded_at)

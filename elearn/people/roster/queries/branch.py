"""Who holds which post, or is planned for one, in the part of the country one answers for."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.access import Actor
from elearn.db import among
from elearn.errors import NotFound, Refusal
from elearn.people.models import OrgUnit, OrgUnitPlace, Person, PlannedPost, Post, Tenure
from elearn.people.queries.persons import canonical_id
from elearn.people.queries.sight import SEEING, Scope, scope_of, who_sees
from elearn.people.queries.unit_sight import unit_visible_to
from elearn.text import msg

#: As many as are read back at once.
MOST = 200_000


@dataclass(frozen=True, slots=True)
class Line:
    """A post somebody holds on the day, or is planned for; of whom it is by her standing entry."""

    person_id: int
    sort_key: bytes
    post: str
    rank: int
    unit_id: int
    valid_from: date
    valid_to: date | None
    decision: str | None
    end_reason: str | None = None
    #: Of a planned post: the years, as the paper says.
    term: str | None = None
    is_planned: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit stands on the day, through what became of its area: names, empty if higher."""

    commune: str = ""
    province: str = ""
    path: str = ""
    order: bytes = b""


def lines_below(
    db: Session, actor: Actor, area: areas.AreaVersion, day: date
) -> tuple[list[Line], dict[int, Spot]]:
    """Return the posts of the day in an area as far as the actor answers for it, and the spots.

    In the order of communes, offices and names. A dozen queries, and five for 10,000 areas more.

    :raise Refusal: if they are more than can be read back at once.
    """
    seen = [unit_visible_to(db, one) for one in (actor, who_sees(area.path))]
    lines = [*_held(db, seen, day), *_planned(db, seen, day)]
    if len(lines) > MOST:
        raise Refusal(msg("Danh sách dài hơn %(most)s dòng. Xuất từng tỉnh một.", most=f"{MOST:,}"))
    units = {line.unit_id for line in lines}
    spots, scope = _spots(db, units, day), scope_of(db, actor)
    now = spots if day == clock.today() else _spots(db, units, clock.today())
    inside = {
        key: spot
        for key, spot in spots.items()
        if spot.path.startswith(area.path) and _holds(scope, now[key])
    }
    once = {_sameness(line): line for line in reversed(lines) if line.unit_id in inside}
    return sorted(once.values(), key=lambda line: _order(line, inside[line.unit_id])), inside


def _sameness(line: Line) -> tuple[object, ...]:
    """Return what two lines have in common that tell the same of one human being."""
    return line.person_id, line.post, line.unit_id, line.is_planned


def _order(line: Line, spot: Spot) -> tuple[object, ...]:
    return spot.path.count("/"), spot.order, spot.path, line.rank, line.sort_key, line.person_id


def _held(db: Session, seen: Iterable[ColumnElement[bool]], day: date) -> Iterator[Line]:
    found = _within(Tenure, seen, day).add_columns(Tenure.end_reason)
    return (Line(*row) for row in db.execute(found))


def _planned(db: Session, seen: Iterable[ColumnElement[bool]], day: date) -> Iterator[Line]:
    found = _within(PlannedPost, seen, day).add_columns(PlannedPost.term)
    for *told, term in db.execute(found):
        yield replace(Line(*told), term=term, is_planned=True)


def _within(
    held: type[Tenure | PlannedPost], seen: Iterable[ColumnElement[bool]], day: date
) -> Select[Any]:
    whole = Person.__table__.alias("whole")
    return (
        select(canonical_id(), whole.c.sort_key, Post.name, Post.rank, held.org_unit_id)
        .add_columns(held.valid_from, held.valid_to, held.decision)
        .select_from(held)
        .join(Person, Person.id == held.person_id)
        .join(whole, whole.c.id == canonical_id())
        .join(Post, Post.key == held.post_key)
        .where(held.valid_on(day), held.is_current())
        .where(held.org_unit_id.in_(select(OrgUnit.id).where(*seen)))
        .order_by(held.valid_from, held.id)
        .limit(MOST + 1)
    )


def _holds(scope: Scope, spot: Spot) -> bool:
    """Return whether a spot counts in the scope today."""
    if scope.is_everything:
        return True
    keys = {int(key) for key in spot.path.strip("/").split("/") if key}
    return bool(keys & (scope.ground.spots | scope.ground.provinces))


def _spots(db: Session, unit_ids: Collection[int], day: date) -> dict[int, Spot]:
    """Return where each unit stands on the day, or stood last."""
    place = OrgUnitPlace
    stays = select(place.org_unit_id, place.area_id).where(among(db, place.org_unit_id, unit_ids))
    until = stays.where(place.valid_from <= day).order_by(place.valid_from)
    last = dict(db.execute(until).all())
    heirs = areas.present_of(db, last.values(), day)
    paths = {key: _path(found) for key, found in heirs.items() if found}
    named = areas.versions_on(db, {key for path in paths.values() for key in _keys(path)}, day)
    told = {key: _spot(path, named) for key, path in paths.items()}
    found = {unit: told.get(area, Spot()) for unit, area in last.items()}
    return {unit: found.get(unit, Spot()) for unit in unit_ids}


def _path(found: Sequence[areas.Present]) -> str:
    """Return the path to the likeliest heir; if none is, to what all of them lie in."""
    if found[0].is_default:
        return found[0].path
    country, province, *_ = (*_keys(found[0].path), None)
    return f"/{country}/{province}/" if province else f"/{country}/"


def _keys(path: str) -> list[int]:
    return [int(key) for key in path.strip("/").split("/")]


def _spot(path: str, named: dict[int, areas.AreaVersion]) -> Spot:
    keys = _keys(path)
    province = named.get(keys[1]) if len(keys) > 1 else None
    own = named.get(keys[-1])
    return Spot(
        commune=own.full_name if own and len(keys) > 2 else "",
        province=province.full_name if province else "",
        path=path,
        order=own.sort_key if own else b"",
    )


def area_asked(db: Session, actor: Actor, area_id: int | None, day: date) -> areas.AreaVersion:
    """Return the area that is asked about, else the one the actor answers for; four queries.

    :raise NotFound: if there is none on the day, and equally if the actor may not know of it.
    """
    scopes = actor.scopes(*SEEING)
    if area_id is None:
        return _own(db, scopes, day)
    version = areas.versions_on(db, [area_id], day).get(area_id)
    if version is None or not version.path.startswith(areas.reach_of(db, scopes)):
        raise NotFound(msg("Không có địa bàn này trong phạm vi anh/chị được xem."))
    return version


def _own(db: Session, scopes: Collection[str], day: date) -> areas.AreaVersion:
    """Return the highest of one's areas; the country for the shell."""
    highest = min(scopes, key=lambda path: path.count("/"), default="/")
    key = int(highest.strip("/").rpartition("/")[2] or 0) or areas.root(db).id
    found = areas.versions_on(db, [key], day).get(key)
    if found:
        return found
    heirs = areas.present_of(db, [key], day).get(key)
    if not heirs:
        raise NotFound(msg("Không có địa bàn này trong phạm vi anh/chị được xem."))
    return areas.version_on(db, heirs[0].area_id, day)

"""How an invented world comes into the database: the same rows, in bulk."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from elearn import areas, catalogue, learning, people
from tests.coverage import oracle

KNOWN = datetime(2026, 11, 1, tzinfo=UTC)


def written(db: Session, world: oracle.World) -> None:
    given = people.NewPerson("Nguyễn Thị Hường").columns
    rows: dict[type[Any], list[dict[str, Any]]] = {
        people.Person: [
            {**given, "id": key, "same_as_id": whole}
            for key, whole in sorted(world.same_as.items(), key=lambda pair: pair[1] or 0)
        ],
        people.OrgUnit: [
            {
                "id": unit,
                "kind": people.UnitKind.BRANCH,
                "name": f"Chi hội {unit}",
                "valid_from": date(2015, 1, 1),
            }
            for unit in world.stays
        ],
        people.OrgUnitPlace: [
            {"org_unit_id": one.unit, "area_id": one.area, **_days(one)}
            for stays in world.stays.values()
            for one in stays
        ],
        people.Tenure: [
            {
                "person_id": one.person,
                "post_key": one.post,
                "org_unit_id": one.unit,
                **_days(one),
                **_known(one.is_superseded),
            }
            for one in world.held
        ],
        learning.Completion: [
            {
                "person_id": one.person,
                "programme_version_id": one.programme,
                "form": learning.CompletionForm.ONLINE,
                "completed_on": one.on,
                **_known(one.is_superseded),
            }
            for one in world.done
        ],
        catalogue.ProgrammeTag: [
            {"programme_version_id": programme, "tag": tag}
            for programme, tags in world.tags.items()
            for tag in sorted(tags)
        ],
        areas.AreaVersion: _versions(db, world),
    }
    for table, values in rows.items():
        db.execute(insert(table), values, execution_options={"render_nulls": True})
    _told_to_the_planner(db, rows)


def _told_to_the_planner(db: Session, tables: Iterable[type[Any]]) -> None:
    """Do at once what the database's own vacuum does after a commit; this one never comes."""
    for table in tables:
        db.execute(text(f"ANALYZE {table.__tablename__}"))


def _versions(db: Session, world: oracle.World) -> list[dict[str, Any]]:
    """Return the mistaken versions as rows, with the paths that belong to the mistake."""
    version = areas.AreaVersion
    paths = dict(db.execute(select(version.area_id, version.path)).all())
    return [
        {
            "area_id": one.area,
            "code": "00000",
            "kind": areas.Kind.COMMUNE,
            "name": "Nhầm",
            "full_name": "Xã Nhầm",
            "parent_id": None if one.parent == one.area else one.parent,
            "path": f"{paths[one.parent or 0]}{one.area}/",
            "name_folded": "nham",
            "sort_key": b"n",
            **_days(one),
            **_known(one.is_superseded),
        }
        for withins in world.withins.values()
        for one in withins
        if one.is_superseded
    ]


def _days(one: oracle.Spell) -> dict[str, date | None]:
    return {"valid_from": one.first, "valid_to": one.last}


def _known(is_superseded: bool) -> dict[str, datetime | None]:
    return {"recorded_at": KNOWN, "superseded_at": KNOWN if is_superseded else None}

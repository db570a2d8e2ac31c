"""Pages about areas, open to everybody signed in: what is where is public knowledge."""

from datetime import date, timedelta

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.access import Role
from elearn.areas import queries, reader
from elearn.areas.rules import HAPPENING_NAMES, KIND_NAMES, LEVEL_NAMES, TRAIT_NAMES, Trait
from elearn.areas.rules import caveat_for as caveat
from elearn.web import actor, db, login_required

bp = Blueprint("areas", __name__, url_prefix="/areas")

_MOST = 400  # More areas than any province has are not read on one page.


@bp.get("")
@login_required
def areas() -> ResponseReturnValue:
    text, today = request.args.get("q", ""), clock.today()
    trait = next((one for one in Trait if one == request.args.get("trait")), None)
    return render_template(
        "areas/areas.html",
        text=text,
        found=queries.find(db(), text, day=today, limit=50),
        trait=trait,
        having=queries.areas_with(db(), trait, today, limit=_MOST) if trait else (),
        trait_counts=queries.trait_counts(db(), today),
        trait_names=TRAIT_NAMES,
        provinces=queries.provinces_on(db(), today),
        may_follow_changes=actor().has(Role.CENTRAL, Role.INSPECTOR),
    )


@bp.get("/<int:area_id>")
@login_required
def area(area_id: int) -> ResponseReturnValue:
    record = queries.record_of(db(), area_id, day=clock.today())
    return render_template(
        "areas/area.html",
        record=record,
        kinds=KIND_NAMES,
        levels=LEVEL_NAMES,
        happenings=HAPPENING_NAMES,
        trait_names=TRAIT_NAMES,
        caveat=caveat(record.first.valid_from),
    )


@bp.get("/map")
@login_required
def country() -> ResponseReturnValue:
    return _map(clock.today())


@bp.get("/map/63")
@login_required
def country_before() -> ResponseReturnValue:
    return _map(reader.REFORM - timedelta(days=1))


def _map(day: date) -> ResponseReturnValue:
    provinces = queries.provinces_on(db(), day)
    return render_template(
        "areas/map.html",
        day=day,
        provinces=provinces,
        by_code={one.code: one for one in provinces},
        outlines=reader.outlines_on(day),
        is_before=day < reader.REFORM,
    )

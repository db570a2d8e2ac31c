"""Pages about areas, open to everybody signed in: what is where is public knowledge."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.areas import queries
from elearn.areas.rules import KIND_NAMES, caveat_for
from elearn.web import db, login_required

bp = Blueprint("areas", __name__, url_prefix="/areas")


@bp.get("")
@login_required
def areas() -> ResponseReturnValue:
    text = request.args.get("q", "")
    found = queries.find(db(), text, day=clock.today(), limit=50)
    return render_template("areas/areas.html", text=text, found=found)


@bp.get("/<int:area_id>")
@login_required
def area(area_id: int) -> ResponseReturnValue:
    record = queries.record_of(db(), area_id, day=clock.today())
    return render_template(
        "areas/area.html",
        record=record,
        kinds=KIND_NAMES,
        caveat=caveat_for(record.first.valid_from),
    )

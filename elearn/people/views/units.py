"""Organisation units: the list within one's scope, and one of them."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.people import queries
from elearn.people.models import EXCLUSION_REASON_NAMES, UNIT_KIND_NAMES, UnitKind
from elearn.people.rules import END_REASON_NAMES
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required

_OVER = "over"


@bp.get("/units")
@role_required(*queries.SEEING)
def units() -> ResponseReturnValue:
    asked, today = _asked(), clock.today()
    return render_template(
        "people/units.html",
        asked=asked,
        page=queries.units_page(db(), actor(), asked, day=today),
        places=queries.places_below(db(), actor(), today),
        kinds=UNIT_KIND_NAMES,
        may_decide=queries.decides_anywhere(actor()),
        address_args=_address(asked),
    )


def _asked() -> queries.UnitsAsked:
    given = request.args
    return queries.UnitsAsked(
        given.get("q", ""),
        given.get("kind", type=UnitKind),
        given.get("area", type=int),
        given.get("state") == _OVER,
        given.get("after", type=int),
    )


def _address(asked: queries.UnitsAsked) -> dict[str, Any]:
    """Return what of the address goes on to the next page."""
    state = _OVER if asked.is_over else None
    return {"q": asked.text or None, "kind": asked.kind, "area": asked.area_id, "state": state}


@bp.get("/units/<int:unit_id>")
@role_required(*queries.SEEING)
def unit(unit_id: int) -> ResponseReturnValue:
    found = queries.unit_seen_by(db(), actor(), unit_id)
    return render_template(
        "people/unit.html",
        one=queries.unit_record(db(), actor(), found, day=clock.today()),
        kinds=UNIT_KIND_NAMES,
        reasons=END_REASON_NAMES,
        exclusion_reasons=EXCLUSION_REASON_NAMES,
    )

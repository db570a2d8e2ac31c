"""One person's record."""

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.people import queries
from elearn.people.models import GENDER_NAMES
from elearn.people.rules import ATTAINMENT_NAMES, END_REASON_NAMES, FIELD_NAMES
from elearn.people.views.door import bp
from elearn.web import actor, db, login_required, look_at


@bp.get("/<int:person_id>")
@login_required
def person(person_id: int) -> ResponseReturnValue:
    found = queries.person_seen_by(db(), actor(), person_id)
    look_at(person_id)
    return render_template(
        "people/person.html",
        person=queries.canonical(db(), found),
        record=queries.record_of(db(), actor(), found, day=clock.today()),
        is_self=found.id == actor().person_id,
        lists=actor().has(*queries.SEEING),
        genders=GENDER_NAMES,
        reasons=END_REASON_NAMES,
        fields=FIELD_NAMES,
        attainments=ATTAINMENT_NAMES,
    )

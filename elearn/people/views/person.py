"""One person's record."""

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import audit, clock
from elearn.people import queries
from elearn.people.models import GENDER_NAMES
from elearn.people.rules import END_REASON_NAMES
from elearn.people.views.door import bp
from elearn.web import actor, db, here, login_required


@bp.get("/<int:person_id>")
@login_required
def person(person_id: int) -> ResponseReturnValue:
    found = queries.person_seen_by(db(), actor(), person_id)
    _write_down_the_look(person_id)
    entries = queries.entries_of(db(), found)
    today = clock.today()
    terms = queries.terms_of(db(), [entry.id for entry in entries], day=today)
    return render_template(
        "people/person.html",
        person=found,
        terms=[term for entry in entries for term in terms.get(entry.id, ())],
        today=today,
        lists=actor().has(*queries.SEEING),
        genders=GENDER_NAMES,
        reasons=END_REASON_NAMES,
    )


def _write_down_the_look(person_id: int) -> None:
    """Note who looks at another person's record, in a short transaction between the page's own."""
    if person_id != actor().person_id:
        db().rollback()
        with here().database.writing() as short:
            audit.record(short, actor(), "look", "person", person_id, now=clock.now())

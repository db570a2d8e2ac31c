"""Lists of papers from elsewhere: one's own, a person's, and what waits in one's scope."""

from collections.abc import Sequence

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import people
from elearn.learning.models import ExternalRecord
from elearn.learning.queries import external
from elearn.learning.rules.external import RECORD_STATE_NAMES, RecordState
from elearn.learning.views.door import bp
from elearn.web import actor, db, login_required, look_at, person_id, role_required
from elearn.web.navigation import waiting_at


@bp.get("/records")
@login_required
def records() -> ResponseReturnValue:
    key = request.args.get("person", person_id(), type=int)
    person = people.person_seen_by(db(), actor(), key)
    look_at(person.id, "look_at_paper")
    return render_template(
        "learning/records/list.html",
        person=person,
        is_own=person.id == person_id(),
        may_enter=person.id == person_id() or actor().has(*people.DECIDING),
        records=external.records_of(db(), person.id),
        states=RECORD_STATE_NAMES,
    )


@bp.get("/records/waiting")
@role_required(*people.SEEING)
def records_waiting() -> ResponseReturnValue:
    state = request.args.get("state", RecordState.WAITING, type=RecordState)
    after = request.args.get("after", type=int)
    return render_template(
        "learning/records/waiting.html",
        page=external.records_page(db(), actor(), state, after=after),
        state=state,
        after=after,
        states=RECORD_STATE_NAMES,
        decides=people.decides_anywhere(actor()),
    )


@waiting_at("learning.records_waiting")
def _waiting() -> int:
    return external.waiting_for(db(), actor())


@bp.app_template_global()
def may_enter_records() -> bool:
    """Return whether the person of this request may enter papers of those she sees."""
    return actor().has(*people.DECIDING)


@bp.app_context_processor
def _names() -> dict[str, object]:
    return {"record_state_names": RECORD_STATE_NAMES}


@bp.app_template_global()
def external_records_of(person_id: int) -> Sequence[ExternalRecord]:
    """Return the papers from elsewhere of a person whose page is shown."""
    return external.records_of(db(), person_id)

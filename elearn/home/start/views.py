"""The first page after signing in."""

from collections.abc import Mapping

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from elearn import catalogue, classes, clock, learning
from elearn.web import db, login_required, person_id

bp = Blueprint("home", __name__)


@bp.get("/")
@login_required
def start() -> ResponseReturnValue:
    share = learning.watch_rule_on(db(), clock.today()).seen_share_percent
    held = _open_classes()
    programmes = [
        _progress(one.programme_version, held, share)
        for one in learning.enrolments_of(db(), person_id())
    ]
    step = next((one.next_step for one in programmes if one.next_step), None)
    return render_template("home/start.html", programmes=programmes, step=step, open_classes=held)


def _progress(
    version: catalogue.ProgrammeVersion, held: Mapping[str, classes.TrainingClass], share: int
) -> learning.ProgrammeProgress:
    """Return how far she is, choosing from the electives of her class if she is in one."""
    found = learning.progress_of(db(), person_id(), version, share_percent=share)
    own = held.get(version.code)
    return found.offering(own.offered) if own else found


def _open_classes() -> Mapping[str, classes.TrainingClass]:
    """Return her open classes by the code of the programme, of several the one that ends first."""
    hers = [place.training_class for place in classes.classes_of(db(), person_id())]
    still = [one for one in hers if one.state is classes.ClassState.OPEN]
    return {one.programme_version.code: one for one in reversed(still)}

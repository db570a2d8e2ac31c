"""The first page after signing in."""

from collections.abc import Mapping

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from elearn import classes, clock, learning
from elearn.web import db, login_required, person_id

bp = Blueprint("home", __name__)


@bp.get("/")
@login_required
def start() -> ResponseReturnValue:
    share = learning.watch_rule_on(db(), clock.today()).seen_share_percent
    programmes = [
        learning.progress_of(db(), person_id(), one.programme_version, share_percent=share)
        for one in learning.enrolments_of(db(), person_id())
    ]
    step = next((one.next_step for one in programmes if one.next_step), None)
    return render_template(
        "home/start.html", programmes=programmes, step=step, open_classes=_open_classes()
    )


def _open_classes() -> Mapping[str, classes.TrainingClass]:
    """Return her open classes by the code of the programme, of several the one that ends first."""
    hers = [place.training_class for place in classes.classes_of(db(), person_id())]
    still = [one for one in hers if one.state is classes.ClassState.OPEN]
    return {one.programme_version.code: one for one in reversed(still)}

"""The first page after signing in."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from elearn import clock, learning
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
    return render_template("home/start.html", programmes=programmes, step=step)

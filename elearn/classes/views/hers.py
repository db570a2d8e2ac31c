"""A learner's own classes: the one thing to do next, and why one is not complete."""

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import clock, learning
from elearn.classes import queries
from elearn.classes.rules import ClassState
from elearn.classes.views.door import bp
from elearn.web import db, login_required, person_id


@bp.get("/mine")
@login_required
def mine() -> ResponseReturnValue:
    now = clock.now()
    return render_template(
        "classes/mine.html",
        places=queries.places_of(db(), person_id(), now=now),
        today=clock.day_of(now),
    )


@bp.get("/<int:class_id>/missing")
@login_required
def missing(class_id: int) -> ResponseReturnValue:
    now = clock.now()
    today = clock.day_of(now)
    place = queries.participation_of(db(), person_id(), class_id)
    one = place.training_class
    reviews = queries.reviews_in(db(), one, [place.person_id], now=now)
    return render_template(
        "classes/missing.html",
        one=one,
        place=place,
        titles=queries.titles_in(db(), one),
        found=reviews[place.person_id] if one.state is ClassState.OPEN else None,
        share_percent=learning.watch_rule_on(db(), today).seen_share_percent,
        coming=learning.watch_rule_after(db(), today),
        today=today,
    )

"""The persons behind a cell, for those who answer for them."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import learning
from elearn.coverage import queries
from elearn.coverage.queries import Which
from elearn.coverage.views.asking import question
from elearn.coverage.views.door import bp
from elearn.web import db, role_required


@bp.get("/people")
@role_required(*queries.SEEING)
def people() -> ResponseReturnValue:
    asked = question()
    which = Which.TRAINED if request.args.get("which") == Which.TRAINED else Which.UNTRAINED
    after = request.args.get("after", type=int)
    return render_template(
        "coverage/people.html",
        asked=asked,
        cell=queries.cell_of(db(), asked.asked, asked.indicator),
        place=queries.place_of(db(), asked.area),
        which=which,
        after=after,
        page=queries.persons_of(db(), asked.asked, asked.indicator, which, after=after),
        forms=learning.FORM_NAMES,
    )

"""The persons behind a cell, for those who answer for them."""

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import learning
from elearn.coverage import queries
from elearn.coverage.queries import Names, Which
from elearn.coverage.queries.persons import PAGE
from elearn.coverage.rules import basis_of, number_told
from elearn.coverage.views.asking import Question, question
from elearn.coverage.views.door import bp
from elearn.coverage.views.shown import standings_named
from elearn.web import actor, db, role_required


@bp.get("/people")
@role_required(*queries.SEEING)
def people() -> ResponseReturnValue:
    asked = question()
    on, names = asked.on_its_map(), _names(asked)
    cell = queries.cell_of(db(), on, asked.geography, asked.indicator)
    return render_template(
        "coverage/people.html",
        asked=asked,
        cell=cell,
        place=queries.place_of(db(), asked.area),
        basis=basis_of(asked.day, asked.geography, number_told(asked.indicator.number)),
        names=names,
        standings=standings_named(asked.indicator),
        page=queries.persons_of(db(), on, asked.indicator, names) if cell.has_names else None,
        forms=learning.FORM_NAMES,
        size=PAGE,
    )


def _names(asked: Question) -> Names:
    which = request.args.get("which", "")
    known = Which(which) if which in {one.value for one in Which} else Which.UNTRAINED
    names = queries.names_asked(db(), actor(), known, asked.indicator, asked.geography)
    return replace(names, after=request.args.get("after", type=int))

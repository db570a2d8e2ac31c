"""Why a figure is another than it was: the steps between two moments of knowing, and the names."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn import people as roster
from elearn.coverage import queries
from elearn.coverage.queries.comparing import MOST_UNITS, Compared, Comparing
from elearn.coverage.queries.why import Explained, first_known, kept_of, moved_of, why_of
from elearn.coverage.rules.waterfall import WIDTH, waterfall
from elearn.coverage.rules.why import CAUSE_NAMES, CAUSES_IN_SHORT, Cause
from elearn.coverage.views.asking import Question, question
from elearn.coverage.views.door import bp
from elearn.coverage.views.moments import Moments, MomentsForm
from elearn.coverage.views.shown import standings_named
from elearn.web import actor, db, role_required


@bp.get("/why")
@role_required(*queries.SEEING)
def why() -> ResponseReturnValue:
    asked, form = question(), MomentsForm(request.args)
    moments = form.moments(clock.now(), first_known(db()))
    page = render_template(
        "coverage/why.html",
        asked=asked,
        moments=moments,
        moments_form=form,
        place=queries.place_of(db(), asked.area),
        standings=standings_named(asked.indicator),
        **(_compared(asked, form, moments) if moments else {}),
    )
    return page, 200 if moments else 422


def _compared(asked: Question, form: MomentsForm, moments: Moments) -> dict[str, Any]:
    """Return what is shown of two moments; of an area too wide, or of classes, nothing."""
    form.show(moments)
    scheme, area = asked.scheme, asked.area
    compared = Compared(
        *(scheme.key, asked.indicator.key, area.area_id, asked.day),
        *(asked.geography, moments.earlier, moments.later),
    )
    comparing = Comparing(db(), compared)
    if not comparing.is_of_persons or comparing.is_wide:
        return {"explained": None, "most": MOST_UNITS}
    explained = why_of(db(), comparing)
    return {
        "explained": explained,
        "falls": waterfall(explained.why),
        "width": WIDTH,
        "causes": CAUSE_NAMES,
        "in_short": CAUSES_IN_SHORT,
        "kept": None if moments.later else kept_of(db(), scheme, area, compared),
        **_names(asked, comparing, explained),
    }


def _names(asked: Question, comparing: Comparing, explained: Explained) -> dict[str, Any]:
    """Return the persons of the step that is asked for, the first that moved anybody by itself."""
    moved = {step.cause: step for step in explained.why.steps if step.shifts}
    chosen = request.args.get("cause", "")
    cause = Cause(chosen) if chosen in {*moved} else next(iter(moved), None)
    seen, page = roster.visible_to(db(), actor()), request.args.get("page", 1, type=int)
    told = {name: request.args[name] for name in request.args if name in MomentsForm().data}
    return {
        "moved": moved,
        "cause": cause,
        "page": moved_of(db(), comparing, moved[cause], seen, page) if cause else None,
        "address": lambda **changes: asked.address("coverage.why", **told | changes),
        "page_address": lambda number: asked.address(
            "coverage.why", **told, cause=cause, page=number
        ),
    }

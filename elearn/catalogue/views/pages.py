"""The programmes and their outlines, for everybody who is signed in.

What is taught is no secret: whoever has an account may read every programme and open every
lecture, enrolled or not. People prepare for a class before it opens, repeat what they once learned,
and help each other; and what they watch is credited in whatever programme contains it.
"""

from collections.abc import Iterable

from flask import render_template
from flask.typing import ResponseReturnValue

from elearn import clock, media
from elearn.access import Role
from elearn.catalogue import queries, rules
from elearn.catalogue.models import Lecture
from elearn.catalogue.views.door import bp
from elearn.media import Playable
from elearn.web import actor, db, login_required, role_required


@bp.get("/programmes")
@login_required
def programmes() -> ResponseReturnValue:
    offers = queries.programmes(db(), clock.today())
    return render_template("catalogue/programmes.html", offers=offers)


@bp.get("/programmes/<code>")
@login_required
def programme(code: str) -> ResponseReturnValue:
    version = queries.programme_by_code(db(), code)
    outline = queries.outline_of(db(), version)
    return render_template(
        "catalogue/programme.html",
        programme=version,
        opening=version.opening_on(clock.today()),
        outline=outline,
        films=_films(outline.lectures),
        groups=queries.groups_of(db(), version),
    )


@bp.get("/programmes/<code>/objectives")
@login_required
def objectives(code: str) -> ResponseReturnValue:
    version = queries.programme_by_code(db(), code)
    outline = queries.outline_of(db(), version)
    return render_template(
        "catalogue/objectives.html",
        programme=version,
        lectures=outline.lectures,
        objectives=queries.objectives_of(db(), outline),
    )


@bp.get("/lectures")
@role_required(Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL)
def lectures() -> ResponseReturnValue:
    every = queries.lectures(db())
    waiting = [lecture for lecture in every if lecture.medium_id is None]
    return render_template(
        "catalogue/lectures.html",
        lectures=every,
        waiting=waiting,
        films=_films(every),
        may_set_medium=rules.may_set_medium(actor()),
    )


def _films(lectures: Iterable[Lecture | rules.LectureInOutline]) -> dict[int, Playable]:
    """Return the films that can be played, by the key of the medium."""
    return media.playables(db(), [one.medium_id for one in lectures if one.medium_id])

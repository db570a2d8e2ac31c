"""The viewings of one's area, and the form by which another is opened."""

from datetime import timedelta

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import catalogue, clock, media, people
from elearn.errors import Conflict, InvalidInput, NotFound
from elearn.learning.viewings import queries, service
from elearn.learning.viewings.views.door import bp
from elearn.learning.viewings.views.forms import OpeningForm
from elearn.learning.views.terms import terms
from elearn.text import msg
from elearn.web import actor, db, person_id, role_required, told

_LAST = 9_999  # Page: nobody turns so many.


@bp.get("/viewings")
@role_required(*people.SEEING)
def viewings() -> ResponseReturnValue:
    form = OpeningForm(formdata=None, lecture=request.args.get("lecture", ""))
    return _page(form)


@bp.post("/viewings")
@role_required(*queries.LEADING)
def open_viewing() -> ResponseReturnValue:
    form = OpeningForm()
    if not form.validate():
        return _page(form), 422
    try:
        viewing = service.open_viewing(db(), actor(), _wanted(form), terms=terms(), now=clock.now())
    except InvalidInput as refused:
        for name, flaw in refused.fields.items():
            form[name].errors = [told(flaw)]
        return _page(form), 422
    except Conflict as refused:
        form.form_errors.append(told(refused.message))
        return _page(form), 409
    return redirect(url_for("viewings.viewing", token=viewing.token), 303)


def _wanted(form: OpeningForm) -> service.Opening:
    """Return what was asked for.

    :raise InvalidInput: if there is no such lecture, or nothing to show of it.
    """
    try:
        lecture = catalogue.lecture_by_code(db(), form.lecture.data or "")
        film = media.playable_of(db(), lecture.medium_id)
    except NotFound as unknown:
        raise InvalidInput(lecture=unknown.message) from None
    if lecture.withdrawn_on is not None:
        raise InvalidInput(lecture=msg("Bài giảng này không còn dùng nữa."))
    return service.Opening(lecture, film, form.area.data or 0, form.place.data or "")


def _page(form: OpeningForm) -> str:
    today = clock.today()
    rule = queries.viewing_rule_on(db(), today)
    number = min(max(1, request.args.get("page", 1, type=int)), _LAST)
    places = queries.areas_led_in(db(), actor(), today)
    left = max(0, rule.most_a_day - len(queries.led_on(db(), person_id(), today)))
    return render_template(
        "learning/viewings/viewings.html",
        page=queries.viewing_page(db(), actor(), number),
        form=form,
        now=clock.now(),
        current=queries.going_on(db(), person_id()),
        areas=places,
        lectures=_shown() if places and left else (),
        rule=rule,
        left=left,
        tomorrow=today + timedelta(days=1),
    )


def _shown() -> list[catalogue.Lecture]:
    """Return the lectures that have a film to show."""
    lectures = catalogue.lectures(db())
    films = media.playables(db(), [one.medium_id for one in lectures if one.medium_id])
    return [one for one in lectures if one.medium_id in films]

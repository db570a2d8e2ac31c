"""What an address asks for, read and checked once for every page of coverage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from flask import abort, make_response, render_template, request, url_for

from elearn import areas, clock
from elearn.coverage import queries
from elearn.coverage.rules import Indicator, Scheme, counted
from elearn.coverage.views.forms import AskForm
from elearn.errors import InvalidInput, NotFound
from elearn.web import actor, db, told


@dataclass(frozen=True, slots=True)
class Question:
    """A scheme, one of its figures, a day, an area one may see, and the form they came in."""

    form: AskForm
    scheme: Scheme
    indicator: Indicator
    day: date
    area: areas.AreaVersion
    sight: queries.Sight

    @property
    def asked(self) -> queries.Asked:
        return queries.Asked(self.scheme, self.area.area_id, self.area.path, self.day)

    def write_the_place(self, above: Sequence[areas.AreaVersion]) -> None:
        """Write the area into the form by its name, if one was asked for, with what it lies in."""
        if self.form.area.data and above:
            names = [self.area.full_name, *(one.full_name for one in above[:0:-1])]
            self.form.area.data = ", ".join(names)

    def address(self, endpoint: str = "coverage.coverage", **changes: object) -> str:
        """Return the address of the same question, with something else in it."""
        own: Mapping[str, object] = {
            "scheme": self.scheme.key,
            "figure": self.indicator.key,
            "as_of": self.day.isoformat(),
            "area": self.area.code,
        }
        return url_for(endpoint, **{**own, **changes})  # type: ignore[arg-type]  # Any value goes.


def question() -> Question:
    """Return what this request asks.

    A day or an area that cannot be asked about shows the form again, with the reason beside it.

    :raise NotFound: if the scheme is none, or if the person answers for no area in it that day.
    """
    schemes = queries.schemes_known(db())
    scheme = queries.scheme_by_key(schemes, request.args.get("scheme", ""))
    form = AskForm(request.args)
    form.offer(counted(schemes), scheme)
    day = _day(form, scheme)
    sight = queries.sight_of(db(), actor(), day)
    indicator = _indicator(scheme, form)
    form.show(scheme, indicator.key, day)
    return Question(form, scheme, indicator, day, _area(form, scheme, sight), sight)


def _indicator(scheme: Scheme, form: AskForm) -> Indicator:
    """Return the figure chosen; one of another scheme gives way to the one this opens with."""
    is_foreign = form.figure.data not in [one.key for one in scheme.indicators]
    return queries.indicator_by_key(scheme, "" if is_foreign else form.figure.data)


def _day(form: AskForm, scheme: Scheme) -> date:
    today = clock.today()
    if not form.validate() or _is_refused(form, scheme, today):
        form.scheme.data, form.figure.data = scheme.key, _indicator(scheme, form).key
        _ask_again(form, 422)
    return form.day(today)


def _area(form: AskForm, scheme: Scheme, sight: queries.Sight) -> areas.AreaVersion:
    named = (form.area.data or "").strip()
    try:
        return queries.area_asked(db(), sight, scheme, named)
    except NotFound as refused:
        if not named:
            raise
        form.area.errors = [told(refused.message)]
        _ask_again(form, 404)


def _ask_again(form: AskForm, status: int) -> NoReturn:
    abort(make_response(render_template("coverage/asking.html", form=form), status))


def _is_refused(form: AskForm, scheme: Scheme, today: date) -> bool:
    """Return whether the scheme knows nothing of the day, and say so beside the field."""
    try:
        queries.check_day(scheme, form.day(today), today)
    except InvalidInput as refused:
        form.as_of.errors = [told(words) for words in refused.fields.values()]
        return True
    return False

"""What an address asks for, read and checked once for every page of coverage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from flask import abort, make_response, render_template, request, url_for

from elearn import areas, clock
from elearn.coverage import queries
from elearn.coverage.rules import Borders, Geography, Indicator, Scheme
from elearn.coverage.views.forms import AskForm
from elearn.errors import InvalidInput, NotFound
from elearn.web import actor, db, told


@dataclass(frozen=True, slots=True)
class Question:
    """A scheme, one of its figures, a day, borders, an area one may see, and their form."""

    form: AskForm
    scheme: Scheme
    indicator: Indicator
    day: date
    geography: Geography
    area: areas.AreaVersion
    sight: queries.Sight

    def on_its_map(self) -> queries.Asked:
        """Return what is asked with the map that is meant; one query."""
        return queries.asked_of(db(), self.scheme, self.area, self.day, self.geography)

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
            **self._borders,
            "area": self.area.code,
        }
        return url_for(endpoint, **{**own, **changes})  # type: ignore[arg-type]  # Any value goes.

    @property
    def _borders(self) -> Mapping[str, str]:
        if not self.geography.is_restated:
            return {}
        chosen = {"borders": self.geography.borders.value}
        if self.geography.borders is Borders.TODAY:
            return chosen
        return {**chosen, "borders_on": self.geography.day.isoformat()}


def question() -> Question:
    """Return what this request asks.

    A day or an area that cannot be asked about shows the form again, with the reason beside it.

    :raise NotFound: if the scheme is none, or if the person answers for no area in it that day.
    """
    schemes, today = queries.schemes_known(db()), clock.today()
    scheme = queries.scheme_by_key(schemes, request.args.get("scheme", ""))
    form = AskForm(request.args)
    form.offer(schemes, scheme)
    _check(form, scheme, today)
    day, geography = form.day(today), form.geography(today)
    sight = queries.sight_of(db(), actor(), geography.day)
    indicator = _indicator(scheme, form)
    form.show(scheme, indicator.key, day, geography)
    area = _area(form, scheme, sight)
    return Question(form, scheme, indicator, day, geography, area, sight)


def _indicator(scheme: Scheme, form: AskForm) -> Indicator:
    """Return the figure chosen; one of another scheme gives way to the one this opens with."""
    is_foreign = form.figure.data not in [one.key for one in scheme.indicators]
    return queries.indicator_by_key(scheme, "" if is_foreign else form.figure.data)


def _check(form: AskForm, scheme: Scheme, today: date) -> None:
    """Show the form again if a day in it cannot be asked about."""
    if form.validate() and not form.lacks_the_day_of_borders():
        try:
            queries.check_day(scheme, form.day(today), today)
            queries.check_borders(form.geography(today), today)
        except InvalidInput as refused:
            for name, words in refused.fields.items():
                form[name].errors = [told(words)]
        else:
            return
    form.scheme.data, form.figure.data = scheme.key, _indicator(scheme, form).key
    _ask_again(form, 422)


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
    """Show the form again; it leads back to the page that was asked, with all that it was told."""
    besides = {name: words for name, words in request.args.items() if name not in form}
    address = url_for(request.endpoint or "coverage.coverage")
    page = render_template("coverage/asking.html", form=form, address=address, besides=besides)
    abort(make_response(page, status))

"""The targets of all schemes and what has become of them, as a page and as a table for Excel."""

from dataclasses import dataclass
from datetime import date

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _
from wtforms import Form, StringField
from wtforms.validators import Optional
from wtforms.widgets import TextInput

from elearn import areas, clock
from elearn.coverage import queries
from elearn.coverage.queries.targets import area_of_targets, check_target_day, targets_of
from elearn.coverage.rules import COMPARATOR_NAMES, Scheme
from elearn.coverage.rules.attainment import OUTCOME_NAMES, TargetReport, targets_as_csv
from elearn.coverage.rules.figures import decimal_text
from elearn.coverage.views.door import bp
from elearn.errors import InvalidInput, NotFound
from elearn.text import msg
from elearn.web import DayField, actor, at_most, db, role_required, send_csv, told


class TargetsForm(Form):
    """Of which day and which area the targets are asked; both may be left out."""

    as_of = DayField(_("Số liệu đến ngày"), [Optional()], widget=TextInput())
    area = StringField(_("Địa bàn"), [at_most(120)])


@dataclass(frozen=True, slots=True)
class _Answer:
    """The form as it was asked, and the targets, or, where that cannot be asked, none."""

    form: TargetsForm
    report: TargetReport | None
    status: int


@bp.get("/targets")
@role_required(*queries.SEEING)
def targets() -> ResponseReturnValue:
    answer = _answer()
    page = render_template(
        "coverage/targets.html",
        form=answer.form,
        report=answer.report,
        comparators=COMPARATOR_NAMES,
        decimal=decimal_text,
        outcomes=OUTCOME_NAMES,
    )
    return page, answer.status


@bp.get("/targets.csv")
@role_required(*queries.SEEING)
def targets_table() -> ResponseReturnValue:
    report = _answer().report
    if report is None:
        raise NotFound(msg("Không có số liệu cho ngày và địa bàn này."))
    name = f"chi-tieu-{report.area.code}-{report.as_of:%Y-%m-%d}.csv"
    return send_csv(targets_as_csv(report), name)


def _answer() -> _Answer:
    """Return what this request asks, or the form with what is wrong in it.

    :raise NotFound: if the person answers for no area that day.
    """
    form, schemes = TargetsForm(request.args), queries.schemes_known(db())
    day = _day(form, schemes)
    if day is None:
        return _Answer(form, None, 422)
    form.as_of.raw_data = [f"{day:%d/%m/%Y}"]
    area = _area(form, day)
    if area is None:
        return _Answer(form, None, 404)
    return _Answer(form, targets_of(db(), schemes, area, day), 200)


def _day(form: TargetsForm, schemes: tuple[Scheme, ...]) -> date | None:
    """Return the day asked for, today where none is; nothing if it cannot be asked about."""
    if not form.validate():
        return None
    today = clock.today()
    day: date = form.as_of.data or today
    try:
        check_target_day(schemes, day, today)
    except InvalidInput as refused:
        form.as_of.errors = [told(words) for words in refused.fields.values()]
        return None
    return day


def _area(form: TargetsForm, day: date) -> areas.AreaVersion | None:
    named = (form.area.data or "").strip()
    try:
        return area_of_targets(db(), queries.sight_of(db(), actor(), day), named)
    except NotFound as refused:
        if not named:
            raise
        form.area.errors = [told(refused.message)]
        return None

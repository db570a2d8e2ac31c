"""The figures of an area, as a page and as a table for Excel."""

from flask import make_response, render_template, request
from flask.typing import ResponseReturnValue

from elearn import areas
from elearn.access import Role
from elearn.coverage import queries
from elearn.coverage.rules import LEGEND, as_csv, chart_of, map_class, matrix_of
from elearn.coverage.views.asking import question
from elearn.coverage.views.door import bp
from elearn.web import actor, db, role_required

PAGE = 20


@bp.get("")
@role_required(*queries.SEEING)
def coverage() -> ResponseReturnValue:
    asked = question()
    report = queries.report_of(db(), asked.scheme, asked.area, asked.day)
    above = areas.ancestors(db(), asked.area, asked.day)
    asked.write_the_place(above)
    points = queries.trend_of(db(), asked.scheme, asked.indicator, asked.area, asked.day)
    return render_template(
        "coverage/coverage.html",
        asked=asked,
        form=asked.form,
        report=report,
        cell=report.own.cell(asked.indicator),
        matrix=matrix_of(report.own),
        above=[one for one in above if asked.sight.covers(one)],
        rows=report.lowest_first(asked.indicator),
        page=max(1, request.args.get("page", 1, type=int)),
        size=PAGE,
        chart=chart_of(points, asked.indicator),
        shapes=areas.outlines_on(asked.day),
        has_map={one.code for one in areas.outlines_on(asked.day)}
        == {row.code for row in report.children},
        map_class=map_class,
        map_legend=LEGEND,
        caveat=areas.caveat_for(asked.day),
        first_day=asked.scheme.window_of(asked.indicator, asked.day)[0],
        page_address=lambda number: asked.address(page=number),
        may_open=actor().has(Role.ADMINISTRATOR, Role.CENTRAL),
    )


@bp.get("/report.csv")
@role_required(*queries.SEEING)
def table() -> ResponseReturnValue:
    asked = question()
    report = queries.report_of(db(), asked.scheme, asked.area, asked.day)
    answer = make_response(as_csv(report))
    name = f"do-phu-{asked.scheme.key}-{asked.area.code}-{asked.day:%Y-%m-%d}.csv"
    answer.headers["Content-Type"] = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

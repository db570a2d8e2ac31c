"""The figures of an area, as a page and as a table for Excel."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from elearn import areas
from elearn.access import Role
from elearn.coverage import queries
from elearn.coverage.rules import as_csv
from elearn.coverage.views.asking import Question, question
from elearn.coverage.views.door import bp
from elearn.coverage.views.shown import shown
from elearn.web import actor, db, role_required, send_csv


@bp.get("")
@role_required(*queries.SEEING)
def coverage() -> ResponseReturnValue:
    asked = question()
    above = areas.ancestors(db(), asked.area, asked.geography.day)
    asked.write_the_place(above)
    return render_template(
        "coverage/coverage.html",
        asked=asked,
        form=asked.form,
        above=[one for one in above if asked.sight.covers(one)],
        page=max(1, request.args.get("page", 1, type=int)),
        page_address=lambda number: asked.address(page=number),
        may_open=actor().has(Role.ADMINISTRATOR, Role.CENTRAL),
        **shown(db(), asked),
    )


@bp.get("/report.csv")
@role_required(*queries.SEEING)
def table() -> ResponseReturnValue:
    asked = question()
    report = queries.table_of(db(), asked.scheme, asked.area, asked.day, asked.geography)
    name = f"do-phu-{asked.scheme.key}-{asked.area.code}-{asked.day:%Y-%m-%d}{_suffix(asked)}.csv"
    return send_csv(as_csv(report), name)


def _suffix(asked: Question) -> str:
    """Return whose borders a file has, where they are not those of its day."""
    return f"-dia-gioi-{asked.geography.day:%Y-%m-%d}" if asked.geography.is_restated else ""

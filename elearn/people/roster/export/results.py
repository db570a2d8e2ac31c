"""The file of a batch given back, with what became of each row beside it."""

from pathlib import Path
from typing import IO

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.people.roster import reading
from elearn.people.roster.export.columns import RESULT
from elearn.people.roster.export.sentences import Outcome, mark_of
from elearn.people.roster.export.values import write_values
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.rules.entry_json import entry_from
from elearn.people.roster.rules.keeping import verdict_from
from elearn.people.roster.rules.layout import layouts_from
from elearn.people.roster.rules.layouts import Layout, RosterField
from elearn.workbooks.marking import Broken, Mark, Marks, Tint, mark_workbook

_AT_ONCE = 1_000


def results_of(db: Session, batch: RosterBatch) -> dict[str, Marks]:
    """Return what is to be written beside the rows of each sheet of a batch; one query."""
    row = RosterRow
    told = select(row.sheet, row.number, row.entry, row.verdict, row.status)
    told = told.add_columns(row.applied_at, row.undone_at).where(row.batch_id == batch.id)
    beside: dict[str, dict[int, Mark]] = {}
    for sheet, number, entry, verdict, *outcome in db.execute(
        told.execution_options(yield_per=_AT_ONCE)
    ):
        mark = mark_of(Outcome(*outcome), entry_from(entry), verdict_from(verdict))
        rows = beside.setdefault(sheet, {})
        rows[number] = _with(rows.get(number), mark)
    layouts = layouts_from(batch.layout.get("layouts", {}))
    return {
        sheet: _marks([one for one in layouts if one.sheet == sheet], rows)
        for sheet, rows in beside.items()
    }


def _with(one: Mark | None, other: Mark) -> Mark:
    """Return the marks of two persons of one row as one, in the colour of the graver."""
    if one is None:
        return other
    tint = max(one.tint, other.tint, key=list(Tint).index)
    return Mark(f"{one.text} | {other.text}", tint)


def _marks(layouts: list[Layout], rows: dict[int, Mark]) -> Marks:
    heads = tuple(one.header_rows[0] for one in layouts if one.header_rows)
    columns = (one.column_of(RosterField.OUR_RESULT) for one in layouts)
    column = next((one for one in columns if one is not None), None)
    return Marks(RESULT, heads or (max(1, min(rows) - 1),), rows, column)


def write_results(path: Path, file_name: str, sheets: dict[str, Marks], target: IO[bytes]) -> None:
    """Write the workbook anew with the results beside its rows.

    An .xlsx stays as it is in all else. What cannot be edited in its parts, as .xls and .csv, comes
    back as an .xlsx with its values.

    :raise Refusal: if the file can no longer be read.
    """
    try:
        mark_workbook(path, sheets, target)
    except Broken:
        target.seek(0)
        target.truncate()
        write_values(reading.read(path, file_name=file_name), sheets, target)

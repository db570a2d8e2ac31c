"""What the columns of a file mean: guessed, shown, and confirmed by a person."""

from datetime import date

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.errors import Conflict
from elearn.people.queries import DECIDING
from elearn.people.roster import service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries import batches
from elearn.people.roster.queries.earlier import same_file
from elearn.people.roster.rules.layout import layouts_from
from elearn.people.roster.rules.layouts import Layout
from elearn.people.roster.views import door
from elearn.people.roster.views.column_form import ColumnsForm
from elearn.people.roster.views.showing.columns import tables_of
from elearn.people.roster.views.showing.fields import ENCODING_NAMES, FIELD_GROUPS
from elearn.people.views.door import bp
from elearn.text import msg
from elearn.web import actor, db, role_required

_OPEN = {BatchState.COLUMNS, BatchState.READY}


@bp.get("/import/<int:batch_id>/columns")
@role_required(*DECIDING)
def import_columns(batch_id: int) -> ResponseReturnValue:
    batch = _batch(batch_id)
    if batch.state not in _OPEN:
        return redirect(url_for("people.import_one", batch_id=batch.id))
    layouts = _layouts(batch)
    form = ColumnsForm(formdata=None)
    form.since.data = batch.since or _day_of(layouts) or clock.today()
    return _page(batch, form, layouts)


@bp.post("/import/<int:batch_id>/columns")
@role_required(*DECIDING)
def import_confirm(batch_id: int) -> ResponseReturnValue:
    batch = _batch(batch_id)
    if batch.state not in _OPEN:
        raise Conflict(msg("Các cột của tệp này vừa được xác nhận ở nơi khác; mở lại để xem."))
    form, layouts = ColumnsForm(), _layouts(batch)
    chosen, left_out = form.chosen(layouts, request.form)
    batch.layout = {**batch.layout, "left_out": left_out}
    if not (form.validate() and form.is_whole(chosen, left_out)):
        return _page(batch, form, chosen), 422
    told = service.Columns(chosen, form.since.data)
    service.confirm_columns(db(), actor(), batch, told, now=clock.now())
    return redirect(url_for("people.import_one", batch_id=batch.id), 303)


def _batch(batch_id: int) -> RosterBatch:
    door.refuse_readers()
    return batches.batch_decided_by(db(), actor(), batch_id)


def _layouts(batch: RosterBatch) -> tuple[Layout, ...]:
    return layouts_from(batch.layout.get("layouts", {}))


def _day_of(layouts: tuple[Layout, ...]) -> date | None:
    return next((one.context.day for one in layouts if one.context.day), None)


def _page(batch: RosterBatch, form: ColumnsForm, layouts: tuple[Layout, ...]) -> str:
    return render_template(
        "people/roster/columns.html",
        batch=batch,
        form=form,
        tables=tables_of(batch.layout, layouts),
        groups=FIELD_GROUPS,
        encodings=ENCODING_NAMES,
        earlier=same_file(db(), batch),
        you=door.you(),
    )

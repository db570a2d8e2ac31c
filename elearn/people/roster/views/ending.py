"""The end of a batch: its clear rows are written, all is taken back, or nothing is written."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.people.queries import DECIDING
from elearn.people.roster import service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries import batches
from elearn.people.roster.queries.written import written_of
from elearn.people.roster.views import door
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required


def _decided(batch_id: int) -> RosterBatch:
    door.refuse_readers()
    return batches.batch_decided_by(db(), actor(), batch_id)


@bp.post("/import/<int:batch_id>/commit")
@role_required(*DECIDING)
def import_commit(batch_id: int) -> ResponseReturnValue:
    batch = _decided(batch_id)
    service.commit_batch(db(), actor(), batch, now=clock.now())
    return redirect(url_for("people.import_one", batch_id=batch.id), 303)


@bp.get("/import/<int:batch_id>/undo")
@role_required(*DECIDING)
def import_undo(batch_id: int) -> ResponseReturnValue:
    batch = _decided(batch_id)
    if batch.state is not BatchState.COMMITTED:
        return redirect(url_for("people.import_one", batch_id=batch.id))
    written = written_of(db(), batch)
    return render_template("people/roster/undo.html", batch=batch, written=written)


@bp.post("/import/<int:batch_id>/undo")
@role_required(*DECIDING)
def import_take_back(batch_id: int) -> ResponseReturnValue:
    batch = _decided(batch_id)
    service.undo_batch(db(), actor(), batch, now=clock.now())
    return redirect(url_for("people.import_one", batch_id=batch.id), 303)


@bp.get("/import/<int:batch_id>/discard")
@role_required(*DECIDING)
def import_discard(batch_id: int) -> ResponseReturnValue:
    batch = _decided(batch_id)
    if batch.state not in (BatchState.COLUMNS, BatchState.READY):
        return redirect(url_for("people.import_one", batch_id=batch.id))
    return render_template("people/roster/discard.html", batch=batch, you=door.you())


@bp.post("/import/<int:batch_id>/discard")
@role_required(*DECIDING)
def import_let_be(batch_id: int) -> ResponseReturnValue:
    batch = _decided(batch_id)
    service.discard_batch(db(), actor(), batch, now=clock.now())
    flash(_("Đã bỏ tệp. Danh sách cán bộ giữ nguyên như trước."))
    return redirect(url_for("people.imports"), 303)

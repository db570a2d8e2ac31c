"""One batch at the step it is at: the work that goes on, or what came of it."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.people.queries import DECIDING, SEEING
from elearn.people.roster import service
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries import batches
from elearn.people.roster.queries.staying import stayed_of
from elearn.people.roster.queries.written import written_of
from elearn.people.roster.service import queueing
from elearn.people.roster.views import door
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required

_MOST_STAYED = 100
_SECONDS = "3"


@bp.get("/import/<int:batch_id>")
@role_required(*SEEING)
def import_one(batch_id: int) -> ResponseReturnValue:
    door.refuse_proposers()
    batch = batches.batch_seen_by(db(), actor(), batch_id)
    if batch.state in queueing.STEPS:
        return _at_work(batch)
    if batch.state is BatchState.READY:
        return redirect(url_for("people.import_preview", batch_id=batch.id))
    if batch.state is BatchState.COLUMNS and batches.may_decide(db(), actor(), batch):
        return redirect(url_for("people.import_columns", batch_id=batch.id))
    return _outcome(batch)


def _at_work(batch: RosterBatch) -> ResponseReturnValue:
    """Show how far the work is; the browser asks again by itself, with or without script."""
    job = queueing.job_of(db(), batch)
    # One that is done, and left its work, ended in the moment in which that was asked of it anew.
    is_failed = job is not None and job.is_over
    page = render_template(
        "people/roster/work.html",
        batch=batch,
        job=job,
        is_failed=is_failed,
        may_decide=batches.may_decide(db(), actor(), batch),
    )
    return page if is_failed else (page, {"Refresh": _SECONDS})


def _outcome(batch: RosterBatch) -> str:
    return render_template(
        "people/roster/outcome.html",
        batch=batch,
        line=batches.lines_of(db(), [batch])[0],
        written=written_of(db(), batch),
        stayed=stayed_of(db(), batch, _MOST_STAYED) if batch.undone_at else (),
        may_decide=batches.may_decide(db(), actor(), batch),
        you=door.you(),
    )


@bp.post("/import/<int:batch_id>/retry")
@role_required(*DECIDING)
def import_retry(batch_id: int) -> ResponseReturnValue:
    door.refuse_readers()
    batch = batches.batch_decided_by(db(), actor(), batch_id)
    service.retry(db(), batch, now=clock.now())
    return redirect(url_for("people.import_one", batch_id=batch.id), 303)

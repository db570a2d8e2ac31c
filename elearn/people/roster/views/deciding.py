"""Answers: about one row, and about what many rows wait for."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import InvalidInput
from elearn.people.queries import DECIDING
from elearn.people.roster.models import RosterBatch, RosterRow
from elearn.people.roster.queries import batches, rows
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES, Answer, RowStatus
from elearn.people.roster.service.answering import (
    answer_all,
    answer_question,
    answer_row,
    reopen_row,
)
from elearn.people.roster.views import door
from elearn.people.views.door import bp
from elearn.text import msg
from elearn.web import actor, db, role_required, told
from elearn.web.i18n import number


@bp.post("/import/<int:batch_id>/rows/<int:row_id>")
@role_required(*DECIDING)
def import_answer(batch_id: int, row_id: int) -> ResponseReturnValue:
    batch = _batch(batch_id)
    row = rows.row_of(db(), batch, row_id)
    said = request.form.get("answer", "")
    if said not in list(Answer):
        raise InvalidInput(answer=msg("Bấm một trong các nút dưới hai cột."))
    flash(_answered(batch, row, Answer(said)))
    return redirect(_onward(batch, row_id), 303)


@bp.post("/import/<int:batch_id>/rows/<int:row_id>/reopen")
@role_required(*DECIDING)
def import_reopen(batch_id: int, row_id: int) -> ResponseReturnValue:
    batch = _batch(batch_id)
    row = rows.row_of(db(), batch, row_id)
    reopen_row(db(), actor(), row, now=clock.now())
    flash(_now(row))
    return redirect(_onward(batch, row_id), 303)


def _now(row: RosterRow) -> str:
    status = ROW_STATUS_NAMES[row.status]
    return told(msg("Dòng %(number)s nay là “%(status)s”.", number=row.number, status=status))


def _answered(batch: RosterBatch, row: RosterRow, said: Answer) -> str:
    """Answer about the row, or about all that ask the same, and tell what was decided."""
    now, alike = clock.now(), request.form.get("alike", "")
    if alike:
        count = answer_all(db(), actor(), batch, alike, said, now=now)
        return str(_("Đã ghi quyết định cho %(count)s dòng.", count=number(count)))
    person_id = request.form.get("person", type=int)
    answer_row(db(), actor(), row, said, person_id, now=now)
    return _now(row)


@bp.post("/import/<int:batch_id>/questions/<int:question_id>")
@role_required(*DECIDING)
def import_choose(batch_id: int, question_id: int) -> ResponseReturnValue:
    batch = _batch(batch_id)
    question = rows.question_of(db(), batch, question_id)
    said = request.form.get("choice", "")
    if said not in question.choices:
        raise InvalidInput(choice=msg("Chọn một dòng trong các dòng đã nêu."))
    count = answer_question(db(), actor(), question, said, now=clock.now())
    flash(_("Đã dùng cho %(count)s dòng.", count=number(count)))
    return redirect(url_for("people.import_preview", batch_id=batch.id), 303)


def _batch(batch_id: int) -> RosterBatch:
    door.refuse_readers()
    return batches.batch_decided_by(db(), actor(), batch_id)


def _onward(batch: RosterBatch, row_id: int) -> str:
    """Return where the row stands, if an answer brought up another doubt, or else the next."""
    tab = RowStatus.DOUBTFUL.value
    return url_for("people.import_preview", batch_id=batch.id, tab=tab, doubt=row_id)

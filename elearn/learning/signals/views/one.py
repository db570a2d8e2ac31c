"""One signal with its numbers and the evidence opened, and what a person makes of it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, people
from elearn.errors import Conflict, InvalidInput
from elearn.learning.signals import queries, service
from elearn.learning.signals.models import Signal
from elearn.learning.signals.rules import (
    KIND_NAMES,
    STATE_NAMES,
    USUAL,
    VERDICT_NAMES,
    SignalState,
)
from elearn.learning.signals.rules.telling import measure_of, told_of
from elearn.learning.signals.views.door import bp
from elearn.learning.signals.views.forms import JudgeForm
from elearn.web import actor, db, look_at, role_required, told


@bp.get("/signals/<int:signal_id>")
@role_required(*people.SEEING)
def signal(signal_id: int) -> ResponseReturnValue:
    found = queries.signal_seen_by(db(), actor(), signal_id)
    look_at(found.id, "look", "signal")
    return _page(queries.signal_seen_by(db(), actor(), signal_id), JudgeForm(formdata=None))


@bp.post("/signals/<int:signal_id>/judge")
@role_required(*queries.JUDGING)
def judge(signal_id: int) -> ResponseReturnValue:
    found, form = queries.signal_seen_by(db(), actor(), signal_id), JudgeForm()
    if not form.validate():
        return _page(found, form), 422
    try:
        service.judge(db(), actor(), found.id, form.judged, now=clock.now())
    except InvalidInput as refused:
        form.note.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(found, form), 422
    except Conflict as late:
        form.form_errors.append(told(late.message))
        return _page(found, form), 409
    flash(_("Đã ghi nhận xét. Không có gì khác thay đổi."))
    return redirect(url_for("signals.signals"), 303)


def _page(found: Signal, form: JudgeForm) -> str:
    form.weight.data = str(found.weight)
    about, others = queries.subjects_of(db(), actor(), found, clock.today())
    may_judge = found.state is not SignalState.GONE and queries.may_judge(db(), actor(), found)
    return render_template(
        "learning/signals/signal.html",
        one=found,
        form=form,
        about=about,
        others=others,
        visits=queries.visits_of(db(), actor(), found),
        may_judge=may_judge,
        sentence=told_of(found),
        measure=measure_of(found),
        kind=KIND_NAMES[found.kind],
        usual=USUAL[found.kind],
        states=STATE_NAMES,
        verdicts=VERDICT_NAMES,
    )

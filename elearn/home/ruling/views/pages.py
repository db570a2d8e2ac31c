"""The rules that hold, a draft with what trying it showed, and whom it would touch."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from elearn import clock, jobs, learning, people
from elearn.access import Role
from elearn.errors import NotFound
from elearn.home.ruling import queries
from elearn.home.ruling.reading import before, in_force, overtaken, worded
from elearn.learning import DraftState, Effect
from elearn.text import msg
from elearn.web import actor, db, role_required

bp = Blueprint("rules", __name__, url_prefix="/rules")


@bp.get("")
@role_required(*people.SEEING)
def rules() -> ResponseReturnValue:
    held = in_force(db())
    return render_template(
        "home/ruling/rules.html",
        held=held,
        today=clock.today(),
        drafts=[one for one in held.drafts if one.state is DraftState.DRAFT],
        may_change=actor().has(Role.CENTRAL),
    )


@bp.get("/drafts/<int:draft_id>")
@role_required(*people.SEEING)
def draft(draft_id: int) -> ResponseReturnValue:
    found = learning.rule_draft_by_id(db(), draft_id)
    lines = learning.trial_lines(db(), found)
    lectures = [one.lecture_id for one in lines if one.lecture_id]
    return render_template(
        "home/ruling/draft.html",
        draft=found,
        words=worded(db(), found),
        before=before(db(), found),
        overtaken=overtaken(db(), found) if found.state is DraftState.DRAFT else [],
        lines=lines,
        titles=queries.lecture_titles(db(), lectures),
        job=jobs.job_by_key(db(), found.trial_key),
        may_change=actor().has(Role.CENTRAL) and found.state is DraftState.DRAFT,
    )


@bp.get("/drafts/<int:draft_id>/people/<int:line_id>/<effect>")
@role_required(*people.SEEING)
def persons(draft_id: int, line_id: int, effect: str) -> ResponseReturnValue:
    found = learning.rule_draft_by_id(db(), draft_id)
    line, kind = learning.trial_line(db(), found, line_id), _effect(effect)
    page = max(1, request.args.get("page", 1, type=int))
    shown = learning.trial_people(db(), actor(), line, kind, page)
    keys = [one.id for one in shown.persons]
    return render_template(
        "home/ruling/people.html",
        draft=found,
        line=line,
        effect=kind,
        titles=queries.lecture_titles(db(), [line.lecture_id] if line.lecture_id else []),
        shown=shown,
        terms=people.terms_of(db(), keys, day=clock.today()),
    )


def _effect(word: str) -> Effect:
    try:
        return Effect(word)
    except ValueError:
        raise NotFound(msg("Không có danh sách này.")) from None

"""One proposal: what is said, who may be meant, and what becomes of it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.access import Role
from elearn.errors import Conflict
from elearn.people import queries, service
from elearn.people.rules import END_REASON_NAMES, PROPOSAL_KIND_NAMES, PROPOSAL_STATE_NAMES
from elearn.people.views.acting import Act, act_page
from elearn.people.views.door import bp
from elearn.people.views.proposals.forms import NOBODY_KNOWN, RefuseForm
from elearn.text import Message, msg
from elearn.web import actor, db, role_required


@bp.get("/proposals/<int:proposal_id>")
@role_required(*queries.SEEING)
def proposal(proposal_id: int) -> ResponseReturnValue:
    found = queries.proposal_seen_by(db(), actor(), proposal_id)
    row = queries.row_of(db(), actor(), found, day=clock.today())
    doubles = queries.doubles_of(db(), actor(), found) if row.may_decide else ()
    return render_template(
        "people/proposal.html",
        row=row,
        one=found,
        doubles=doubles if found.is_waiting else (),
        is_hers=found.proposed_by_id == actor().person_id,
        states=PROPOSAL_STATE_NAMES,
        kinds=PROPOSAL_KIND_NAMES,
        reasons=END_REASON_NAMES,
    )


@bp.post("/proposals/<int:proposal_id>/confirm")
@role_required(*queries.DECIDING)
def confirm_proposal(proposal_id: int) -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    queries.proposal_seen_by(db(), actor(), proposal_id)
    known, now = _known(proposal_id), clock.now()
    settled = service.confirm_proposals(db(), actor(), [proposal_id], known=known, now=now)
    if settled.left:
        raise Conflict(settled.left[0][1])
    flash(_("Đã xác nhận. Từ bây giờ được tính."))
    return redirect(url_for("people.proposals"), 303)


def _known(proposal_id: int) -> dict[int, int | None]:
    """Return who is said to be meant; nothing as long as nobody has said."""
    said = request.form.get("who", "")
    if said == NOBODY_KNOWN:
        return {proposal_id: None}
    return {proposal_id: int(said)} if said.isdecimal() and len(said) < 10 else {}


@bp.route("/proposals/<int:proposal_id>/refuse", methods=["GET", "POST"])
@role_required(*queries.DECIDING)
def refuse_proposal(proposal_id: int) -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    found = queries.proposal_seen_by(db(), actor(), proposal_id)
    form = RefuseForm()
    back = url_for("people.proposal", proposal_id=found.id), found.name
    facts = [(_("Chức danh"), found.post.name), (_("Đơn vị"), found.org_unit.name)]
    title = _("Không xác nhận đề nghị này")
    act = Act(title, _("Trả lời xã"), form, back, facts)
    return act_page(act, lambda: _refuse(proposal_id, form))


def _refuse(proposal_id: int, form: RefuseForm) -> Message:
    reason = form.reason.data or ""
    service.refuse_proposal(db(), actor(), proposal_id, reason, now=clock.now())
    return msg("Đã trả lời xã, kèm lý do.")


@bp.post("/proposals/<int:proposal_id>/withdraw")
@role_required(Role.ADMINISTRATOR)
def withdraw_proposal(proposal_id: int) -> ResponseReturnValue:
    service.withdraw_proposal(db(), actor(), proposal_id, now=clock.now())
    flash(_("Đã rút lại đề nghị."))
    return redirect(url_for("people.proposals"), 303)

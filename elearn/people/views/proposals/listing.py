"""The list of proposals, one's own or those of one's scope, and confirming several at once."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from elearn import clock
from elearn.people import queries, service
from elearn.people.queries.proposals import Wish
from elearn.people.rules import (
    PROPOSAL_KIND_NAMES,
    PROPOSAL_STATE_NAMES,
    ProposalKind,
    ProposalState,
)
from elearn.people.views.door import bp
from elearn.web import actor, db, role_required


def _wish() -> Wish:
    given = request.args
    return Wish(
        given.get("state", ProposalState.WAITING, type=ProposalState),
        given.get("kind", type=ProposalKind),
        given.get("area", type=int),
        given.get("after", type=int),
    )


def _page(settled: service.Settled | None = None) -> str:
    wish = _wish()
    return render_template(
        "people/proposals.html",
        page=queries.proposals_page(db(), actor(), wish, day=clock.today()),
        wish=wish,
        settled=settled,
        states=PROPOSAL_STATE_NAMES,
        kinds=PROPOSAL_KIND_NAMES,
        decides=queries.decides_anywhere(actor()),
    )


@bp.get("/proposals")
@role_required(*queries.SEEING)
def proposals() -> ResponseReturnValue:
    return _page()


@bp.post("/proposals/confirm")
@role_required(*queries.DECIDING)
def confirm_proposals() -> ResponseReturnValue:
    queries.needs_to_decide(actor())
    wanted = request.form.getlist("proposal", type=int)
    settled = service.confirm_proposals(db(), actor(), wanted, now=clock.now())
    count = len(settled.confirmed)
    if settled.left:
        return _page(settled)
    if not wanted:
        flash(_("Chưa chọn đề nghị nào nên chưa xác nhận gì."))
    elif count:
        told = "Đã xác nhận %(num)s đề nghị. Từ bây giờ được tính."
        flash(ngettext(told, told, count))
    else:
        flash(_("Những đề nghị này đã được xác nhận trước đó."))
    return redirect(url_for("people.proposals"), 303)

"""What was done, the latest first."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock, people
from elearn.home.audits.queries import Wanted, audit_page
from elearn.home.audits.views.forms import AuditForm
from elearn.web import actor, db, role_required

bp = Blueprint("audits", __name__)


@bp.get("/audit")
@role_required(*people.SEEING)
def audit() -> ResponseReturnValue:
    form, before = AuditForm(request.args), request.args.get("before", type=int)
    form.offer()
    form.validate()
    lately = Wanted.lately(clock.today())
    wanted = form.wanted(lately, request.args.get("person", type=int))
    form.show(wanted)
    return render_template(
        "home/audit.html",
        form=form,
        page=audit_page(db(), actor(), wanted, before=before),
        wanted=wanted,
        before=before,
        address=lambda entry=None: url_for("audits.audit", **_kept(), before=entry),
    )


def _kept() -> dict[str, Any]:
    """Return the filters of this page, for the next."""
    return {name: value for name, value in request.args.items() if value and name != "before"}

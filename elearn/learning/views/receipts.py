"""One's own receipts: every lecture begun, and the signed receipts that were asked for."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.learning import queries, service
from elearn.learning.views.door import bp
from elearn.learning.views.terms import terms
from elearn.web import db, here, login_required, person_id


@bp.get("/receipts")
@login_required
def receipts() -> ResponseReturnValue:
    begun = queries.begun_by(db(), person_id(), share_percent=terms().share_percent)
    return render_template(
        "learning/receipts.html",
        begun=begun,
        given=queries.receipts_of(db(), person_id()),
        share_percent=terms().share_percent,
    )


@bp.post("/receipts")
@login_required
def give_receipt() -> ResponseReturnValue:
    settings = here().settings
    signer = service.Signer(settings.public_url.rstrip("/"), settings.secret_key)
    given = service.give_receipt(
        db(), person_id(), signer, share_percent=terms().share_percent, now=clock.now()
    )
    return redirect(url_for("learning.receipt", token=given.token), 303)

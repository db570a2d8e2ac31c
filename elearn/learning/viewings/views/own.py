"""The viewings in which she who is signed in was marked as present, and what she says to it."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import InvalidInput
from elearn.learning.viewings import queries, service
from elearn.learning.viewings.rules import code_of
from elearn.learning.viewings.views.door import bp
from elearn.learning.viewings.views.forms import ObjectionForm
from elearn.learning.views.terms import terms
from elearn.web import actor, db, here, login_required, person_id, told


@bp.get("/viewings/mine")
@login_required
def mine() -> ResponseReturnValue:
    return _page(ObjectionForm(formdata=None))


@bp.post("/viewings/<token>/confirmation")
@login_required
def confirm(token: str) -> ResponseReturnValue:
    viewing = queries.viewing_sat_in(db(), person_id(), token)
    service.confirm(db(), actor(), viewing.id, person_id(), terms=terms(), now=clock.now())
    flash(_("Đã xác nhận có mặt. Phần đã xem được tính cho anh/chị."))
    return redirect(url_for("viewings.mine"), 303)


@bp.post("/viewings/<token>/objection")
@login_required
def object_to(token: str) -> ResponseReturnValue:
    viewing, form = queries.viewing_sat_in(db(), person_id(), token), ObjectionForm()
    if not form.validate():
        return _page(form, token), 422
    words = form.words.data or ""
    try:
        service.object_to(db(), actor(), viewing.id, person_id(), words, now=clock.now())
    except InvalidInput as refused:
        form.words.errors = [told(flaw) for flaw in refused.fields.values()]
        return _page(form, token), 422
    flash(_("Đã ghi lại là anh/chị không có mặt."))
    return redirect(url_for("viewings.mine"), 303)


def _page(form: ObjectionForm, asked: str = "") -> str:
    lines = queries.own_presences(db(), person_id(), now=clock.now())
    return render_template(
        "learning/viewings/mine.html", lines=lines, codes=_codes(lines), form=form, asked=asked
    )


def _codes(lines: Sequence[queries.Own]) -> dict[int, str]:
    """Return the codes that she may still say, by viewing."""
    key = here().settings.secret_key
    return {
        one.viewing_id: code_of(key, one.viewing.token, one.person_id)
        for one in (line.presence for line in lines if line.may_confirm)
    }

"""Drafting a rule: how much of a lecture must be watched, or what completing takes."""

from datetime import timedelta
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.form import BaseForm

from elearn import clock, learning
from elearn.access import Role
from elearn.errors import InvalidInput
from elearn.home.ruling import queries, service
from elearn.home.ruling.views.forms import ConditionsForm, ShareForm, filled
from elearn.home.ruling.views.pages import bp
from elearn.learning import NewRule
from elearn.web import actor, db, role_required, told


@bp.get("/watch/new")
@role_required(Role.CENTRAL)
def new_share() -> ResponseReturnValue:
    return _share_page(ShareForm(formdata=None))


@bp.post("/watch/new")
@role_required(Role.CENTRAL)
def draft_share() -> ResponseReturnValue:
    form = ShareForm()
    if not form.validate():
        return _share_page(form), 422
    try:
        return _drafted(form.wanted)
    except InvalidInput as refused:
        _show(form, refused)
        return _share_page(form), 422


@bp.get("/completion/new")
@role_required(Role.CENTRAL)
def new_conditions() -> ResponseReturnValue:
    programme_id = request.args.get("programme", type=int)
    day = clock.today() + timedelta(days=1)
    rule = learning.completion_rule_on(db(), programme_id or 0, day)
    named = {key for one in rule.conditions for key in one.modules}
    shown: dict[str, Any] = filled(rule.conditions, queries.module_codes(db(), named))
    return _conditions_page(
        ConditionsForm(formdata=None, data={**shown, "programme": str(programme_id or "")})
    )


@bp.post("/completion/new")
@role_required(Role.CENTRAL)
def draft_conditions() -> ResponseReturnValue:
    form = ConditionsForm()
    form.offer(queries.programme_titles(db()))
    if not form.validate():
        return _conditions_page(form), 422
    try:
        return _drafted(form.wanted(db()))
    except InvalidInput as refused:
        _show(form, refused)
        return _conditions_page(form), 422


def _drafted(new: NewRule) -> ResponseReturnValue:
    made = service.draft(db(), actor(), new, now=clock.now())
    return redirect(url_for("rules.draft", draft_id=made.id), 303)


def _share_page(form: ShareForm) -> str:
    rule = learning.watch_rule_on(db(), clock.today())
    return render_template("home/ruling/share.html", form=form, rule=rule)


def _conditions_page(form: ConditionsForm) -> str:
    form.offer(queries.programme_titles(db()))
    return render_template("home/ruling/conditions.html", form=form)


def _show(form: BaseForm, refused: InvalidInput) -> None:
    for name, flaw in refused.fields.items():
        form[name].errors = [told(flaw)]

"""The list of a closed class and the decision by which its certificates are issued."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import classes, clock
from elearn.certificates import queries, service
from elearn.certificates.models import Certificate
from elearn.certificates.views.door import bp
from elearn.certificates.views.forms import IssueForm, said
from elearn.errors import InvalidInput
from elearn.web import actor, db, here, login_required


@bp.get("/classes/<int:class_id>/certificates")
@login_required
def issue(class_id: int) -> ResponseReturnValue:
    training_class = classes.class_seen_by(db(), actor(), class_id)
    return _page(training_class, _form(training_class, formdata=None))


@bp.post("/classes/<int:class_id>/certificates")
@login_required
def give(class_id: int) -> ResponseReturnValue:
    training_class = classes.class_managed_by(db(), actor(), class_id)
    form = _form(training_class)
    if form.validate():
        try:
            issued = service.issue(db(), actor(), _order(form, class_id), now=clock.now())
        except InvalidInput as refused:
            form.refuse(refused)
        else:
            flash(_told(issued))
            return redirect(url_for("certificates.issue", class_id=class_id), 303)
    return _page(training_class, form), 422


def _told(issued: list[Certificate]) -> str:
    words: str = _(
        "Đã cấp %(count)s giấy, từ số %(first)s đến số %(last)s.",
        count=len(issued),
        first=issued[0].shown_number,
        last=issued[-1].shown_number,
    )
    return words


def _form(training_class: classes.TrainingClass, **formdata: None) -> IssueForm:
    """Return the form, the issuer set to the one that holds the programme."""
    there = queries.issuers_on(db(), clock.today())
    organiser = training_class.programme_version.organiser
    usual = next((one.issuer.sign for one in there if one.name == organiser), None)
    names = [(one.issuer.sign, one.name) for one in there]
    return IssueForm(names, data={"issuer": usual}, **formdata)


def _order(form: IssueForm, class_id: int) -> service.Order:
    fields = (form.signer_name, form.signer_title, form.signer_prefix)
    signer = service.Signer(*(said(field) for field in fields))
    return service.Order(
        class_id,
        form.issuer.data,
        form.decision,
        signer,
        frozenset(request.form.getlist("people", type=int)),
        here().settings.public_url,
    )


def _page(training_class: classes.TrainingClass, form: IssueForm) -> str:
    candidates = queries.candidates_of(db(), training_class)
    due = {one.participation.id for one in candidates if one.is_due}
    is_sent = request.method == "POST"
    return render_template(
        "certificates/issue.html",
        training_class=training_class,
        candidates=candidates,
        units=queries.units_on(db(), [one.participation for one in candidates], clock.today()),
        due=due,
        ticked=set(request.form.getlist("people", type=int)) if is_sent else due,
        is_closed=training_class.state is classes.ClassState.CLOSED,
        may_manage=classes.may_manage(db(), actor(), training_class),
        form=form,
        today=clock.today(),
    )

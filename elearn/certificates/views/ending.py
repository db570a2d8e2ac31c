"""Ending a certificate: revoked, or replaced by one that says it right. Each is a page."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.certificates import queries, service
from elearn.certificates.models import Certificate
from elearn.certificates.views.door import bp
from elearn.certificates.views.forms import ReplacementForm, RevocationForm, said
from elearn.errors import InvalidInput
from elearn.web import actor, db, here, login_required


@bp.get("/certificates/<int:certificate_id>/revoke")
@login_required
def revoke(certificate_id: int) -> ResponseReturnValue:
    return _revocation(_managed(certificate_id), RevocationForm(formdata=None))


@bp.post("/certificates/<int:certificate_id>/revoke")
@login_required
def take_back(certificate_id: int) -> ResponseReturnValue:
    certificate, form = _managed(certificate_id), RevocationForm()
    if form.validate():
        why = service.Revocation(form.decision, said(form.reason))
        try:
            service.revoke(db(), actor(), certificate, why, now=clock.now())
        except InvalidInput as refused:
            form.refuse(refused)
        else:
            flash(_("Đã thu hồi giấy %(number)s.", number=certificate.shown_number))
            return _back_to(certificate)
    return _revocation(certificate, form), 422


@bp.get("/certificates/<int:certificate_id>/replace")
@login_required
def replace(certificate_id: int) -> ResponseReturnValue:
    certificate = _managed(certificate_id)
    return _replacement(certificate, ReplacementForm(formdata=None, data=_printed(certificate)))


@bp.post("/certificates/<int:certificate_id>/replace")
@login_required
def reissue(certificate_id: int) -> ResponseReturnValue:
    certificate, form = _managed(certificate_id), ReplacementForm()
    if form.validate():
        try:
            other = service.replace(db(), actor(), certificate, _correction(form), now=clock.now())
        except InvalidInput as refused:
            form.refuse(refused)
        else:
            flash(_("Đã cấp lại: giấy mới số %(number)s.", number=other.shown_number))
            return _back_to(other)
    return _replacement(certificate, form), 422


def _managed(certificate_id: int) -> Certificate:
    certificate = queries.certificate_seen_by(db(), actor(), certificate_id)
    service.refuse_onlookers(db(), actor(), certificate)
    return certificate


def _printed(certificate: Certificate) -> dict[str, str]:
    """Return the words that may be corrected, as they are printed."""
    return {
        "full_name": certificate.full_name,
        "born": certificate.born,
        "unit": certificate.unit,
        "signer_name": certificate.signer_name,
    }


def _correction(form: ReplacementForm) -> service.Correction:
    return service.Correction(
        form.decision,
        said(form.reason),
        said(form.full_name),
        said(form.born),
        said(form.unit),
        said(form.signer_name),
        here().settings.public_url,
    )


def _back_to(certificate: Certificate) -> ResponseReturnValue:
    there = url_for("certificates.certificate", certificate_id=certificate.id)
    return redirect(there, 303)


def _revocation(certificate: Certificate, form: RevocationForm) -> str:
    record = queries.record_of(db(), certificate)
    return render_template("certificates/revoke.html", record=record, form=form)


def _replacement(certificate: Certificate, form: ReplacementForm) -> str:
    return render_template(
        "certificates/replace.html",
        record=queries.record_of(db(), certificate),
        person=certificate.participation.person,
        form=form,
    )

"""The register as a list, and the page of one certificate with its history."""

from dataclasses import asdict

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, paper, people
from elearn.catalogue import CertificateKind
from elearn.certificates import queries, service
from elearn.certificates.rules import State
from elearn.certificates.views.door import bp
from elearn.web import actor, db, login_required, look_at, role_required


@bp.get("/certificates")
@role_required(*people.SEEING)
def certificates() -> ResponseReturnValue:
    wanted, page = _wanted(), max(1, request.args.get("page", 1, type=int))
    rows, count = queries.certificate_page(db(), actor(), wanted, page)
    return render_template(
        "certificates/certificates.html",
        rows=rows,
        count=count,
        wanted=wanted,
        years=queries.years(db()),
        kinds=list(CertificateKind),
        states=list(State),
        page=page,
        page_count=-(-count // queries.PAGE),
        page_size=queries.PAGE,
        page_address=lambda number: _page_address(wanted, number),
    )


def _wanted() -> queries.Wanted:
    """Read the filters; what stands for nothing leaves them open."""
    return queries.Wanted(
        year=request.args.get("year", type=int),
        kind=request.args.get("kind", type=CertificateKind),
        state=request.args.get("state", type=State),
        number=request.args.get("number", ""),
        name=request.args.get("name", ""),
    )


def _page_address(wanted: queries.Wanted, number: int) -> str:
    """Return the address of another page of what is looked for."""
    filters = {name: value or None for name, value in asdict(wanted).items()}
    return url_for("certificates.certificates", **filters, page=number)


@bp.get("/certificates/<int:certificate_id>")
@login_required
def certificate(certificate_id: int) -> ResponseReturnValue:
    found = queries.certificate_seen_by(db(), actor(), certificate_id)
    look_at(found.person_id, "look_at_certificate")
    return render_template(
        "certificates/certificate.html",
        record=queries.record_of(db(), found),
        qr=paper.qr_svg,
        training_class=found.participation.training_class,
        lists=actor().has(*people.SEEING),
        may_manage=queries.may_manage(db(), actor(), found),
        replaces=queries.replaced_by(db(), found),
    )


@bp.post("/certificates/<int:certificate_id>/print")
@login_required
def print_again(certificate_id: int) -> ResponseReturnValue:
    found = queries.certificate_seen_by(db(), actor(), certificate_id)
    service.print_again(db(), actor(), found, now=clock.now())
    flash(_("Đã xếp lại vào hàng chờ in, thường chưa tới một phút."))
    return redirect(url_for("certificates.certificate", certificate_id=found.id), 303)

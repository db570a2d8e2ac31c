"""The page of a medium, and what may be done there."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.media import queries, rules, service
from elearn.media.models import MediumVersion
from elearn.media.permits import permit
from elearn.media.rules import MAKERS
from elearn.media.views.captioning.forms import CaptionForm
from elearn.media.views.door import bp
from elearn.media.views.previewing.showing import film_page
from elearn.web import actor, db, here, person_id, role_required

PREVIEW_LASTS = timedelta(hours=2)


@bp.get("/<int:medium_id>")
@role_required(*MAKERS)
def medium(medium_id: int) -> ResponseReturnValue:
    return medium_page(medium_id, CaptionForm())


def medium_page(medium_id: int, form: CaptionForm) -> str:
    """Return the page of a medium, with the form of captions as it stands."""
    shown = queries.medium_by_id(db(), medium_id)
    rows = queries.rows_of(db(), shown)
    played = next((row.version for row in rows if row.version.ready_at), None)
    return render_template(
        "media/medium.html",
        medium=shown,
        rows=rows,
        played=played,
        token=_preview(played) if played else "",
        form=form,
        may_change=rules.may_change(actor(), shown.created_by_id),
    )


def _preview(version: MediumVersion) -> str:
    key, until = here().settings.secret_key, clock.now() + PREVIEW_LASTS
    return permit(key, version.id, person_id(), until=until)


@bp.get("/versions/<int:version_id>/phone")
@role_required(*MAKERS)
def phone(version_id: int) -> ResponseReturnValue:
    """Show a version alone, as narrow as its frame or its telephone is."""
    version = queries.version_by_id(db(), version_id)
    return film_page(version, _preview(version))


@bp.post("/versions/<int:version_id>/retry")
@role_required(*MAKERS)
def retry(version_id: int) -> ResponseReturnValue:
    version = queries.version_by_id(db(), version_id)
    service.retry(db(), actor(), version, now=clock.now())
    flash(_("Đã xếp lại vào hàng chờ. Tệp gốc không phải tải lên lần nữa."))
    return redirect(url_for("media.medium", medium_id=version.medium_id), 303)

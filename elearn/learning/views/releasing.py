"""Giving learners a new version of a film: what that means for those who watched the one before."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock, media
from elearn.errors import InvalidInput
from elearn.learning.queries.watchers import watchers_of
from elearn.learning.views.door import bp
from elearn.learning.views.release_form import ReleaseForm
from elearn.media import MAKERS, MediumVersion, VersionState
from elearn.web import actor, db, role_required, told


@bp.get("/media/versions/<int:version_id>/release")
@role_required(*MAKERS)
def release(version_id: int) -> ResponseReturnValue:
    version = media.version_by_id(db(), version_id)
    media.refuse_strangers(actor(), version.medium)
    before = media.released_of(db(), version.medium_id)
    if not _may_follow(version, before):
        return redirect(url_for("media.medium", medium_id=version.medium_id))
    return _page(version, ReleaseForm(formdata=None))


@bp.post("/media/versions/<int:version_id>/release")
@role_required(*MAKERS)
def give_release(version_id: int) -> ResponseReturnValue:
    version, form = media.version_by_id(db(), version_id), ReleaseForm()
    media.refuse_strangers(actor(), version.medium)
    if not form.validate():
        return _page(version, form), 422
    try:
        media.release(db(), actor(), version, form.terms, now=clock.now())
    except InvalidInput as refused:
        for name, flaw in refused.fields.items():
            form[name].errors = [told(flaw)]
        return _page(version, form), 422
    flash(_("Đã phát hành. Người học mở bài từ bây giờ sẽ thấy bản mới."))
    return redirect(url_for("media.medium", medium_id=version.medium_id), 303)


def _may_follow(version: MediumVersion, before: MediumVersion | None) -> bool:
    return version.state is VersionState.READY and before is not None and before.id < version.id


def _page(version: MediumVersion, form: ReleaseForm) -> str:
    return render_template(
        "learning/release.html",
        version=version,
        before=media.released_of(db(), version.medium_id),
        watchers=watchers_of(db(), version.medium_id),
        form=form,
    )

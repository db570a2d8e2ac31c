"""Slides corrected on their page: times and words saved, earlier ones shown again."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.errors import InvalidInput
from elearn.media import queries, service
from elearn.media.models import MediumVersion
from elearn.media.rules import MAKERS
from elearn.media.rules.slides import corrected
from elearn.media.service import Correction
from elearn.media.views.door import bp
from elearn.media.views.slides.forms import SeenForm, wishes
from elearn.media.views.slides.page import Shown, page
from elearn.web import actor, db, role_required

ADDRESS = "/versions/<int:version_id>/slides"


@bp.get(ADDRESS)
@role_required(*MAKERS)
def slides(version_id: int) -> ResponseReturnValue:
    return page(queries.version_by_id(db(), version_id), Shown())


@bp.post(ADDRESS)
@role_required(*MAKERS)
def save_slides(version_id: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), SeenForm()
    service.refuse_strangers(actor(), version.medium)
    seen = form.seen.data or 0
    old = queries.slide_set_by_number(db(), version_id, seen)
    wished = wishes(len(old.slides))
    try:
        facts = [one.facts for one in old.slides]
        new = corrected(facts, wished, version.duration_ms or 0)
    except InvalidInput as refused:
        return page(version, Shown(wished, refused.fields)), 422
    service.correct_slides(db(), actor(), version, Correction(seen, new), now=clock.now())
    return saved(version, _("Đã lưu trang chiếu."))


@bp.post(f"{ADDRESS}/restore")
@role_required(*MAKERS)
def restore_slides(version_id: int) -> ResponseReturnValue:
    version = queries.version_by_id(db(), version_id)
    number = request.form.get("number", 0, type=int)
    service.restore_slides(db(), actor(), version, number, now=clock.now())
    return saved(version, _("Đã trở lại bản trước. Bản vừa rồi vẫn nằm trong các lần sửa."))


@bp.post(f"{ADDRESS}/find")
@role_required(*MAKERS)
def find_slides(version_id: int) -> ResponseReturnValue:
    version = queries.version_by_id(db(), version_id)
    service.find_slides(db(), actor(), version, now=clock.now())
    return saved(version, _("Đã xếp vào hàng chờ. Tìm xong, trang chiếu hiện ở trang này."))


def saved(version: MediumVersion, words: str) -> ResponseReturnValue:
    """Lead back to the page of the slides with a word on what was done."""
    flash(words)
    return redirect(url_for("media.slides", version_id=version.id), 303)

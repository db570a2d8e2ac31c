"""Pictures given to slides: one more slide, another picture for one, a whole PDF."""

from pathlib import Path
from tempfile import NamedTemporaryFile

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from elearn import clock
from elearn.errors import InvalidInput
from elearn.media import queries, service
from elearn.media.ffmpeg import Unusable
from elearn.media.models import MediumVersion
from elearn.media.rules import MAKERS
from elearn.media.rules.slides import time_read
from elearn.media.service import DeckUpload, NewPicture, picture_at
from elearn.media.slides.pdf import NOT_A_PDF, is_pdf
from elearn.media.views.door import bp
from elearn.media.views.slides.editing import ADDRESS, saved
from elearn.media.views.slides.forms import (
    IN_ORDER,
    DeckForm,
    PictureForm,
    SplitForm,
    kept_picture,
)
from elearn.media.views.slides.page import Shown, page
from elearn.storage import Kept
from elearn.text import Message, msg
from elearn.web import actor, db, here, role_required, told

CHOOSE = msg("Chọn ảnh PNG hoặc JPG.")


@bp.post(f"{ADDRESS}/split")
@role_required(*MAKERS)
def split_slide(version_id: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), SplitForm()
    service.refuse_strangers(actor(), version.medium)
    if form.validate() and _is_split(version, form):
        return saved(version, _("Đã thêm trang chiếu."))
    return page(version, Shown(split=form)), 422


def _is_split(version: MediumVersion, form: SplitForm) -> bool:
    """Add the slide, or say at its field why not."""
    try:
        at_ms = time_read(form.at.data or "", version.duration_ms or 0)
        sent = form.picture.data
        kept = kept_picture(sent, version) if sent else picture_at(version, here().store, at_ms)
        wanted = NewPicture(form.seen.data or 0, at_ms, kept)
        service.split_slide(db(), actor(), version, wanted, now=clock.now())
    except InvalidInput as refused:
        form.at.errors = [told(flaw) for flaw in refused.fields.values()]
    except Unusable as refused:
        form.picture.errors = [told(refused.message)]
    return not form.errors


@bp.post(f"{ADDRESS}/<int:number>/picture")
@role_required(*MAKERS)
def redraw_slide(version_id: int, number: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), PictureForm()
    service.refuse_strangers(actor(), version.medium)
    flaw = _not_redrawn(version, number, form)
    if flaw:
        return page(version, Shown(flaws={f"picture-{number}": flaw})), 422
    return saved(version, _("Đã thay hình của trang %(number)s.", number=number))


def _not_redrawn(version: MediumVersion, number: int, form: PictureForm) -> Message | None:
    """Show the picture that was sent, or return why not."""
    if not form.picture.data:
        return CHOOSE
    try:
        kept = kept_picture(form.picture.data, version)
    except Unusable as refused:
        return refused.message
    wanted = NewPicture(form.seen.data or 0, number, kept)
    service.redraw_slide(db(), actor(), version, wanted, now=clock.now())
    return None


@bp.post(f"{ADDRESS}/deck")
@role_required(*MAKERS)
def give_deck(version_id: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), DeckForm()
    service.refuse_strangers(actor(), version.medium)
    kept = _pdf(form.deck.data) if form.validate() else None
    if kept is None:
        form.deck.errors = form.deck.errors or [told(NOT_A_PDF)]
        return page(version, Shown(deck=form)), 422
    given = DeckUpload(kept, form.deck.data.filename or "", form.way.data == IN_ORDER)
    service.give_deck(db(), actor(), version, given, now=clock.now())
    return saved(version, _("Đã nhận tệp PDF. Máy chủ đang đưa từng trang vào chỗ."))


def _pdf(sent: FileStorage) -> Kept | None:
    """Keep a PDF that was sent; nothing, if it is none."""
    with NamedTemporaryFile(dir=here().settings.temporary, prefix="deck-") as file:
        sent.save(file)
        file.flush()
        path = Path(file.name)
        return here().store.keep(path) if is_pdf(path) else None

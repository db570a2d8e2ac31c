"""Captions given as a file, and a machine asked for them."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.encodings import Encoding
from elearn.errors import Conflict
from elearn.media import captions, queries, service
from elearn.media.captions import Flawed, Read
from elearn.media.models import MediumVersion
from elearn.media.rules import MAKERS
from elearn.media.service import Seen, Words
from elearn.media.views.captioning.forms import CaptionForm
from elearn.media.views.captioning.page import Shown, page
from elearn.media.views.door import bp
from elearn.media.views.pages import medium_page
from elearn.text import msg
from elearn.web import actor, db, here, role_required, told

_NO_MACHINE = msg(
    "Máy chủ này chưa có chương trình nghe và gõ phụ đề. Gõ tay, hoặc gửi tệp phụ đề."
)
_FONTS = {
    Encoding.TCVN3: "TCVN3 (ABC)",
    Encoding.VNI: "VNI",
    Encoding.WINDOWS_1258: "Windows-1258",
    Encoding.UTF8: "UTF-8",
}


@bp.post("/versions/<int:version_id>/captions")
@role_required(*MAKERS)
def add_captions(version_id: int) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), CaptionForm()
    service.refuse_strangers(actor(), version.medium)
    if not form.validate():
        return medium_page(version.medium_id, form), 422
    language, source = form.language.data, form.source
    desk = queries.caption_desk(db(), version.id, language)
    words = Words(Seen(language, desk.revision), source)
    try:
        found = service.save_captions(db(), actor(), version, words, now=clock.now())
    except Flawed as refused:
        return _refused(version, form, refused), 422
    flash(_taken(found))
    address = url_for(".edit_captions", version_id=version.id, language=language)
    return redirect(address, 303)


def _refused(version: MediumVersion, form: CaptionForm, refused: Flawed) -> str:
    """Return the editor with the text of the file, or the form anew if it holds no captions."""
    if not any(flaw.line for flaw in refused.flaws):
        form.captions.errors = [told(captions.NO_CAPTIONS)]
        return medium_page(version.medium_id, form)
    form.captions.data.seek(0)
    text = captions.legible(form.source)
    return page(version, form.language.data, Shown(text, refused.flaws))


def _taken(found: Read) -> str:
    """Return what was taken in; who wrote in an old font is asked to look at it."""
    count = len(found.cues)
    if found.encoding not in _FONTS:
        return str(_("Đã nhận %(count)s câu phụ đề.", count=count))
    words = _(
        "Đã nhận %(count)s câu phụ đề. Tệp viết bằng phông %(font)s, đã đổi sang Unicode:"
        " hãy đọc lại vài câu xem dấu có đúng không.",
        count=count,
        font=_FONTS[found.encoding],
    )
    return str(words)


@bp.post("/versions/<int:version_id>/captions/<language>/hear")
@role_required(*MAKERS)
def ask_machine(version_id: int, language: str) -> ResponseReturnValue:
    version, known = queries.version_by_id(db(), version_id), queries.language_known(language)
    service.refuse_strangers(actor(), version.medium)
    if not here().settings.caption_command:
        raise Conflict(_NO_MACHINE)
    service.ask_machine(db(), actor(), version, known, now=clock.now())
    flash(_("Đã xếp vào hàng chờ. Máy nghe xong, phụ đề hiện ở trang này để soát lại."))
    return redirect(url_for(".edit_captions", version_id=version_id, language=language), 303)

"""Captions written beside the player: shown, saved, taken away, and taken home as a file."""

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from elearn import clock
from elearn.media import captions, queries, service
from elearn.media.captions import Flawed
from elearn.media.rules import MAKERS
from elearn.media.service import Overtaken, Seen
from elearn.media.views.captioning.forms import CaptionTextForm
from elearn.media.views.captioning.page import Shown, page
from elearn.media.views.door import bp
from elearn.web import actor, db, role_required

_ADDRESS = "/versions/<int:version_id>/captions/<language>"


@bp.get(_ADDRESS)
@role_required(*MAKERS)
def edit_captions(version_id: int, language: str) -> ResponseReturnValue:
    version = queries.version_by_id(db(), version_id)
    return page(version, queries.language_known(language), Shown())


@bp.post(_ADDRESS)
@role_required(*MAKERS)
def save_captions(version_id: int, language: str) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), CaptionTextForm()
    service.refuse_strangers(actor(), version.medium)
    words = form.words(queries.language_known(language))
    try:
        service.save_captions(db(), actor(), version, words, now=clock.now())
    except Flawed as refused:
        return page(version, language, Shown(form.text.data, refused.flaws)), 422
    except Overtaken:
        return page(version, language, Shown(form.text.data, is_overtaken=True)), 409
    flash(_("Đã lưu phụ đề."))
    return redirect(url_for(".edit_captions", version_id=version_id, language=language), 303)


@bp.post(f"{_ADDRESS}/remove")
@role_required(*MAKERS)
def remove_captions(version_id: int, language: str) -> ResponseReturnValue:
    version, form = queries.version_by_id(db(), version_id), CaptionTextForm()
    seen = Seen(queries.language_known(language), form.revision.data or 0)
    service.remove_captions(db(), actor(), version, seen, now=clock.now())
    flash(_("Đã gỡ phụ đề. Các lần lưu trước vẫn còn ở trang này."))
    return redirect(url_for(".edit_captions", version_id=version_id, language=language), 303)


@bp.get(f"{_ADDRESS}/file.<any(vtt, srt):kind>")
@role_required(*MAKERS)
def caption_file(version_id: int, language: str, kind: str) -> ResponseReturnValue:
    found = queries.caption_of(db(), version_id, language)
    text = found.text if kind == "vtt" else captions.srt_of(captions.read(found.text).cues)
    name = f"phu-de-{version_id}-{language}.{kind}"
    answer = Response(text, content_type=f"{captions.MEDIA_TYPES[kind]}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

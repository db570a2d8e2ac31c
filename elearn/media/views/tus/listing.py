"""What a person is sending, for her page: how far, what became of it, and what it is called."""

from typing import Any

from flask import request, url_for
from flask.typing import ResponseReturnValue

from elearn import clock
from elearn.media.models import FileUpload
from elearn.media.queries.uploads import stuck_among, uploads_of
from elearn.media.rules import MAKERS
from elearn.media.service import uploading
from elearn.media.views.door import bp
from elearn.web import actor, db, person_id, role_required, told


@bp.get("/uploads")
@role_required(*MAKERS)
def uploads() -> ResponseReturnValue:
    found = uploads_of(db(), person_id(), now=clock.now())
    stuck = stuck_among(db(), found)
    return {"uploads": [_row(one, is_stuck=one.id in stuck) for one in found]}


@bp.put("/uploads/<token>/title")
@role_required(*MAKERS)
def name_upload(token: str) -> ResponseReturnValue:
    body = request.get_json(silent=True)
    said = str(body.get("title", "")) if isinstance(body, dict) else ""
    upload = uploading.rename_upload(db(), actor(), token, said, now=clock.now())
    return _row(upload)


@bp.post("/uploads/<token>/retry")
@role_required(*MAKERS)
def retry_upload(token: str) -> ResponseReturnValue:
    return _row(uploading.retry_upload(db(), actor(), token, now=clock.now()))


def _row(upload: FileUpload, *, is_stuck: bool = False) -> dict[str, Any]:
    return {
        "address": url_for("media.tus_ask", token=upload.token),
        "state": "stuck" if is_stuck else upload.state.value,
        "title": upload.title,
        "name": upload.file_name,
        "fingerprint": upload.fingerprint,
        "length": upload.length,
        "received": upload.received,
        "medium": upload.medium_id,
        "reason": told(upload.told_reason) if upload.told_reason else "",
        "film": _film(upload),
    }


def _film(upload: FileUpload) -> str:
    if upload.version is None:
        return ""
    return url_for("media.medium", medium_id=upload.version.medium_id)

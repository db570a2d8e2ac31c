"""Taking a file in: it goes straight to our own disk, and nobody waits for it but the sender."""

import time
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from flask import Response, after_this_request, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from werkzeug.formparser import parse_form_data

from elearn import clock
from elearn.errors import InvalidInput, Refusal
from elearn.media import queries, service
from elearn.media.ffmpeg import Unusable
from elearn.media.models import Medium, MediumVersion
from elearn.media.rules import MAKERS
from elearn.media.service import About, Received
from elearn.media.views.door import bp
from elearn.media.views.forms import RenewalForm, UploadForm
from elearn.storage import enough_room
from elearn.text import msg
from elearn.web import actor, db, here, local, role_required, told
from elearn.web.sign_in import csrf

_PREFIX = "upload-"
_STALE_SECONDS = 24 * 3600


@bp.get("/upload")
@role_required(*MAKERS)
def upload() -> ResponseReturnValue:
    return _page(UploadForm(formdata=None))


# The forms of the two POSTs test their tokens themselves, after the sender was let in: otherwise
# the whole file would be read first, from anybody.
@bp.post("/upload")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@role_required(*MAKERS)
def take() -> ResponseReturnValue:
    form = UploadForm(_form_data())
    received = _received(form, form.title.data or "") if form.validate() else None
    if received is None:
        return _page(form), 422
    return _arrived(service.add(db(), received, now=clock.now()))


@bp.get("/<int:medium_id>/upload")
@role_required(*MAKERS)
def renewal(medium_id: int) -> ResponseReturnValue:
    medium = queries.medium_by_id(db(), medium_id)
    service.refuse_strangers(actor(), medium)
    return _page(RenewalForm(formdata=None), medium)


@bp.post("/<int:medium_id>/upload")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@role_required(*MAKERS)
def renew(medium_id: int) -> ResponseReturnValue:
    medium = queries.medium_by_id(db(), medium_id)
    service.refuse_strangers(actor(), medium)
    form = RenewalForm(_form_data())
    received = _received(form, medium.title) if form.validate() else None
    medium = queries.medium_by_id(db(), medium_id)
    if received is None:
        return _page(form, medium), 422
    return _arrived(service.renew(db(), medium, received, now=clock.now()))


def _page(form: UploadForm | RenewalForm, medium: Medium | None = None) -> str:
    back = local(request.args.get("next"), otherwise="")
    return render_template("media/upload.html", form=form, medium=medium, back=back)


def _arrived(version: MediumVersion) -> ResponseReturnValue:
    """Lead to the medium, or back to the page that asked for the file."""
    flash(_("Đã nhận tệp. Máy chủ đang chuẩn bị các bản để xem; đóng trang cũng không mất."))
    own = url_for("media.medium", medium_id=version.medium_id)
    return redirect(local(request.args.get("next"), otherwise=own), 303)


def _form_data() -> CombinedMultiDict[str, Any]:
    """Read the form of this request; its file goes to the disk where it will stay.

    The transaction that told who is sending ends first: the file may be half an hour on its way,
    and on SQLite nobody else could write meanwhile.
    """
    db().rollback()
    folder = here().settings.temporary
    _sweep(folder)
    if not enough_room(folder, 2 * (request.content_length or 0)):
        raise Refusal(msg("Máy chủ sắp hết chỗ nên chưa nhận được tệp. Hãy báo người quản trị."))

    def stream(*_facts: object, **_more: object) -> IO[bytes]:
        file = NamedTemporaryFile(dir=folder, prefix=_PREFIX)  # noqa: SIM115  # Closed with the answer.
        after_this_request(lambda answer: _closed(file, answer))
        return file

    _body, fields, files = parse_form_data(
        request.environ, stream, max_content_length=request.max_content_length
    )
    both: list[MultiDict[str, Any]] = [files, fields]
    return CombinedMultiDict(both)


def _closed(file: IO[bytes], answer: Response) -> Response:
    """Remove the temporary file; what was taken in lies in the store."""
    file.close()
    return answer


def _received(form: UploadForm | RenewalForm, title: str) -> Received | None:
    """Return the file, looked at and kept, or nothing and the reason at its field."""
    sent = form.file.data
    sent.stream.flush()
    try:
        about = About(title, sent.filename, actor())
        return service.receive(here().store, Path(sent.stream.name), about)
    except InvalidInput as refused:
        form.title.errors = [told(flaw) for flaw in refused.fields.values()]
    except Unusable as refused:
        form.file.errors = [told(refused.message)]
    return None


def _sweep(folder: Path) -> None:
    """Remove what uploads left behind whose server was killed."""
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # Another request sweeps, too.
            if left.stat().st_mtime < time.time() - _STALE_SECONDS:
                left.unlink()

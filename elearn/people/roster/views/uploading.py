"""Sending a file in: what may be sent is said, and what cannot be taken is told on the page."""

import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from elearn import areas, clock
from elearn.errors import Refusal
from elearn.people.queries import DECIDING
from elearn.people.roster import service
from elearn.people.roster.models import RosterBatch
from elearn.people.roster.queries.batches import areas_importing
from elearn.people.roster.views import door
from elearn.people.roster.views.forms import UploadForm
from elearn.people.views.door import bp
from elearn.text import msg
from elearn.web import actor, db, here, role_required, told
from elearn.web.sign_in import csrf

_MOST_BYTES = 20_000_000
_EMPTY = msg("Tệp này trống, không có gì bên trong. Mở tệp xem lại rồi chọn lần nữa.")
_OLD = msg("Trang này đã mở quá lâu. Chọn lại tệp rồi gửi lần nữa.")
_LARGE = msg(
    "Tệp nặng quá 20 MB nên chưa được nhận. Xóa ảnh và các trang tính không cần, "
    "hoặc chia làm vài tệp rồi gửi lần lượt."
)


@bp.get("/import/new")
@role_required(*DECIDING)
def import_new() -> ResponseReturnValue:
    door.refuse_readers()
    form = UploadForm(formdata=None)
    return _page(form, _offered(form))


# The form tests its token itself, after the sender was let in: otherwise the whole file would be
# read first, from anybody.
@bp.post("/import/new")
@csrf.exempt  # type: ignore[untyped-decorator]  # flask-wtf has no types
@role_required(*DECIDING)
def import_take() -> ResponseReturnValue:
    try:
        form = UploadForm()
    except RequestEntityTooLarge:
        form = UploadForm(formdata=None)
        form.file.errors = [told(_LARGE)]
        return _page(form, _offered(form)), 413
    door.refuse_readers()
    places = _offered(form)
    batch = _received(form, places) if form.validate() else None
    if batch is None:
        return _page(form, places), 422
    return redirect(url_for("people.import_one", batch_id=batch.id), 303)


def _offered(form: UploadForm) -> Sequence[areas.AreaVersion]:
    places = areas_importing(db(), actor(), clock.today())
    form.offer(places)
    return places


def _page(form: UploadForm, places: Sequence[areas.AreaVersion]) -> str:
    if "csrf_token" in form.errors:
        form.form_errors.append(told(_OLD))
    return render_template("people/roster/new.html", form=form, places=places)


def _received(form: UploadForm, places: Sequence[areas.AreaVersion]) -> RosterBatch | None:
    """Return the batch of the file; none, with the reason beside the field, if it is refused."""
    flaw = _flaw_of(form.file.data)
    if flaw:
        form.file.errors = [flaw]
        return None
    try:
        return _kept(form, next(one for one in places if one.area_id == form.area_id.data))
    except Refusal as refused:
        form.file.errors = [told(refused.message)]
        return None


def _flaw_of(file: FileStorage) -> str:
    size = file.stream.seek(0, os.SEEK_END)
    file.stream.seek(0)
    if not size:
        return told(_EMPTY)
    return told(_LARGE) if size > _MOST_BYTES else ""


def _kept(form: UploadForm, place: areas.AreaVersion) -> RosterBatch:
    temporary = here().settings.temporary
    with NamedTemporaryFile(dir=temporary, prefix="upload-") as file:
        form.file.data.save(file)
        file.flush()
        sent = service.Sent(Path(file.name), form.file_name, place)
        batch = service.receive(db(), here().store, actor(), sent, now=clock.now())
    batch.since = form.since.data
    return batch

"""What the worker does for uploads: put together and look at what is whole, clear away the rest."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from elearn import accounts, clock
from elearn.access import Actor
from elearn.config import Settings
from elearn.db import Database
from elearn.errors import Refusal
from elearn.jobs import Handlers, Work
from elearn.media import queries, service
from elearn.media.models import FileUpload, UploadState
from elearn.media.queries.uploads import is_any_due, pieces_of, upload_by_id, uploads_to_clear
from elearn.media.service import About, Received, uploading
from elearn.media.service.uploading import RECEIVE
from elearn.storage import Store
from elearn.text import Message, msg

_MOST_CLEARED = 20
_PUT_TOGETHER_PERCENT = 50
_LOST = msg("Máy chủ làm mất một phần của tệp. Chọn lại tệp để gửi từ đầu.")


def receive(work: Work) -> None:
    """Make a film of an upload, or say why it is none; a killed run is done again from the start.

    The pieces stay until the film is written down, so that nothing depends on this run.
    """
    upload_id = int(work.payload["upload"])
    with work.database.reading() as db:
        upload = upload_by_id(db, upload_id)
        pieces = [(piece.name, piece.size) for piece in pieces_of(db, upload_id)]
        acting = accounts.actor_of(db, upload.person_id, day=clock.today())
    if upload.state is not UploadState.WHOLE:
        return
    about = About(upload.title, upload.file_name, _from(acting, upload))
    with work.folder() as folder:
        path = folder / "file"
        try:
            _put_together(work, pieces, path)
            received = service.receive(work.store, path, about)
            with work.database.writing() as db:
                work.hold(db)
                _take(db, upload_by_id(db, upload_id), received)
        except Refusal as refusal:
            _refuse(work, upload_id, refusal.message)


def _from(acting: Actor, upload: FileUpload) -> Actor:
    return Actor(acting.person_id, acting.grants, upload.origin)


def _put_together(work: Work, pieces: list[tuple[str, int]], path: Path) -> None:
    """Write the file as it was sent.

    :raise Refusal: if a piece of it is gone.
    """
    whole, done = sum(size for _name, size in pieces), 0
    with path.open("xb") as file:
        for name, size in pieces:
            try:
                file.write(work.store.piece(name))
            except FileNotFoundError as gone:
                raise Refusal(_LOST) from gone
            done += size
            work.report(_PUT_TOGETHER_PERCENT * done // whole, 100)


def _take(db: Session, upload: FileUpload, received: Received) -> None:
    """Write the film down: a new one, or the next version of the one it is for."""
    now = clock.now()
    if upload.medium_id is None:
        version = service.add(db, received, now=now)
    else:
        medium = queries.medium_by_id(db, upload.medium_id)
        version = service.renew(db, medium, received, now=now)
    uploading.take_upload(db, upload, version, now=now)


def _refuse(work: Work, upload_id: int, reason: Message) -> None:
    keeps = timedelta(days=work.settings.upload_keep_days)
    with work.database.writing() as db:
        work.hold(db)
        upload = upload_by_id(db, upload_id)
        uploading.refuse_upload(db, upload, reason, keeps=keeps, now=clock.now())


def clear(settings: Settings, database: Database) -> bool:
    """End what has run out, and remove the bytes of what has ended; safe to be killed anywhere."""
    now = clock.now()
    before = now - timedelta(days=settings.upload_keep_days)
    with database.reading() as db:
        is_due = is_any_due(db, now=now, ended_before=before)
    if is_due:
        with database.writing() as db:
            uploading.expire(db, now=now)
            uploading.forget_uploads(db, before=before)
    with database.reading() as db:
        ended = uploads_to_clear(db, most=_MOST_CLEARED)
    if ended:
        _remove(Store.of(settings), database, ended)
    return len(ended) == _MOST_CLEARED


def _remove(store: Store, database: Database, ended: Sequence[FileUpload]) -> None:
    for upload in ended:
        store.lift(upload.folder)
    with database.writing() as db:
        uploading.forget_pieces(db, [upload.id for upload in ended], now=clock.now())


HANDLERS: Handlers = {RECEIVE: receive}
FOLLOWERS = (clear,)

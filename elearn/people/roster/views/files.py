"""Files given out: the roster, a template to fill in, and a file back with its results."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

from flask import Response, request
from sqlalchemy.orm import Session

from elearn import audit, clock
from elearn.areas import AreaVersion
from elearn.errors import NotFound
from elearn.people.queries import SEEING
from elearn.people.roster import export
from elearn.people.roster.models import RosterBatch
from elearn.people.roster.queries import batches
from elearn.people.roster.queries.branch import area_asked
from elearn.people.roster.views import door
from elearn.people.views.door import bp
from elearn.text import fold, msg
from elearn.web import actor, db, here, role_required, send_workbook


@bp.get("/export")
@role_required(*SEEING)
def export_people() -> Response:
    """Hand out the roster of one's branch, or of an area within it, and note who took it."""
    area, file = _area(), _room()
    found = export.roster(db(), actor(), area, clock.today())
    export.write_roster(found, file, temporary=str(here().settings.temporary))
    name = f"can-bo-{area.code}-{found.day:%Y-%m-%d}.xlsx"
    by, key, details = actor(), area.area_id, {"rows": found.count}
    with _apart() as short:
        audit.record(short, by, "export_people", "area", key, now=clock.now(), details=details)
    return _sent(file, name)


@bp.get("/import/template")
@role_required(*SEEING)
def import_template() -> Response:
    """Hand out the workbook to fill in, with the posts and communes of an area."""
    area = _area()
    book = export.template(db(), area, clock.today())
    return send_workbook(book, f"mau-danh-sach-{area.code}.xlsx")


@bp.get("/import/<int:batch_id>/result")
@role_required(*SEEING)
def import_result(batch_id: int) -> Response:
    """Hand out the file of a batch with what became of each row, and note who took it."""
    door.refuse_proposers()
    batch = batches.batch_seen_by(db(), actor(), batch_id)
    if batch.file is None or not (marks := export.results_of(db(), batch)):
        raise NotFound(msg("Lần nhập này không có tệp kết quả: tệp chưa đọc xong, hoặc đã xóa."))
    file = _room()
    with here().store.local(batch.file.sha256, is_private=True) as path:
        export.write_results(path, batch.file_name, marks, file)
    by, name = actor(), _result_name(batch)
    with _apart() as short:
        audit.record(short, by, "export_result", "roster_batch", batch_id, now=clock.now())
    return _sent(file, name)


def _area() -> AreaVersion:
    return area_asked(db(), actor(), request.args.get("area", type=int), clock.today())


def _room() -> IO[bytes]:
    return TemporaryFile(dir=here().settings.temporary)


def _sent(file: IO[bytes], name: str) -> Response:
    file.seek(0)
    return send_workbook(file, name)


@contextmanager
def _apart() -> Iterator[Session]:
    """Write down who takes what, in a short transaction: the page itself only reads."""
    db().rollback()
    with here().database.writing() as short:
        yield short


def _result_name(batch: RosterBatch) -> str:
    """Return the name of the file without marks: "danh-sach-ket-qua.xlsx"."""
    stem = fold(batch.file_name).rpartition(".")[0] or "danh-sach"
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in stem)
    return f"{kept}-ket-qua.xlsx"

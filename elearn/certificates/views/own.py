"""One's own certificates, and the file of one for whoever may see it."""

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from elearn import paper
from elearn.certificates import queries
from elearn.certificates.rules import file_names
from elearn.certificates.views.door import bp
from elearn.errors import NotFound
from elearn.text import msg
from elearn.web import actor, db, login_required, person_id, stored_answer


@bp.get("/certificates/mine")
@login_required
def mine() -> ResponseReturnValue:
    records = queries.records_of_person(db(), person_id())
    return render_template(
        "certificates/mine.html",
        records=records,
        coming=queries.coming_to(db(), person_id(), records),
        qr=paper.qr_svg,
    )


@bp.get("/certificates/<int:certificate_id>/file")
@login_required
def file(certificate_id: int) -> ResponseReturnValue:
    certificate = queries.certificate_seen_by(db(), actor(), certificate_id)
    record = queries.record_of(db(), certificate)
    if record.file is None:
        raise NotFound(msg("Bản PDF đang được in, thường chưa tới một phút. Mở lại trang để tải."))
    return _named(stored_answer(record.file.file), record)


def _named(answer: Response, record: queries.Record) -> Response:
    """Give the file its two names: plain letters for old programs, the true one for the others."""
    plain, true = file_names(record.facts)
    answer.headers.set("Content-Disposition", "attachment", filename=plain)
    answer.headers["Content-Disposition"] += f"; filename*=UTF-8''{true}"
    answer.headers["Cache-Control"] = "no-store"  # One phone serves several people.
    return answer

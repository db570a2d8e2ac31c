"""What the worker does for certificates: draws each one once, from its frozen facts."""

from elearn import clock
from elearn.certificates import queries, service, typst
from elearn.certificates.models import Certificate
from elearn.certificates.rules import FileKind
from elearn.certificates.service import RENDER
from elearn.jobs import Handlers, Work
from elearn.storage import Kept


def render(work: Work) -> None:
    """Draw a certificate and keep it, unless it was drawn already.

    Drawn at the moment of its issue, the same facts give the same bytes; so a worker that was
    killed leaves at most a file of the store that the next one finds again.
    """
    with work.database.reading() as db:
        record = queries.record_of(db, db.get_one(Certificate, int(work.payload["certificate"])))
    if record.file is not None:
        return
    kept = _drawn(work, record)
    with work.database.writing() as db:
        work.hold(db)
        certificate = db.get_one(Certificate, record.certificate.id)
        service.keep_file(db, certificate, FileKind.RENDERED, kept, now=clock.now())


def _drawn(work: Work, record: queries.Record) -> Kept:
    drawn = typst.draw(record.facts, at=record.certificate.issued_at)
    with work.folder() as folder:
        paper = folder / "certificate.pdf"
        paper.write_bytes(drawn)
        return work.store.keep(paper)


HANDLERS: Handlers = {RENDER: render}

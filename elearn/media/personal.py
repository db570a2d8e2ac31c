"""What media holds of a person: which films she uploaded. They are works, and stay."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.media.models import Medium, MediumVersion
from elearn.personal import Erasure, Section
from elearn.text import msg

#: The tables with a person's key, and what each holds of her.
TABLES = {
    "medium": "who uploaded it first: an act, told with its versions; a key and no name",
    "medium_version": "told; who uploaded it is a key and no name, and the film stays",
    "caption": "who wrote captions last: an act on a work; a key and no name",
    "caption_revision": "who wrote them before: the same; a key and no name",
    "slide_set": "who corrected the slides of a film: an act on a work; a key and no name",
    "preview": "who made a link for reviewers, who took it back: acts; keys and no name",
    "slide_deck": "who gave a film a PDF: the same; a key and no name",
}


def personal_data_of(db: Session, person_ids: Collection[int]) -> tuple[Section, ...]:
    """Return what is held under these keys of one human being; one query."""
    version = MediumVersion
    hers = select(Medium.title, version.number, version.file_name, version.uploaded_at)
    hers = hers.join(version, version.medium_id == Medium.id)
    rows = db.execute(hers.where(version.uploaded_by_id.in_(person_ids)).order_by(version.id))
    return (
        Section(
            title=msg("Video đã tải lên"),
            heads=(msg("Tên"), msg("Bản"), msg("Tên tệp"), msg("Lúc")),
            rows=tuple(tuple(row) for row in rows),
            fate=msg("Video là bài giảng nên giữ lại, không kèm họ tên người tải lên."),
        ),
    )


def forget(_db: Session, _erasure: Erasure) -> None:
    """Do nothing: a key without a name says nothing of her."""

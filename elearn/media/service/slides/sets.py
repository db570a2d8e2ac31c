"""Sets of slides: a new one for every correction, never a change of one that stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import audit, jobs, storage
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict
from elearn.media import queries
from elearn.media.models import MediumVersion, Slide, SlideSet
from elearn.media.rules import SlideFacts, SlideOrigin
from elearn.media.service.permission import refuse_strangers
from elearn.storage import Kept, StoredFile
from elearn.text import msg

PICTURE = "image/webp"
FIND_SLIDES = "media.slides"
_OVERTAKEN = msg(
    "Trang chiếu của video này vừa được sửa ở nơi khác. Chưa có gì của lần này được lưu."
    " Mở lại trang để thấy bản mới rồi sửa tiếp."
)


@dataclass(frozen=True, slots=True)
class Correction:
    """Other slides for a version, and the number of the set somebody saw when making them."""

    seen: int
    slides: Sequence[SlideFacts]


def publish_slides(
    db: Session, version: MediumVersion, found: Sequence[tuple[int, Kept]], *, now: datetime
) -> None:
    """Give a version the slides that were found in it: from when each is shown, and its picture."""
    if not found:
        return
    files = {
        kept.sha256: storage.record(db, kept, media_type=PICTURE, now=now).id for _, kept in found
    }
    slides = [SlideFacts(at, files[kept.sha256], SlideOrigin.FOUND) for at, kept in found]
    write_set(db, version, slides, None, now=now)


def correct_slides(
    db: Session,
    actor: Actor,
    version: MediumVersion,
    wanted: Correction,
    *,
    now: datetime,
) -> SlideSet:
    """Give a version other slides.

    :raise Forbidden: if the actor may not change this medium.
    :raise Conflict: if somebody else has corrected them meanwhile.
    """
    refuse_strangers(actor, version.medium)
    db.execute(select(MediumVersion.id).where(MediumVersion.id == version.id).with_for_update())
    if _newest(db, version) != wanted.seen:
        raise Conflict(_OVERTAKEN)
    audit.record(db, actor, "media.slides_corrected", "medium_version", version.id, now=now)
    return write_set(db, version, wanted.slides, actor.person_id, now=now)


def find_slides(db: Session, actor: Actor, version: MediumVersion, *, now: datetime) -> None:
    """Have a version that was made ready without slides looked through for them.

    :raise Forbidden: if the actor may not change this medium.
    """
    refuse_strangers(actor, version.medium)
    payload = {"version": version.id}
    jobs.enqueue(db, FIND_SLIDES, payload, key=find_key(version), priority=5, now=now)


def find_key(version: MediumVersion) -> str:
    """Return the key of the job that looks for slides."""
    return f"{FIND_SLIDES} {version.id}"


def restore_slides(
    db: Session, actor: Actor, version: MediumVersion, number: int, *, now: datetime
) -> SlideSet:
    """Show the slides of a version again as they once stood.

    :raise Forbidden: if the actor may not change this medium.
    :raise NotFound: if they never stood so.
    """
    old = queries.slide_set_by_number(db, version.id, number)
    again = Correction(_newest(db, version), [one.facts for one in old.slides])
    return correct_slides(db, actor, version, again, now=now)


def _newest(db: Session, version: MediumVersion) -> int:
    mine = select(func.max(SlideSet.number)).where(SlideSet.version_id == version.id)
    return db.scalar(mine) or 0


def write_set(
    db: Session,
    version: MediumVersion,
    slides: Sequence[SlideFacts],
    person_id: int | None,
    *,
    now: datetime,
) -> SlideSet:
    """Write down how the slides of a version are shown from now on."""
    row = SlideSet(
        version_id=version.id,
        number=_newest(db, version) + 1,
        size_bytes=_size(db, {one.file_id for one in slides}),
        made_at=now,
        made_by_id=person_id,
    )
    row.slides = [_slide(number, one) for number, one in enumerate(slides, 1)]
    db.add(row)
    changed(db, "medium", version.medium_id, now=now)
    db.flush()
    return row


def _slide(number: int, one: SlideFacts) -> Slide:
    return Slide(
        number=number, at_ms=one.at_ms, file_id=one.file_id, origin=one.origin, text=one.text
    )


def _size(db: Session, file_ids: Iterable[int]) -> int:
    return db.scalar(select(func.sum(StoredFile.size)).where(StoredFile.id.in_(file_ids))) or 0

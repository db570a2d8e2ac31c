"""The one place where a text of captions is written; what it replaces is kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.db import changed
from elearn.errors import InvalidInput
from elearn.media.models import Caption, CaptionOrigin, CaptionRevision, MediumVersion
from elearn.media.rules import LANGUAGE_NAMES
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class NewText:
    """Captions to be written, as WebVTT: by whom (None: by nobody signed in), and whence."""

    text: str
    by_id: int | None = None
    origin: CaptionOrigin = CaptionOrigin.PERSON


def standing(db: Session, version: MediumVersion, language: str) -> Caption | None:
    """Return the captions that stand, and let nobody else write any of this version meanwhile.

    :raise InvalidInput: if the language is not known.
    """
    if language not in LANGUAGE_NAMES:
        raise InvalidInput(language=msg("Chọn một ngôn ngữ trong danh sách."))
    mine = select(MediumVersion.id).where(MediumVersion.id == version.id)
    db.execute(mine.with_for_update())
    same = (Caption.version_id == version.id, Caption.language == language)
    return db.scalar(select(Caption).where(*same).execution_options(populate_existing=True))


def write(
    db: Session, version: MediumVersion, language: str, new: NewText, *, now: datetime
) -> Caption:
    """Write captions in place of those that stand; the same text from the same hand is no news."""
    caption = standing(db, version, language)
    if caption is None:
        caption = Caption(version_id=version.id, language=language)
        caption.revision = _last(db, version, language) + 1
        db.add(caption)
    elif (caption.text, caption.origin) == (new.text, new.origin):
        return caption
    else:
        put_by(db, caption)
        caption.revision += 1
    caption.text, caption.origin = new.text, new.origin
    caption.changed_at, caption.changed_by_id = now, new.by_id
    changed(db, "medium", version.medium_id, now=now)
    db.flush()
    return caption


def put_by(db: Session, caption: Caption) -> None:
    """Keep captions as they stand, for whoever wants them back."""
    db.add(
        CaptionRevision(
            version_id=caption.version_id,
            language=caption.language,
            revision=caption.revision,
            text=caption.text,
            origin=caption.origin,
            changed_at=caption.changed_at,
            changed_by_id=caption.changed_by_id,
        )
    )
    db.flush()


def _last(db: Session, version: MediumVersion, language: str) -> int:
    """Return the last revision of captions that were taken away, 0 if there were none."""
    same = (CaptionRevision.version_id == version.id, CaptionRevision.language == language)
    return db.scalar(select(func.max(CaptionRevision.revision)).where(*same)) or 0

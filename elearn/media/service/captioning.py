"""Captions given to a version."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.db import changed
from elearn.errors import InvalidInput
from elearn.media import captions
from elearn.media.models import Caption, MediumVersion
from elearn.media.rules import LANGUAGE_NAMES
from elearn.text import msg


def add_captions(
    db: Session, version: MediumVersion, *, language: str, text: str, now: datetime
) -> Caption:
    """Give a version captions in a language, in place of those it had.

    :raise InvalidInput: if the text is neither WebVTT nor SRT, or the language is not known.
    """
    if language not in LANGUAGE_NAMES:
        raise InvalidInput(language=msg("Chọn một ngôn ngữ trong danh sách."))
    mine = select(Caption).where(Caption.version_id == version.id, Caption.language == language)
    caption = db.scalar(mine) or Caption(version_id=version.id, language=language)
    caption.text = captions.plain_webvtt(text)
    caption.changed_at = now
    db.add(caption)
    changed(db, "medium", version.medium_id, now=now)
    db.flush()
    return caption

"""Captions given without anybody at an editor: a folder's, a container's, a machine's."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from elearn.media import captions
from elearn.media.captions import Cue
from elearn.media.models import Caption, CaptionOrigin, MediumVersion
from elearn.media.service.captioning.writing import NewText, standing, write


def add_captions(
    db: Session, version: MediumVersion, *, language: str, text: bytes | str, now: datetime
) -> Caption:
    """Give a version captions in a language, in place of those it had.

    :raise InvalidInput: if the text is neither WebVTT nor SRT, or the language is not known.
    """
    return write(db, version, language, NewText(captions.plain_webvtt(text)), now=now)


def take_over(
    db: Session,
    version: MediumVersion,
    found: tuple[str, Iterable[Cue]],
    origin: CaptionOrigin,
    *,
    now: datetime,
) -> Caption | None:
    """Give a version captions (language and cues) that no person of ours wrote.

    What a person wrote stays; without a single cue nothing is written either.
    """
    language, cues = found
    tidy = captions.tidied(cues, version.duration_ms)
    before = standing(db, version, language)
    if not tidy or (before and before.origin is CaptionOrigin.PERSON):
        return None
    return write(db, version, language, NewText(captions.webvtt_of(tidy), origin=origin), now=now)

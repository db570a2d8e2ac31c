"""Captions saved by a person who has the last text before her."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit
from elearn.access import Actor
from elearn.db import changed
from elearn.errors import Conflict
from elearn.media import captions
from elearn.media.captions import Flawed, Read
from elearn.media.models import Caption, CaptionOrigin, MediumVersion
from elearn.media.service.captioning.writing import NewText, put_by, standing, write
from elearn.media.service.permission import refuse_strangers
from elearn.text import msg


class Overtaken(Conflict):
    """Somebody else has written captions since; `revision` is what stands now."""

    def __init__(self, revision: int) -> None:
        super().__init__(
            msg("Phụ đề này vừa được lưu ở nơi khác. Chữ đang sửa vẫn còn trên trang.")
        )
        self.revision = revision


@dataclass(frozen=True, slots=True)
class Seen:
    """The captions a person has before her: their language and revision, 0 if there are none."""

    language: str
    revision: int


@dataclass(frozen=True, slots=True)
class Words:
    """What a person hands in, a file or a text, in place of what she had before her.

    `is_tidied`: what can be put right without her shall be. `is_checked`: she has read what a
    machine heard.
    """

    seen: Seen
    source: bytes | str
    is_tidied: bool = False
    is_checked: bool = False


def save_captions(
    db: Session, actor: Actor, version: MediumVersion, words: Words, *, now: datetime
) -> Read:
    """Write captions in a language and return what was read of them.

    :raise Forbidden: if the actor may not change this medium.
    :raise Flawed: if something is wrong with them: nothing is written.
    :raise Overtaken: if somebody else has written them since.
    """
    refuse_strangers(actor, version.medium)
    before = _as_seen(db, version, words.seen)
    found = captions.examined(words.source, version.duration_ms)
    wrong = captions.grave(found.flaws)
    if wrong and not (words.is_tidied and captions.are_mendable(wrong)):
        raise Flawed(wrong)
    cues = captions.tidied(found.cues, version.duration_ms)
    new = NewText(captions.webvtt_of(cues), actor.person_id, _origin(before, words))
    if write(db, version, words.seen.language, new, now=now).revision != words.seen.revision:
        audit.record(db, actor, "media.captioned", "medium_version", version.id, now=now)
    return found


def remove_captions(
    db: Session, actor: Actor, version: MediumVersion, seen: Seen, *, now: datetime
) -> None:
    """Take captions away; they stay among the earlier ones.

    :raise Forbidden: if the actor may not change this medium.
    :raise Overtaken: if somebody else has written them since.
    """
    refuse_strangers(actor, version.medium)
    caption = _as_seen(db, version, seen)
    if caption is None:
        return
    put_by(db, caption)
    db.delete(caption)
    changed(db, "medium", version.medium_id, now=now)
    audit.record(db, actor, "media.captions_removed", "medium_version", version.id, now=now)
    db.flush()


def _as_seen(db: Session, version: MediumVersion, seen: Seen) -> Caption | None:
    caption = standing(db, version, seen.language)
    now_standing = caption.revision if caption else 0
    if now_standing != seen.revision:
        raise Overtaken(now_standing)
    return caption


def _origin(before: Caption | None, words: Words) -> CaptionOrigin:
    """Return whose the text is: what a machine heard stays the machine's until it was read."""
    is_heard = before is not None and before.origin is CaptionOrigin.MACHINE
    return CaptionOrigin.MACHINE if is_heard and not words.is_checked else CaptionOrigin.PERSON

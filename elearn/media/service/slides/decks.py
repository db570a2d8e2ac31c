"""PDFs given to a film, whose pages take the places of its pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import audit, jobs, storage
from elearn.access import Actor
from elearn.media import queries
from elearn.media.models import DeckState, MediumVersion, SlideDeck
from elearn.media.reasons import kept
from elearn.media.rules import SlideFacts, SlideOrigin
from elearn.media.rules import slides as rules
from elearn.media.service.permission import refuse_strangers
from elearn.media.service.slides.sets import PICTURE, write_set
from elearn.storage import Kept
from elearn.text import Message, msg

TAKE_DECK = "media.slides_pdf"
_PDF = "application/pdf"
_SPREAD = msg(
    "Các trang PDF đã được chia đều theo độ dài bài. Hãy nghe và sửa mốc “Hiện từ” của từng trang."
)


@dataclass(frozen=True, slots=True)
class DeckUpload:
    """A PDF that lies in the store; its pages go in order, or where they look alike."""

    kept: Kept
    file_name: str
    is_in_order: bool


def give_deck(
    db: Session, actor: Actor, version: MediumVersion, given: DeckUpload, *, now: datetime
) -> SlideDeck:
    """Have the pages of a PDF take the places of a version's pictures.

    :raise Forbidden: if the actor may not change this medium.
    """
    refuse_strangers(actor, version.medium)
    deck = SlideDeck(
        version_id=version.id,
        file=storage.record(db, given.kept, media_type=_PDF, now=now),
        file_name=given.file_name[:255],
        is_in_order=given.is_in_order,
        uploaded_by_id=actor.person_id,
        uploaded_at=now,
    )
    db.add(deck)
    db.flush()
    audit.record(db, actor, "media.deck_given", "medium_version", version.id, now=now)
    jobs.enqueue(db, TAKE_DECK, {"deck": deck.id}, key=deck.job_key, priority=10, now=now)
    return deck


def take_deck(
    db: Session, deck: SlideDeck, pages: Mapping[int, tuple[Kept, str]], *, now: datetime
) -> None:
    """Show pages in place of pictures: by the key of the old file, the new one and its words."""
    version = queries.version_by_id(db, deck.version_id)
    standing = queries.slide_set_of(db, version.id)
    slides = [one.facts for one in standing.slides] if standing else []
    files = {
        old: (storage.record(db, new, media_type=PICTURE, now=now).id, text)
        for old, (new, text) in pages.items()
    }
    changed = rules.with_pages(slides, files)
    if list(changed) != slides:
        write_set(db, version, changed, deck.uploaded_by_id, now=now)
    left = [number for number, one in enumerate(slides, 1) if one.file_id not in files]
    deck.state, deck.outcome = DeckState.DONE, kept(_outcome(len(slides), left))
    db.flush()


def take_deck_alone(
    db: Session, deck: SlideDeck, pages: Sequence[tuple[Kept, str]], *, now: datetime
) -> None:
    """Give a version that shows nothing the pages of a PDF, each for as long as the others."""
    version = queries.version_by_id(db, deck.version_id)
    length = version.duration_ms or 0
    slides = [
        SlideFacts(
            length * number // len(pages),
            storage.record(db, page, media_type=PICTURE, now=now).id,
            SlideOrigin.PDF,
            text,
        )
        for number, (page, text) in enumerate(pages)
    ]
    write_set(db, version, slides, deck.uploaded_by_id, now=now)
    deck.state, deck.outcome = DeckState.DONE, kept(_SPREAD)
    db.flush()


def refuse_deck(db: Session, deck: SlideDeck, reason: Message) -> None:
    """Say why nothing came of a PDF."""
    deck.state, deck.reason = DeckState.FAILED, kept(reason)
    db.flush()


def _outcome(count: int, left: list[int]) -> Message:
    if not left:
        return msg("Cả %(count)s trang chiếu đã lấy hình từ tệp PDF.", count=count)
    if len(left) == count:
        return msg("Không trang nào của PDF giống hình trong video, nên trang chiếu giữ nguyên.")
    return msg(
        "%(taken)s trên %(count)s trang chiếu đã lấy hình từ tệp PDF. Giữ hình cũ ở trang"
        " %(left)s vì không trang PDF nào giống.",
        taken=count - len(left),
        count=count,
        left=", ".join(map(str, left)),
    )

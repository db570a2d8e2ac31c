"""What is played now, for many media at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.media import captions
from elearn.media.captions import Cue
from elearn.media.models import Caption, MediumVersion, Rendition, VersionState
from elearn.media.queries.parts import caption_in
from elearn.media.rules import CaptionFacts, Playable, RenditionFacts
from elearn.text import msg


def playables(db: Session, medium_ids: Collection[int]) -> dict[int, Playable]:
    """Return what is played now for each of these media that has a version ready; 3 queries."""
    ready = (MediumVersion.medium_id.in_(medium_ids), MediumVersion.state == VersionState.READY)
    newest = select(func.max(MediumVersion.id)).where(*ready).group_by(MediumVersion.medium_id)
    versions = db.scalars(select(MediumVersion).where(MediumVersion.id.in_(newest))).all()
    keys = [version.id for version in versions]
    weights, spoken = _weights(db, keys), _captions(db, keys)
    return {
        one.medium_id: Playable(
            one.medium_id, one.id, one.seconds, tuple(weights[one.id]), tuple(spoken[one.id])
        )
        for one in versions
    }


def playable_of(db: Session, medium_id: int | None) -> Playable:
    """Return what is played now for a medium.

    :raise NotFound: if nothing is ready.
    """
    found = playables(db, [medium_id]) if medium_id is not None else {}
    if medium_id not in found:
        raise NotFound(msg("Bài này chưa có video. Khi có, bài sẽ mở được ở đúng chỗ này."))
    return found[medium_id]


def transcript_of(db: Session, shown: Playable) -> list[Cue]:
    """Return what is said in a film, in the first of its languages, if it has captions."""
    languages = [caption.language for caption in shown.captions]
    caption = caption_in(db, shown.version_id, languages[0]) if languages else None
    return list(captions.read(caption.text).cues) if caption else []


def _weights(db: Session, version_ids: Sequence[int]) -> dict[int, list[RenditionFacts]]:
    found: dict[int, list[RenditionFacts]] = defaultdict(list)
    columns = (Rendition.version_id, Rendition.name, Rendition.height, Rendition.size_bytes)
    mine = select(*columns).where(Rendition.version_id.in_(version_ids))
    for version_id, name, height, size in db.execute(mine.order_by(Rendition.bandwidth.desc())):
        found[version_id].append(RenditionFacts(name, height, size))
    return found


def _captions(db: Session, version_ids: Sequence[int]) -> dict[int, list[CaptionFacts]]:
    found: dict[int, list[CaptionFacts]] = defaultdict(list)
    mine = select(Caption.version_id, Caption.language).where(Caption.version_id.in_(version_ids))
    for version_id, language in db.execute(mine.order_by(Caption.language.desc())):
        found[version_id].append(CaptionFacts(language))
    return found

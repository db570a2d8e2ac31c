"""What is played now, for many media at once."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.errors import NotFound
from elearn.media import captions
from elearn.media.captions import Cue
from elearn.media.models import (
    CAPTION_ORDER,
    Caption,
    CaptionOrigin,
    MediumVersion,
    Release,
    Rendition,
)
from elearn.media.queries.parts import caption_in
from elearn.media.queries.slides import slides_weights
from elearn.media.rules import (
    CaptionFacts,
    Earlier,
    Playable,
    RenditionFacts,
    Replacement,
    ReplacementPolicy,
)
from elearn.text import msg

_NOTHING_YET = msg("Bài này chưa có video. Khi có, bài sẽ mở được ở đúng chỗ này.")
_Given = tuple[MediumVersion, Release]


def playables(db: Session, medium_ids: Collection[int]) -> dict[int, Playable]:
    """Return what is played now for each of these media that has a version released; 4 queries.

    One more if any of them was replaced in parts.
    """
    lines = _released(db, medium_ids)
    if not lines:
        return {}
    shown = [line[-1][0] for line in lines.values()]
    made = _playables(db, shown)
    return {
        medium_id: replace(made[line[-1][0].id], earlier=_earlier(line))
        for medium_id, line in lines.items()
    }


def playable_version(db: Session, version_id: int) -> Playable:
    """Return one version as it is played, whatever is played now; nothing is `earlier` than it.

    :raise NotFound: if it was never released.
    """
    released = select(MediumVersion).join(Release, Release.version_id == MediumVersion.id)
    version = db.scalar(released.where(MediumVersion.id == version_id))
    if version is None:
        raise NotFound(_NOTHING_YET)
    return _playables(db, [version])[version_id]


def _playables(db: Session, versions: Sequence[MediumVersion]) -> dict[int, Playable]:
    keys = [version.id for version in versions]
    weights, spoken = _weights(db, keys), _captions(db, keys)
    slides = slides_weights(db, keys)
    return {
        one.id: Playable(
            one.medium_id,
            one.id,
            one.seconds,
            tuple(weights[one.id]),
            tuple(spoken[one.id]),
            slides=slides.get(one.id),
        )
        for one in versions
    }


def _released(db: Session, medium_ids: Collection[int]) -> dict[int, list[_Given]]:
    """Return by medium its versions that were ever released, the oldest first."""
    rows = db.execute(
        select(MediumVersion, Release)
        .join(Release, Release.version_id == MediumVersion.id)
        .where(MediumVersion.medium_id.in_(medium_ids))
        .order_by(MediumVersion.id)
    ).all()
    lines: dict[int, list[_Given]] = defaultdict(list)
    for version, release in rows:
        lines[version.medium_id].append((version, release))
    return lines


def _earlier(line: Sequence[_Given]) -> tuple[Earlier, ...]:
    return tuple(
        Earlier(old.id, old.seconds, _replacement(release))
        for (old, _first), (_new, release) in pairwise(line)
    )


def _replacement(release: Release) -> Replacement:
    policy = release.policy or ReplacementPolicy.STAYS_VALID
    is_in_parts = policy is ReplacementPolicy.ONLY_NEW_PARTS
    changes = tuple(one.as_change for one in release.changes) if is_in_parts else ()
    return Replacement(policy, release.released_at, release.note, changes)


def playable_of(db: Session, medium_id: int | None) -> Playable:
    """Return what is played now for a medium.

    :raise NotFound: if nothing is ready.
    """
    found = playables(db, [medium_id]) if medium_id is not None else {}
    if medium_id not in found:
        raise NotFound(_NOTHING_YET)
    return found[medium_id]


def transcript_of(db: Session, shown: Playable, language: str = "") -> list[Cue]:
    """Return what is said in a film, in one of its languages, in the first where none is named."""
    languages = [caption.language for caption in shown.captions]
    wanted = language if language in languages else next(iter(languages), "")
    caption = caption_in(db, shown.version_id, wanted) if wanted else None
    return list(captions.read(caption.text).cues) if caption else []


def _weights(db: Session, version_ids: Sequence[int]) -> dict[int, list[RenditionFacts]]:
    found: dict[int, list[RenditionFacts]] = defaultdict(list)
    columns = (
        Rendition.version_id,
        Rendition.name,
        Rendition.height,
        Rendition.size_bytes,
        Rendition.kind,
    )
    mine = select(*columns).where(Rendition.version_id.in_(version_ids))
    ordered = mine.order_by(Rendition.bandwidth.desc())
    for version_id, name, height, size, kind in db.execute(ordered):
        found[version_id].append(RenditionFacts(name, height, size, kind))
    return found


def _captions(db: Session, version_ids: Sequence[int]) -> dict[int, list[CaptionFacts]]:
    found: dict[int, list[CaptionFacts]] = defaultdict(list)
    columns = (Caption.version_id, Caption.language, Caption.origin)
    mine = select(*columns).where(Caption.version_id.in_(version_ids)).order_by(CAPTION_ORDER)
    for version_id, language, origin in db.execute(mine):
        found[version_id].append(CaptionFacts(language, origin is CaptionOrigin.MACHINE))
    return found

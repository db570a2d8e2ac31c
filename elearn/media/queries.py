"""Reads of media, each in a bounded number of queries."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from elearn import jobs
from elearn.errors import NotFound
from elearn.jobs import Job
from elearn.media.models import Caption, Medium, MediumVersion, Rendition, VersionState, is_stuck
from elearn.media.rules import CaptionFacts, Playable, RenditionFacts
from elearn.storage import StoredFile
from elearn.text import msg

PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """A version of a medium, the newest in a list of media, and the job that works on it."""

    medium: Medium
    version: MediumVersion
    job: Job | None

    @property
    def is_stuck(self) -> bool:
        return is_stuck(self.version, self.job)

    @property
    def is_under_way(self) -> bool:
        return self.version.is_under_way and not self.is_stuck

    @property
    def percent(self) -> int:
        return self.job.percent if self.job else 0


def media_page(db: Session, page: int) -> tuple[list[Row], int]:
    """Return one page of media, the newest first, and how many media there are."""
    newest = select(func.max(MediumVersion.id)).group_by(MediumVersion.medium_id)
    found = db.scalars(
        select(MediumVersion)
        .where(MediumVersion.id.in_(newest))
        .options(joinedload(MediumVersion.medium), joinedload(MediumVersion.source))
        .order_by(MediumVersion.id.desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    ).all()
    working = jobs.jobs_by_key(db, [version.job_key for version in found])
    rows = [Row(version.medium, version, working.get(version.job_key)) for version in found]
    return rows, db.scalar(select(func.count()).select_from(Medium)) or 0


def medium_by_id(db: Session, medium_id: int) -> Medium:
    """Return a medium with its versions and their weights.

    :raise NotFound: if there is none.
    """
    versions = selectinload(Medium.versions)
    found = db.scalar(
        select(Medium)
        .where(Medium.id == medium_id)
        .options(versions.selectinload(MediumVersion.renditions))
        .options(versions.selectinload(MediumVersion.captions))
        .options(versions.joinedload(MediumVersion.source))
    )
    if found is None:
        raise NotFound(msg("Không có tệp video số %(number)s.", number=medium_id))
    return found


def version_by_id(db: Session, version_id: int) -> MediumVersion:
    """Return a version.

    :raise NotFound: if there is none.
    """
    found = db.get(MediumVersion, version_id)
    if found is None:
        raise NotFound(msg("Không có phiên bản video số %(number)s.", number=version_id))
    return found


def rows_of(db: Session, medium: Medium) -> list[Row]:
    """Return the versions of a medium with their jobs, the newest first."""
    found = jobs.jobs_by_key(db, [version.job_key for version in medium.versions])
    return [Row(medium, one, found.get(one.job_key)) for one in medium.versions]


def playables(db: Session, medium_ids: Collection[int]) -> dict[int, Playable]:
    """Return what is played now for each of these media that has a version ready; 3 queries."""
    ready = (MediumVersion.medium_id.in_(medium_ids), MediumVersion.state == VersionState.READY)
    newest = select(func.max(MediumVersion.id)).where(*ready).group_by(MediumVersion.medium_id)
    versions = db.scalars(select(MediumVersion).where(MediumVersion.id.in_(newest))).all()
    keys = [version.id for version in versions]
    weights, captions = _weights(db, keys), _captions(db, keys)
    return {
        one.medium_id: Playable(
            one.medium_id, one.id, one.seconds, tuple(weights[one.id]), tuple(captions[one.id])
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


def renditions_of(db: Session, version_id: int) -> Sequence[Rendition]:
    """Return the weights of a version.

    :raise NotFound: if it has none, because it is not ready or does not exist.
    """
    found = db.scalars(select(Rendition).where(Rendition.version_id == version_id)).all()
    if not found:
        raise _nothing_here()
    return found


def rendition_of(db: Session, version_id: int, name: str) -> Rendition:
    """Return one weight of a version with its file, in one query.

    :raise NotFound: if there is none of this name.
    """
    mine = select(Rendition).where(Rendition.version_id == version_id, Rendition.name == name)
    found = db.scalar(mine.options(joinedload(Rendition.file)))
    if found is None:
        raise _nothing_here()
    return found


def poster_of(db: Session, version_id: int) -> StoredFile:
    """Return the poster of a version.

    :raise NotFound: if it has none.
    """
    mine = MediumVersion.id == version_id
    found = db.scalar(select(StoredFile).join(MediumVersion.poster).where(mine))
    if found is None:
        raise _nothing_here()
    return found


def caption_of(db: Session, version_id: int, language: str) -> Caption:
    """Return the captions of a version in a language.

    :raise NotFound: if there are none.
    """
    mine = select(Caption).where(Caption.version_id == version_id, Caption.language == language)
    found = db.scalar(mine)
    if found is None:
        raise _nothing_here()
    return found


def _nothing_here() -> NotFound:
    return NotFound(
        msg("Bài này không có phần đó. Mở lại trang bài giảng để xem những gì đang có.")
    )

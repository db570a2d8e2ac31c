"""One medium, and one version of it."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from elearn.errors import NotFound
from elearn.media.models import Medium, MediumVersion, VersionState
from elearn.text import msg


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
        .options(versions.joinedload(MediumVersion.release))
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


def watchable_version(db: Session, medium_id: int | None) -> MediumVersion | None:
    """Return the newest version of a medium that is or may yet be ready."""
    hopeful = (
        MediumVersion.medium_id == medium_id,
        MediumVersion.state != VersionState.FAILED,
    )
    newest = select(MediumVersion).where(*hopeful).order_by(MediumVersion.number.desc())
    return db.scalar(newest.limit(1))

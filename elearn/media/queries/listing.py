"""Media in a list, and the versions of one, each with the job that works on it."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, joinedload

from elearn import jobs
from elearn.jobs import Job, JobState, Obstacle
from elearn.media.models import Medium, MediumVersion, VersionState, is_stuck
from elearn.media.queries.shelves import Shelf, stands_on
from elearn.text import Message, fold, msg, nfc

PAGE = 25
_WAITS_FOR = {
    Obstacle.ROOM: msg("Máy chủ đang hết chỗ trống."),
    Obstacle.DATABASE: msg("Máy chủ đang chờ cơ sở dữ liệu."),
    Obstacle.AWAY: msg("Kho tệp của máy chủ đang không trả lời."),
    Obstacle.KILLED: msg("Máy chủ thiếu bộ nhớ nên phải dừng giữa chừng."),
}
MEASURED_PERCENT = 5  # Of all the work; only the sound is decoded.


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
    def is_unreleased(self) -> bool:
        """Whether it could be watched, and learners are still given the version before."""
        return self.version.state is VersionState.READY and self.version.release is None

    @property
    def waits_for(self) -> Message | None:
        """Return what its job waits for that could not go on, if it did."""
        if self.job is None or self.job.obstacle is None or self.job.state is not JobState.QUEUED:
            return None
        return _WAITS_FOR[self.job.obstacle]

    @property
    def step(self) -> int:
        """Return how many of the steps lie behind: taken in, tested, transcoded."""
        if self.version.state is VersionState.WAITING:
            return 1
        return 1 if self.percent < MEASURED_PERCENT else 2

    @property
    def percent(self) -> int:
        return self.job.percent if self.job else 0


def media_page(
    db: Session, page: int, *, text: str = "", shelf: Shelf = Shelf.ALL, owner_id: int | None = None
) -> tuple[list[Row], int]:
    """Return one page of media, the newest first, and how many media there are.

    With a text, only those whose titles hold all its words, with or without diacritics; with an
    owner, only those that this person made.
    """
    newest = select(func.max(MediumVersion.id)).group_by(MediumVersion.medium_id)
    named = [Medium.title_folded.contains(w, autoescape=True) for w in fold(nfc(text)).split()]
    hers = [Medium.created_by_id == owner_id] if owner_id is not None else []
    asked = (MediumVersion.id.in_(newest), stands_on(shelf), *named, *hers)
    found = db.scalars(
        select(MediumVersion)
        .join(MediumVersion.medium)
        .where(*asked)
        .options(contains_eager(MediumVersion.medium), joinedload(MediumVersion.source))
        .options(joinedload(MediumVersion.release))
        .order_by(MediumVersion.id.desc())
        .offset((page - 1) * PAGE)
        .limit(PAGE)
    ).all()
    working = jobs.jobs_by_key(db, [version.job_key for version in found])
    rows = [Row(version.medium, version, working.get(version.job_key)) for version in found]
    counted = select(func.count()).select_from(MediumVersion).join(MediumVersion.medium)
    return rows, db.scalar(counted.where(*asked)) or 0


def rows_of(db: Session, medium: Medium) -> list[Row]:
    """Return the versions of a medium with their jobs, the newest first."""
    found = jobs.jobs_by_key(db, [version.job_key for version in medium.versions])
    return [Row(medium, one, found.get(one.job_key)) for one in medium.versions]

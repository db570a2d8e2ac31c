"""What a job is about, by the name people know it by."""

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from elearn import people
from elearn.accounts import SlipBatch
from elearn.areas import AreaVersion
from elearn.certificates import Certificate
from elearn.jobs import Job
from elearn.media import FileUpload, Medium, MediumVersion

_VERSIONS = select(MediumVersion.id, Medium.title).join(MediumVersion.medium)
_BATCH = people.roster.RosterBatch
_BATCHES = select(_BATCH.id, _BATCH.file_name)
_OF_AREA = (
    (AreaVersion.area_id == SlipBatch.area_id)
    & AreaVersion.is_current()
    & AreaVersion.valid_to.is_(None)
)

#: By the kind of job: which entry of its payload is a key, and the names under such keys.
_THINGS: dict[str, tuple[str, Select[int, str]]] = {
    "media.receive": ("upload", select(FileUpload.id, FileUpload.title)),
    "media.transcode": ("version", _VERSIONS),
    "media.hear": ("version", _VERSIONS),
    "media.slides": ("version", _VERSIONS),
    "certificates.render": ("certificate", select(Certificate.id, Certificate.shown_number)),
    "accounts.slips": ("batch", select(SlipBatch.id, AreaVersion.name).join(AreaVersion, _OF_AREA)),
    "roster-read": ("batch", _BATCHES),
    "roster-compare": ("batch", _BATCHES),
    "roster-commit": ("batch", _BATCHES),
    "roster-undo": ("batch", _BATCHES),
}


def names_of(db: Session, jobs: Sequence[Job]) -> dict[int, str]:
    """Return by job the name of what it is about, where it has one; a query for each kind."""
    named: dict[int, str] = {}
    for kind in {job.kind for job in jobs} & _THINGS.keys():
        named |= _named(db, kind, [job for job in jobs if job.kind == kind])
    lectures = {job.id: str(job.payload["lecture"]) for job in jobs if "lecture" in job.payload}
    return named | lectures


def _named(db: Session, kind: str, jobs: Sequence[Job]) -> dict[int, str]:
    entry, found = _THINGS[kind]
    keys = {job.id: job.payload[entry] for job in jobs if entry in job.payload}
    key = found.selected_columns[0]
    names = {row[0]: row[1] for row in db.execute(found.where(key.in_(set(keys.values()))))}
    return {job_id: names[key] for job_id, key in keys.items() if key in names}

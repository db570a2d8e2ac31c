"""Report files: to whom they are shown, the list of them, and what became of each envelope."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, joinedload

from elearn import people
from elearn.access import Actor
from elearn.errors import NotFound
from elearn.learning.models import OfflineLease
from elearn.learning.offline.models import EnvelopeState, ReportEnvelope, ReportFile
from elearn.people import Person
from elearn.text import msg

FILES, ENVELOPES = 30, 50
_E = ReportEnvelope
#: What somebody has to do something about comes first.
_ORDER = (
    *(EnvelopeState.QUARANTINED, EnvelopeState.REFUSED),
    *(EnvelopeState.TAKEN, EnvelopeState.KNOWN),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many envelopes of a file stand how, and how much they brought, to how many people."""

    counts: Mapping[EnvelopeState, int] = field(default_factory=dict)
    credited_seconds: int = 0
    refused_seconds: int = 0
    persons: int = 0

    @property
    def envelopes(self) -> int:
        return sum(self.counts.values())

    def lacking(self, announced: int | None) -> int:
        """Return how many envelopes were lost on the way."""
        return max(0, (announced or 0) - self.envelopes)


@dataclass(frozen=True, slots=True)
class FilesPage:
    """One page of report files, the latest first, and whence the next begins."""

    lines: Sequence[tuple[ReportFile, Tally]]
    next_before: int | None = None


@dataclass(frozen=True, slots=True)
class EnvelopeLine:
    """An envelope, and whose it is where the reader may know that."""

    envelope: ReportEnvelope
    name: str
    lecture: str


@dataclass(frozen=True, slots=True)
class FilePage:
    """What became of a file: all in all, and one page of its envelopes."""

    tally: Tally
    lines: Sequence[EnvelopeLine]
    page: int
    pages: int
    #: When somebody else had brought the very same file.
    other_brought_at: datetime | None


def files_visible_to(db: Session, actor: Actor) -> ColumnElement[bool]:
    """Return the condition on `ReportFile` that the actor may see it; at most one query.

    Whoever brought it does, and who decides over her or inspects there: not her neighbours.
    """
    return ReportFile.brought_by.has(people.visible_to(db, actor.as_decider()))


def file_seen_by(db: Session, actor: Actor, file_id: int) -> ReportFile:
    """Return the file.

    :raise NotFound: if there is none, and equally if the actor may not know of it.
    """
    found = select(ReportFile).where(ReportFile.id == file_id, files_visible_to(db, actor))
    file = db.scalar(found.options(joinedload(ReportFile.brought_by)))
    if file is None:
        raise NotFound(msg("Không có tệp báo cáo xem này trong phạm vi anh/chị được xem."))
    return file


def files_page(db: Session, actor: Actor, *, before: int | None = None) -> FilesPage:
    """Return a page of the files the actor may see; four queries at most."""
    found = select(ReportFile).where(files_visible_to(db, actor))
    if before:
        found = found.where(ReportFile.id < before)
    found = found.options(joinedload(ReportFile.brought_by)).order_by(ReportFile.id.desc())
    files = db.scalars(found.limit(FILES + 1)).all()
    tallies = tallies_of(db, [one.id for one in files[:FILES]])
    lines = [(one, tallies[one.id]) for one in files[:FILES]]
    return FilesPage(lines, files[FILES - 1].id if len(files) > FILES else None)


def file_page(db: Session, actor: Actor, file: ReportFile, page: int) -> FilePage:
    """Return what became of a file; six queries at most."""
    tally = tallies_of(db, [file.id])[file.id]
    pages = max(1, -(-tally.envelopes // ENVELOPES))
    page = min(max(1, page), pages)
    order = case({state: place for place, state in enumerate(_ORDER)}, value=_E.state)
    found = select(_E).where(_E.report_file_id == file.id).order_by(order, _E.place)
    found = found.options(joinedload(_E.lease).joinedload(OfflineLease.lecture))
    rows = db.scalars(found.offset((page - 1) * ENVELOPES).limit(ENVELOPES)).all()
    same = select(func.min(ReportFile.brought_at)).where(
        ReportFile.sha256 == file.sha256, ReportFile.id < file.id
    )
    return FilePage(tally, _told(db, actor, rows), page, pages, db.scalar(same))


def tallies_of(db: Session, file_ids: Collection[int]) -> dict[int, Tally]:
    """Return how the envelopes of files stand; two queries."""
    counts: dict[int, dict[EnvelopeState, int]] = {key: {} for key in file_ids}
    credited, refused = Counter[int](), Counter[int]()
    for key, state, count, paid, unpaid in db.execute(_counted(file_ids)):
        counts[key][state] = count
        credited[key] += paid
        refused[key] += unpaid
    persons = dict(db.execute(_credited(file_ids)).all())
    return {
        key: Tally(counts[key], credited[key], refused[key], persons.get(key, 0))
        for key in file_ids
    }


def _counted(file_ids: Collection[int]) -> Select[*tuple[Any, ...]]:
    counted = select(_E.report_file_id, _E.state, func.count())
    counted = counted.add_columns(func.sum(_E.credited_seconds), func.sum(_E.refused_seconds))
    hers = counted.where(_E.report_file_id.in_(file_ids))
    return hers.group_by(_E.report_file_id, _E.state)


def _credited(file_ids: Collection[int]) -> Select[int, int]:
    persons = func.count(OfflineLease.person_id.distinct())
    found = select(_E.report_file_id, persons).join(_E.lease).where(_E.credited_seconds > 0)
    return found.where(_E.report_file_id.in_(file_ids)).group_by(_E.report_file_id)


def _told(db: Session, actor: Actor, rows: Sequence[ReportEnvelope]) -> list[EnvelopeLine]:
    keys = {row.lease.person_id for row in rows if row.lease}
    named = select(Person.id, Person.full_name).where(Person.id.in_(keys))
    seen = named.where(people.visible_to(db, actor))
    names = dict(db.execute(seen).all()) if keys else {}
    return [
        EnvelopeLine(row, names.get(row.lease.person_id, ""), row.lease.lecture.title)
        if row.lease
        else EnvelopeLine(row, "", "")
        for row in rows
    ]

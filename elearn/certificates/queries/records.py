"""Certificates with all that became of them: states, file, what replaced them; few queries."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import jobs, people
from elearn.certificates.models import Certificate, CertificateFile, CertificateState
from elearn.certificates.rules import Facts, FileKind, State
from elearn.jobs import Job


@dataclass(frozen=True, slots=True)
class Record:
    """A certificate, its states from the first on, and its file if it was printed already."""

    certificate: Certificate
    states: tuple[CertificateState, ...]
    file: CertificateFile | None
    job: Job | None
    successor: Certificate | None

    @property
    def facts(self) -> Facts:
        return self.certificate.facts

    @property
    def now(self) -> CertificateState:
        return self.states[-1]

    @property
    def state(self) -> State:
        return self.now.state

    @property
    def is_valid(self) -> bool:
        return self.state is State.VALID

    @property
    def kilobytes(self) -> int:
        """Return what the file weighs, at least one."""
        return max(1, round(self.file.file.size / 1000)) if self.file else 0

    @property
    def is_stuck(self) -> bool:
        """Whether printing it has failed: somebody at the machine has to look."""
        return self.file is None and self.job is not None and self.job.is_broken


def records_of(db: Session, certificates: Sequence[Certificate]) -> list[Record]:
    """Return the records of these certificates, in their order; four queries for all."""
    keys = [certificate.id for certificate in certificates]
    states = _states(db, keys)
    files = _files(db, keys)
    printing = jobs.jobs_by_key(db, [one.job_key for one in certificates if one.id not in files])
    heirs = _successors(db, states)
    return [
        Record(
            one,
            tuple(states[one.id]),
            files.get(one.id),
            printing.get(one.job_key),
            heirs.get(states[one.id][-1].replaced_by_id or 0),
        )
        for one in certificates
    ]


def _states(db: Session, keys: list[int]) -> dict[int, list[CertificateState]]:
    found = select(CertificateState).where(CertificateState.certificate_id.in_(keys))
    states: dict[int, list[CertificateState]] = {}
    for state in db.scalars(found.order_by(CertificateState.number)):
        states.setdefault(state.certificate_id, []).append(state)
    return states


def _files(db: Session, keys: list[int]) -> dict[int, CertificateFile]:
    drawn = CertificateFile.kind == FileKind.RENDERED
    found = select(CertificateFile).where(CertificateFile.certificate_id.in_(keys), drawn)
    return {file.certificate_id: file for file in db.scalars(found)}


def _successors(db: Session, states: dict[int, list[CertificateState]]) -> dict[int, Certificate]:
    keys = [rows[-1].replaced_by_id for rows in states.values() if rows[-1].replaced_by_id]
    if not keys:
        return {}
    return {one.id: one for one in db.scalars(select(Certificate).where(Certificate.id.in_(keys)))}


def record_of(db: Session, certificate: Certificate) -> Record:
    """Return the record of one certificate."""
    return records_of(db, [certificate])[0]


def records_of_person(db: Session, person_id: int) -> list[Record]:
    """Return what was issued to a human being, under whichever entry: valid first, then newest."""
    own = Certificate.person_id.in_(people.entry_ids(person_id))
    found = select(Certificate).where(own).order_by(Certificate.issued_at.desc())
    records = records_of(db, db.scalars(found.order_by(Certificate.id.desc())).all())
    return sorted(records, key=lambda record: not record.is_valid)


def replaced_by(db: Session, certificate: Certificate) -> Certificate | None:
    """Return the certificate that this one replaced, if it did."""
    state = CertificateState
    found = select(Certificate).join(state, state.certificate_id == Certificate.id)
    return db.scalar(found.where(state.replaced_by_id == certificate.id))


def record_by_token(db: Session, token: str) -> Record | None:
    """Return the record under a short address, or nothing."""
    found = db.scalar(select(Certificate).where(Certificate.token == token))
    return record_of(db, found) if found else None


def record_by_number(db: Session, number: str) -> Record | None:
    """Return the record under a number as it is printed, or nothing."""
    found = db.scalar(select(Certificate).where(Certificate.shown_number == number))
    return record_of(db, found) if found else None

"""Is the register whole? Gaps, doubles and files, looked at from the outside, without trust."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.certificates.models import Certificate, CertificateFile, Register
from elearn.certificates.queries.issuers import registers
from elearn.certificates.rules import KIND_SIGNS, shown_number
from elearn.storage import Store, StoredFile
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was looked at, how much of it is not printed yet, and what is wrong."""

    certificates: int
    unprinted: int
    problems: tuple[Message, ...]


def inspect(db: Session, store: Store) -> Inspection:
    """Look at every register and every file; four queries, and each file is read once."""
    numbers = _numbers(db)
    files = _files(db)
    problems = [problem for one in registers(db) for problem in _gaps(one, numbers.pop(one.id, {}))]
    problems += _torn(store, files)
    issued = set(db.scalars(select(Certificate.id)))
    printed = {certificate_id for certificate_id, _, _ in files}
    return Inspection(len(issued), len(issued - printed), tuple(problems))


def _numbers(db: Session) -> dict[int, dict[int, str]]:
    """Return the numbers given out of each register, and how each is shown."""
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    rows = select(Certificate.register_id, Certificate.number, Certificate.shown_number)
    for register_id, number, shown in db.execute(rows):
        found[register_id][number] = shown
    return dict(found)


def _gaps(register: Register, given: dict[int, str]) -> Iterator[Message]:
    sign = f"{KIND_SIGNS[register.kind]}-{register.issuer.sign}"
    for number in range(1, register.last_number + 1):
        shown = shown_number(number, register.year, sign)
        if given.pop(number, None) != shown:
            yield msg("Sổ thiếu hoặc ghi khác số %(number)s.", number=shown)
    for shown in given.values():
        yield msg("Số %(number)s nằm ngoài sổ.", number=shown)


def _files(db: Session) -> list[tuple[int, str, str]]:
    """Return which file shows which certificate: its key, the hash, and the number."""
    found = (
        select(Certificate.id, StoredFile.sha256, Certificate.shown_number)
        .join(CertificateFile, CertificateFile.certificate_id == Certificate.id)
        .join(StoredFile, StoredFile.id == CertificateFile.file_id)
        .order_by(Certificate.id)
    )
    return [(key, digest, shown) for key, digest, shown in db.execute(found)]


def _torn(store: Store, files: list[tuple[int, str, str]]) -> Iterator[Message]:
    for _, digest, shown in files:
        if not store.is_whole(digest):
            yield msg("Tệp của giấy số %(number)s mất hoặc bị đổi.", number=shown)

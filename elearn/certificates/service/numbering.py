"""Numbers out of a register: no gap and no two alike, whoever issues beside, whoever is killed."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.orm import Session

from elearn.catalogue import CertificateKind
from elearn.certificates.models import Issuer, Register
from elearn.certificates.rules import KIND_SIGNS, shown_number
from elearn.db import insert_missing


@dataclass(frozen=True, slots=True)
class Taken:
    """Numbers taken from a register, which are given out in this transaction or by nobody."""

    register_id: int
    year: int
    sign: str
    first: int
    count: int

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.first + self.count))

    def shown(self, number: int) -> str:
        return shown_number(number, self.year, self.sign)


def take(db: Session, issuer: Issuer, kind: CertificateKind, year: int, count: int) -> Taken:
    """Take the next numbers; the register stays locked until the transaction ends.

    Whoever comes meanwhile waits, and begins where this one ended, or where it began if it is
    rolled back. So the rows that bear the numbers must be written in the same transaction.
    """
    insert_missing(db, Register, issuer_id=issuer.id, kind=kind, year=year, last_number=0)
    mine = (Register.issuer_id == issuer.id, Register.kind == kind, Register.year == year)
    counted = update(Register).where(*mine).values(last_number=Register.last_number + count)
    row = db.execute(counted.returning(Register.id, Register.last_number)).one()
    sign = f"{KIND_SIGNS[kind]}-{issuer.sign}"
    return Taken(row.id, year, sign, row.last_number - count + 1, count)

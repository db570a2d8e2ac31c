"""Programmes: the one asked for, the list of a day, and whom they are for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn.catalogue.models import (
    ModuleLecture,
    ModuleVersion,
    Programme,
    ProgrammeGroup,
    ProgrammeModule,
    ProgrammeVersion,
)
from elearn.catalogue.rules import Opening
from elearn.errors import NotFound
from elearn.people import TargetGroup
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme in the list of a day: open or not, with the number of its parts."""

    programme: ProgrammeVersion
    opening: Opening
    module_count: int
    lecture_count: int

    @property
    def is_open(self) -> bool:
        return self.opening is Opening.OPEN


def programme_by_code(db: Session, code: str) -> ProgrammeVersion:
    """Return the current version of a programme, open or closed.

    :raise NotFound: if there is no such code.
    """
    version = db.scalar(
        select(ProgrammeVersion)
        .join(ProgrammeVersion.programme)
        .where(Programme.code == code, ProgrammeVersion.is_current())
    )
    if version is None:
        raise NotFound(msg("Không tìm thấy chương trình %(code)s.", code=code))
    return version


def programmes(db: Session, day: date) -> tuple[Offer, ...]:
    """Return the programmes in their order, those open on the day first, in two queries."""
    versions = db.scalars(
        select(ProgrammeVersion)
        .join(ProgrammeVersion.programme)
        .where(Programme.withdrawn_on.is_(None), ProgrammeVersion.is_current())
        .order_by(Programme.id)
    ).all()
    counts = _counts(db)
    offers = [
        Offer(version, version.opening_on(day), *counts.get(version.id, (0, 0)))
        for version in versions
    ]
    return tuple(sorted(offers, key=lambda offer: not offer.is_open))


def _counts(db: Session) -> dict[int, tuple[int, int]]:
    """Return the number of modules and of distinct lectures by programme version."""
    place = ProgrammeModule
    rows = db.execute(
        select(
            place.programme_version_id,
            func.count(place.module_id.distinct()),
            func.count(ModuleLecture.lecture_id.distinct()),
        )
        .join(ModuleVersion, ModuleVersion.module_id == place.module_id)
        .outerjoin(ModuleLecture, ModuleLecture.module_version_id == ModuleVersion.id)
        .where(ModuleVersion.is_current())
        .group_by(place.programme_version_id)
    )
    return {version_id: (modules, lectures) for version_id, modules, lectures in rows}


def groups_of(db: Session, programme: ProgrammeVersion) -> Sequence[TargetGroup]:
    """Return the target groups a programme version is held for."""
    return db.scalars(
        select(TargetGroup)
        .join(ProgrammeGroup, ProgrammeGroup.group_key == TargetGroup.key)
        .where(ProgrammeGroup.programme_version_id == programme.id)
        .order_by(TargetGroup.name)
    ).all()

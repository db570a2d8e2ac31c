"""What is still taught as part of something that is offered, each in one query."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import (
    Module,
    ModuleLecture,
    ModuleVersion,
    Programme,
    ProgrammeModule,
    ProgrammeVersion,
)


def modules_in_use(db: Session) -> set[int]:
    """Return the keys of the modules that stand in a programme which is not withdrawn."""
    return set(
        db.scalars(
            select(ProgrammeModule.module_id)
            .join(ProgrammeVersion, ProgrammeVersion.id == ProgrammeModule.programme_version_id)
            .join(Programme, Programme.id == ProgrammeVersion.programme_id)
            .where(ProgrammeVersion.is_current(), Programme.withdrawn_on.is_(None))
        )
    )


def lectures_in_use(db: Session) -> set[int]:
    """Return the keys of the lectures that stand in a module which is not withdrawn."""
    return set(
        db.scalars(
            select(ModuleLecture.lecture_id)
            .join(ModuleVersion, ModuleVersion.id == ModuleLecture.module_version_id)
            .join(Module, Module.id == ModuleVersion.module_id)
            .where(ModuleVersion.is_current(), Module.withdrawn_on.is_(None))
        )
    )

"""The lectures of a module, to be fetched one after another."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue
from elearn.catalogue import Lecture, ModuleLecture, ModuleVersion


def module_to_fetch(db: Session, code: str) -> tuple[str, Sequence[Lecture]]:
    """Return what a module is called, and its lectures in order.

    :raise NotFound: if there is no such module.
    """
    module = catalogue.module_by_code(db, code)
    version = db.scalars(
        select(ModuleVersion).where(
            ModuleVersion.module_id == module.id, ModuleVersion.is_current()
        )
    ).one()
    lectures = db.scalars(
        select(Lecture)
        .join(ModuleLecture, ModuleLecture.lecture_id == Lecture.id)
        .where(ModuleLecture.module_version_id == version.id)
        .order_by(ModuleLecture.position)
    )
    return version.title, lectures.all()

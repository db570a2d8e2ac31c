"""Modules under their code, and how each is worded now."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Module, ModuleVersion
from elearn.errors import NotFound
from elearn.text import msg


def module_by_code(db: Session, code: str) -> Module:
    """Return a module; a withdrawn one is found as well.

    :raise NotFound: if there is no such code.
    """
    module = db.scalar(select(Module).where(Module.code == code))
    if module is None:
        raise NotFound(msg("Không tìm thấy chuyên đề %(code)s.", code=code))
    return module


def module_version_of(db: Session, module: Module) -> ModuleVersion:
    """Return the current version of a module."""
    current = select(ModuleVersion).where(ModuleVersion.module_id == module.id)
    return db.scalars(current.where(ModuleVersion.is_current())).one()

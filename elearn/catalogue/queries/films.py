"""What the films of the media domain are shown for."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import Lecture, ModuleLecture, ModuleVersion


@dataclass(frozen=True, slots=True)
class Use:
    """A lecture that a film is shown for, and the modules it stands in."""

    code: str
    title: str
    modules: tuple[str, ...]


def uses_of(db: Session, medium_ids: Collection[int]) -> dict[int, tuple[Use, ...]]:
    """Return the lectures of each of these media, in the order of their codes; two queries."""
    found = db.scalars(select(Lecture).where(Lecture.medium_id.in_(medium_ids))).all()
    titles = _modules_of(db, [lecture.id for lecture in found])
    uses: dict[int, list[Use]] = defaultdict(list)
    for lecture in sorted(found, key=lambda one: one.code):
        if lecture.medium_id is not None:
            use = Use(lecture.code, lecture.title, tuple(titles[lecture.id]))
            uses[lecture.medium_id].append(use)
    return {medium_id: tuple(uses[medium_id]) for medium_id in medium_ids}


def _modules_of(db: Session, lecture_ids: Collection[int]) -> dict[int, list[str]]:
    rows = db.execute(
        select(ModuleLecture.lecture_id, ModuleVersion.title)
        .join(ModuleVersion, ModuleVersion.id == ModuleLecture.module_version_id)
        .where(ModuleVersion.is_current(), ModuleLecture.lecture_id.in_(lecture_ids))
        .order_by(ModuleVersion.id)
    )
    titles: dict[int, list[str]] = defaultdict(list)
    for lecture_id, title in rows:
        titles[lecture_id].append(title)
    return titles

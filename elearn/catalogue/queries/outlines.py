"""The outline of a programme, in two queries whatever its size."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue.models import (
    Lecture,
    LectureVersion,
    Module,
    ModuleLecture,
    ModuleVersion,
    ProgrammeModule,
    ProgrammeVersion,
)
from elearn.catalogue.rules import LectureInOutline, ModuleInOutline, Outline


def outline_of(db: Session, programme: ProgrammeVersion) -> Outline:
    """Return the modules of a programme version with their lectures, each in today's wording.

    Which modules they are belongs to the programme version; how a module or lecture is worded now
    belongs to them. One query for the modules, one for the lectures.
    """
    lectures = _lectures(db, programme)
    rows = db.execute(
        select(Module, ModuleVersion, ProgrammeModule)
        .join(ModuleVersion, ModuleVersion.module_id == Module.id)
        .join(ProgrammeModule, ProgrammeModule.module_id == Module.id)
        .where(ModuleVersion.is_current(), ProgrammeModule.programme_version_id == programme.id)
        .order_by(ProgrammeModule.position)
    )
    modules = tuple(
        ModuleInOutline(
            id=module.id,
            code=module.code,
            title=version.title,
            region=version.region,
            block=place.block,
            is_required=place.is_required,
            lectures=tuple(lectures[module.id]),
        )
        for module, version, place in rows
    )
    return Outline(modules, programme.min_electives)


def _lectures(db: Session, programme: ProgrammeVersion) -> dict[int, list[LectureInOutline]]:
    """Return the lectures by the key of the module they stand in."""
    found: dict[int, list[LectureInOutline]] = defaultdict(list)
    rows = db.execute(
        select(
            ModuleVersion.module_id,
            Lecture.id,
            Lecture.code,
            LectureVersion.title,
            Lecture.medium_id,
            LectureVersion.planned_minutes,
        )
        .join(ModuleLecture, ModuleLecture.module_version_id == ModuleVersion.id)
        .join(Lecture, Lecture.id == ModuleLecture.lecture_id)
        .join(LectureVersion, LectureVersion.lecture_id == Lecture.id)
        .join(ProgrammeModule, ProgrammeModule.module_id == ModuleVersion.module_id)
        .where(
            ModuleVersion.is_current(),
            LectureVersion.is_current(),
            ProgrammeModule.programme_version_id == programme.id,
        )
        .order_by(ModuleLecture.position)
    )
    for module_id, key, code, title, medium_id, minutes in rows:
        found[module_id].append(LectureInOutline(key, code, title, medium_id, minutes))
    return found


def objectives_of(db: Session, outline: Outline) -> dict[int, dict[str, list[str]]]:
    """Return what each lecture of an outline is to achieve, by its key, in one query."""
    keys = [lecture.id for lecture in outline.lectures]
    versions = db.execute(
        select(LectureVersion.lecture_id, LectureVersion.objectives).where(
            LectureVersion.is_current(), LectureVersion.lecture_id.in_(keys)
        )
    )
    return {version.lecture_id: version.objectives for version in versions}

"""Wordings as they would stand in the folder: the way back from the tables to plain values."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from elearn.catalogue.models import (
    Lecture,
    LectureVersion,
    Module,
    ModuleLecture,
    ModuleVersion,
    Programme,
    ProgrammeModule,
    ProgrammeVersion,
)
from elearn.catalogue.reader import (
    LectureText,
    ModuleText,
    Objectives,
    Place,
    ProgrammeText,
    Slide,
)

Keys = Collection[int]


def lecture_text_of(db: Session, lecture: Lecture) -> LectureText:
    """Return the current wording of a lecture."""
    return lecture_texts(db, [lecture.id])[lecture.code]


def module_text_of(db: Session, module: Module) -> ModuleText:
    """Return the current wording of a module."""
    return module_texts(db, [module.id])[module.code]


def lecture_texts(db: Session, keys: Keys) -> dict[str, LectureText]:
    """Return the current wordings of these lectures by code, in three queries."""
    rows = db.execute(
        select(Lecture.code, LectureVersion)
        .join(LectureVersion, LectureVersion.lecture_id == Lecture.id)
        .where(LectureVersion.is_current(), Lecture.id.in_(keys))
        .options(selectinload(LectureVersion.tags), selectinload(LectureVersion.groups))
        .order_by(Lecture.id)
    )
    return {code: _lecture(code, version) for code, version in rows}


def _lecture(code: str, version: LectureVersion) -> LectureText:
    return LectureText(
        code=code,
        title=version.title,
        planned_minutes=version.planned_minutes,
        region=version.region,
        origin=version.origin,
        source=version.source,
        note=version.note,
        is_illustrative=version.is_illustrative,
        tags=tuple(sorted(row.tag for row in version.tags)),
        groups=tuple(sorted(row.group_key for row in version.groups)),
        objectives=objectives_from(version.objectives),
        body=version.body,
        slides=slides_from(version.slides),
        captions=version.captions,
    )


def objectives_from(kept: dict[str, list[str]]) -> Objectives:
    return Objectives(**{kind: tuple(texts) for kind, texts in kept.items()})


def slides_from(kept: Iterable[dict[str, Any]]) -> tuple[Slide, ...]:
    return tuple(
        Slide(slide["title"], tuple(slide["points"]), slide["narration"]) for slide in kept
    )


def module_texts(db: Session, keys: Keys) -> dict[str, ModuleText]:
    """Return the current wordings of these modules by code, in four queries."""
    rows = db.execute(
        select(Module.code, ModuleVersion)
        .join(ModuleVersion, ModuleVersion.module_id == Module.id)
        .where(ModuleVersion.is_current(), Module.id.in_(keys))
        .options(selectinload(ModuleVersion.tags), selectinload(ModuleVersion.groups))
        .order_by(Module.id)
    ).all()
    lectures = _lectures_of(db, [version.id for _, version in rows])
    return {code: _module(code, version, lectures[version.id]) for code, version in rows}


def _module(code: str, version: ModuleVersion, lectures: Sequence[str]) -> ModuleText:
    return ModuleText(
        code=code,
        title=version.title,
        region=version.region,
        block=version.block,
        origin=version.origin,
        source=version.source,
        note=version.note,
        lectures=tuple(lectures),
        objectives=objectives_from(version.objectives),
        tags=tuple(sorted(row.tag for row in version.tags)),
        groups=tuple(sorted(row.group_key for row in version.groups)),
    )


def _lectures_of(db: Session, version_ids: Keys) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = db.execute(
        select(ModuleLecture.module_version_id, Lecture.code)
        .join(Lecture, Lecture.id == ModuleLecture.lecture_id)
        .where(ModuleLecture.module_version_id.in_(version_ids))
        .order_by(ModuleLecture.position)
    )
    for version_id, code in rows:
        found[version_id].append(code)
    return found


def programme_texts(db: Session, keys: Keys) -> dict[str, ProgrammeText]:
    """Return the current wordings of these programmes by code, in four queries."""
    rows = db.execute(
        select(Programme.code, ProgrammeVersion)
        .join(ProgrammeVersion, ProgrammeVersion.programme_id == Programme.id)
        .where(ProgrammeVersion.is_current(), Programme.id.in_(keys))
        .options(selectinload(ProgrammeVersion.tags), selectinload(ProgrammeVersion.groups))
        .order_by(Programme.id)
    ).all()
    places = _places_of(db, [version.id for _, version in rows])
    return {code: _programme(code, version, places[version.id]) for code, version in rows}


_APART = {"code", "groups", "tags", "modules"}  # All else of a programme goes by the same name.


def _programme(code: str, version: ProgrammeVersion, places: Sequence[Place]) -> ProgrammeText:
    names = [field.name for field in fields(ProgrammeText) if field.name not in _APART]
    return ProgrammeText(
        code=code,
        groups=tuple(sorted(row.group_key for row in version.groups)),
        tags=tuple(sorted(row.tag for row in version.tags)),
        modules=tuple(places),
        **{name: getattr(version, name) for name in names},
    )


def _places_of(db: Session, version_ids: Keys) -> dict[int, list[Place]]:
    found: dict[int, list[Place]] = defaultdict(list)
    rows = db.execute(
        select(ProgrammeModule, Module.code)
        .join(Module, Module.id == ProgrammeModule.module_id)
        .where(ProgrammeModule.programme_version_id.in_(version_ids))
        .order_by(ProgrammeModule.position)
    )
    for place, code in rows:
        found[place.programme_version_id].append(Place(code, place.block, place.is_required))
    return found

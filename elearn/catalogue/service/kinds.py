"""How the three kinds are written down: one text gives one version, with what hangs on it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.catalogue import queries
from elearn.catalogue.models import (
    Lecture,
    LectureGroup,
    LectureTag,
    LectureVersion,
    Module,
    ModuleGroup,
    ModuleLecture,
    ModuleTag,
    ModuleVersion,
    Programme,
    ProgrammeGroup,
    ProgrammeModule,
    ProgrammeTag,
    ProgrammeVersion,
)
from elearn.catalogue.reader import LectureText, ModuleText, ProgrammeText, Text

X = TypeVar("X", bound=Text)
AnyThing = Lecture | Module | Programme
AnyVersion = LectureVersion | ModuleVersion | ProgrammeVersion
Keys = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Kind(Generic[X]):
    """One kind of thing; `version_of` needs the keys of what its text refers to by code.

    `texts` leads back: it gives the current wordings of the things with these keys, by code.
    """

    name: str
    thing: type[AnyThing]
    version: type[AnyVersion]
    version_of: Callable[[X, Keys], AnyVersion]
    texts: Callable[[Session, Collection[int]], dict[str, X]]

    @property
    def owner(self) -> str:
        return f"{self.name}_id"

    def things(self, db: Session) -> Iterable[AnyThing]:
        """Return all of the kind, and keep others from publishing them meanwhile."""
        every = select(self.thing).with_for_update(of=self.thing, key_share=True)
        rows: Iterable[Any] = db.scalars(every)
        return rows

    def current(self, db: Session, keys: Collection[int] | None = None) -> Iterable[AnyVersion]:
        """Return the current versions of the things with these keys, or of all."""
        current = select(self.version).where(self.version.is_current())
        if keys is not None:
            current = current.where(getattr(self.version, self.owner).in_(keys))
        rows: Iterable[Any] = db.scalars(current)
        return rows


def _lecture(text: LectureText, _keys: Keys) -> LectureVersion:
    return LectureVersion(
        title=text.title,
        planned_minutes=text.planned_minutes,
        region=text.region,
        origin=text.origin,
        source=text.source,
        note=text.note,
        is_illustrative=text.is_illustrative,
        objectives=asdict(text.objectives),
        body=text.body,
        slides=[asdict(slide) for slide in text.slides],
        captions=text.captions,
        tags=[LectureTag(tag=tag) for tag in text.tags],
        groups=[LectureGroup(group_key=key) for key in text.groups],
    )


def _module(text: ModuleText, lectures: Keys) -> ModuleVersion:
    return ModuleVersion(
        title=text.title,
        region=text.region,
        block=text.block,
        origin=text.origin,
        source=text.source,
        note=text.note,
        objectives=asdict(text.objectives),
        tags=[ModuleTag(tag=tag) for tag in text.tags],
        groups=[ModuleGroup(group_key=key) for key in text.groups],
        lectures=[
            ModuleLecture(lecture_id=lectures[code], position=position)
            for position, code in enumerate(text.lectures, 1)
        ],
    )


_APART = {"code", "groups", "tags", "modules"}  # All else of a programme goes by the same name.


def _programme(text: ProgrammeText, modules: Keys) -> ProgrammeVersion:
    facts = {name: value for name, value in asdict(text).items() if name not in _APART}
    return ProgrammeVersion(
        **facts,
        groups=[ProgrammeGroup(group_key=key) for key in text.groups],
        tags=[ProgrammeTag(tag=tag) for tag in text.tags],
        modules=[
            ProgrammeModule(
                module_id=modules[place.module],
                block=place.block,
                is_required=place.is_required,
                position=position,
            )
            for position, place in enumerate(text.modules, 1)
        ],
    )


LECTURES = Kind("lecture", Lecture, LectureVersion, _lecture, queries.lecture_texts)
MODULES = Kind("module", Module, ModuleVersion, _module, queries.module_texts)
PROGRAMMES = Kind("programme", Programme, ProgrammeVersion, _programme, queries.programme_texts)

"""Tables of the catalogue: what keeps its code, and the numbered wordings of it."""

from elearn.catalogue.models.draft import ModuleDraft
from elearn.catalogue.models.lecture import Lecture, LectureGroup, LectureTag, LectureVersion
from elearn.catalogue.models.module import (
    Module,
    ModuleGroup,
    ModuleLecture,
    ModuleTag,
    ModuleVersion,
)
from elearn.catalogue.models.programme import (
    Programme,
    ProgrammeGroup,
    ProgrammeModule,
    ProgrammeTag,
    ProgrammeVersion,
)
from elearn.catalogue.models.version import Thing, Version

__all__ = [
    "Lecture",
    "LectureGroup",
    "LectureTag",
    "LectureVersion",
    "Module",
    "ModuleDraft",
    "ModuleGroup",
    "ModuleLecture",
    "ModuleTag",
    "ModuleVersion",
    "Programme",
    "ProgrammeGroup",
    "ProgrammeModule",
    "ProgrammeTag",
    "ProgrammeVersion",
    "Thing",
    "Version",
]

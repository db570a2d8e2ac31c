"""The catalogue: what is taught, as text that people edit and load, and every wording it had.

A *lecture* (bài giảng) is taught by one film. A *module* (chuyên đề) is lectures in an order; it
stands in several programmes under one code, so that completing it counts in all. A *programme*
(chương trình) is modules in *blocks*, some required, some *elective*, for *target groups*, with
what completing it takes and which *certificate* it leads to.

Each of them keeps its key and code; its wording is a *version*, numbered, hashed, never altered:
the next one supersedes it. It is *loaded* from a folder of text or *published* in the system; what
was *edited* there since the last load is true there, and an *export* writes it back to the folder.
What vanishes from the folder is *withdrawn*, never deleted. *Content
tags* say what a lecture or programme counts for where a target names a content. An *outline* is a
programme version laid open. *Planned* minutes, days and periods (tiết) are the plan; how long a
lecture really is, its medium knows.
"""

from elearn.catalogue import personal
from elearn.catalogue.models import (
    Lecture,
    LectureGroup,
    LectureTag,
    LectureVersion,
    Module,
    ModuleLecture,
    ModuleVersion,
    Programme,
    ProgrammeGroup,
    ProgrammeModule,
    ProgrammeTag,
    ProgrammeVersion,
)
from elearn.catalogue.queries import (
    lecture_by_code,
    lecture_text_of,
    lectures,
    lectures_without_medium,
    module_by_code,
    module_text_of,
    next_code,
    outline_of,
    programme_by_code,
    programmes,
    slides_of,
)
from elearn.catalogue.reader import (
    Catalogue,
    LectureText,
    ModuleText,
    Objectives,
    Slide,
    Unreadable,
    read,
)
from elearn.catalogue.rules import (
    CERTIFICATE_NAMES,
    CONTENT_TAG_NAMES,
    Block,
    CertificateKind,
    ContentTag,
    LectureInOutline,
    Mode,
    Opening,
    Origin,
    Outline,
    Region,
)
from elearn.catalogue.service import (
    Report,
    load,
    publish_lecture,
    publish_module,
    set_medium,
)

__all__ = [
    "CERTIFICATE_NAMES",
    "CONTENT_TAG_NAMES",
    "Block",
    "Catalogue",
    "CertificateKind",
    "ContentTag",
    "Lecture",
    "LectureGroup",
    "LectureInOutline",
    "LectureTag",
    "LectureText",
    "LectureVersion",
    "Mode",
    "Module",
    "ModuleLecture",
    "ModuleText",
    "ModuleVersion",
    "Objectives",
    "Opening",
    "Origin",
    "Outline",
    "Programme",
    "ProgrammeGroup",
    "ProgrammeModule",
    "ProgrammeTag",
    "ProgrammeVersion",
    "Region",
    "Report",
    "Slide",
    "Unreadable",
    "lecture_by_code",
    "lecture_text_of",
    "lectures",
    "lectures_without_medium",
    "load",
    "module_by_code",
    "module_text_of",
    "next_code",
    "outline_of",
    "personal",
    "programme_by_code",
    "programmes",
    "publish_lecture",
    "publish_module",
    "read",
    "set_medium",
    "slides_of",
]

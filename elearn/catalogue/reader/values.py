"""What the folder says, as frozen values: plain text, codes and closed sets, no database."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any

from elearn.areas import Level
from elearn.catalogue.rules import (
    Block,
    CertificateKind,
    ContentTag,
    Mode,
    Origin,
    Region,
)


@dataclass(frozen=True, slots=True)
class Text:
    """Something written down under a code."""

    code: str
    title: str

    @property
    def content_hash(self) -> str:
        """Return the SHA-256 of all that is written: the same hash is the same version.

        What is not said is left out, so that a key added to the format makes no new versions.
        """
        return _hash(self._said())

    @property
    def sense_hash(self) -> str:
        """Return the hash of what is meant: the order of target groups says nothing."""
        said = self._said()
        return _hash({**said, "groups": sorted(said.get("groups", ()))})

    def _said(self) -> dict[str, Any]:
        unsaid = {
            field.name
            for field in fields(self)
            if getattr(self, field.name) in (None, field.default)
        }
        return {name: value for name, value in asdict(self).items() if name not in unsaid}


def _hash(said: dict[str, Any]) -> str:
    written = json.dumps(
        said, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of a lecture: what it shows, and what is said to it, a sentence a line."""

    title: str
    points: tuple[str, ...]
    narration: str


@dataclass(frozen=True, slots=True)
class Objectives:
    """What a learner takes away: kiến thức, kỹ năng, tư tưởng - thái độ."""

    knowledge: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    attitude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LectureText(Text):
    """A lecture as its folder has it."""

    planned_minutes: int
    region: Region
    origin: Origin
    source: str | None
    note: str | None
    is_illustrative: bool
    tags: tuple[ContentTag, ...]
    groups: tuple[str, ...]
    objectives: Objectives
    body: str
    slides: tuple[Slide, ...]
    captions: str | None = None


@dataclass(frozen=True, slots=True)
class ModuleText(Text):
    """A module as catalogue.yaml has it, with the codes of its lectures in order."""

    region: Region
    block: Block
    origin: Origin
    source: str | None
    note: str | None
    lectures: tuple[str, ...]
    objectives: Objectives = Objectives()
    tags: tuple[ContentTag, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A module's place in a programme."""

    module: str
    block: Block
    is_required: bool


@dataclass(frozen=True, slots=True)
class ProgrammeText(Text):
    """A programme as catalogue.yaml has it, with its modules in order."""

    organiser: str
    level: Level
    region: Region
    variant_of: str | None
    origin: Origin
    days: int
    periods: int
    mode: Mode
    online_percent: int | None
    certificate: CertificateKind
    min_electives: int
    quiz_pass_percent: int
    valid_from: date
    valid_to: date | None
    planned_from_year: int | None
    planned_to_year: int | None
    classes_per_province: int | None
    min_class_size: int | None
    source: str | None
    note: str | None
    groups: tuple[str, ...]
    tags: tuple[ContentTag, ...]
    modules: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The whole folder, read without a problem: every reference in it resolves."""

    groups: tuple[tuple[str, str], ...]
    lectures: tuple[LectureText, ...]
    modules: tuple[ModuleText, ...]
    programmes: tuple[ProgrammeText, ...]

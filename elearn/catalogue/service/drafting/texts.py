"""What is written in a draft, as the texts that are published."""

from dataclasses import replace

from elearn.catalogue.reader import LectureText, ModuleText, Objectives
from elearn.catalogue.rules import Origin
from elearn.catalogue.rules.draft import Aims, DraftContent, Wording


def module_text(content: DraftContent, code: str, before: ModuleText | None) -> ModuleText:
    """Return the module; where it comes from stays as it was."""
    text = before or ModuleText(
        code=code,
        title="",
        region=content.region,
        block=content.block,
        origin=Origin.COMPOSED,
        source=None,
        note=None,
        lectures=(),
    )
    return replace(
        text,
        title=content.title,
        region=content.region,
        block=content.block,
        tags=content.tags,
        groups=content.groups,
        objectives=_objectives(content.aims),
    )


def lecture_text(
    content: DraftContent, wording: Wording, before: LectureText | None
) -> LectureText:
    """Return a lecture; a new one is about, and for, what its module is."""
    text = before or LectureText(
        code="",
        title="",
        planned_minutes=0,
        region=content.region,
        origin=Origin.COMPOSED,
        source=None,
        note=None,
        is_illustrative=False,
        tags=content.tags,
        groups=content.groups,
        objectives=Objectives(),
        body="",
        slides=(),
    )
    return replace(
        text,
        title=wording.title,
        planned_minutes=_minutes(wording.minutes),
        objectives=_objectives(wording.aims),
        body=wording.body,
    )


def _minutes(typed: str) -> int:
    """Return the minutes, or 0, which no lecture has, for what is no number."""
    digits = typed.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 0


def _objectives(aims: Aims) -> Objectives:
    kinds = (aims.knowledge, aims.skills, aims.attitude)
    return Objectives(*(tuple(filter(None, map(str.strip, typed.split("\n")))) for typed in kinds))

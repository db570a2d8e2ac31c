"""Texts typed in a browser, spelled as the folder would have them: what is exported reads the same.

Composed letters, no tabs, no control signs, no blanks at the ends, sets in one order.
"""

import unicodedata
from dataclasses import replace
from typing import Any

from elearn.catalogue.reader import LectureText, ModuleText, Objectives, Slide
from elearn.text import nfc

_UNSEEN = ("Cc", "Cs")
_MARK = "\ufeff"  # Notepad begins files with it, and people copy it along.


def spelled_lecture(text: LectureText) -> LectureText:
    slides = tuple(_slide(slide) for slide in text.slides)
    return replace(text, **_spelled(text), body=body(text.body), slides=slides)


def spelled_module(text: ModuleText) -> ModuleText:
    return replace(text, **_spelled(text))


def _spelled(text: LectureText | ModuleText) -> dict[str, Any]:
    """Return what both have, as the folder would have it."""
    return {
        "title": _line(text.title),
        "source": _optional(text.source),
        "note": _optional(text.note),
        "tags": tuple(sorted(set(text.tags))),
        "groups": tuple(dict.fromkeys(text.groups)),
        "objectives": _objectives(text.objectives),
    }


def body(text: str) -> str:
    """Return Markdown in lines that end as ours do, with blanks where tabs were."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return unicodedata.normalize("NFC", _seen(lines)).strip()


def _seen(text: str) -> str:
    """Return the text without signs that no file should hold; lines stay lines."""
    return "".join(sign for sign in text if sign == "\n" or not _is_unseen(sign))


def _is_unseen(sign: str) -> bool:
    return sign == _MARK or unicodedata.category(sign) in _UNSEEN


def _line(text: str) -> str:
    return nfc(_seen(" ".join(text.split())))


def _optional(text: str | None) -> str | None:
    return (_line(text) or None) if text is not None else None


def _objectives(given: Objectives) -> Objectives:
    kinds = (given.knowledge, given.skills, given.attitude)
    return Objectives(*(tuple(filter(None, map(_line, texts))) for texts in kinds))


def _slide(slide: Slide) -> Slide:
    said = filter(None, map(_line, slide.narration.split("\n")))
    return Slide(_line(slide.title), tuple(map(_line, slide.points)), "\n".join(said))

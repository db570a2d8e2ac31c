"""Texts as people paste them, made by chance: what YAML, Markdown and Unicode trip over."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from elearn.catalogue import (
    Catalogue,
    ContentTag,
    LectureText,
    ModuleText,
    Objectives,
    Origin,
    Slide,
)
from elearn.catalogue.service.spelling import spelled_lecture, spelled_module

PIECES = (
    *(
        "Chi hội",
        "Ưỡng",
        "H'Hen Niê",
        "e\u0302\u0301",
        "a\u0323\u0306",
        "đ",
        "😀",
        "👩‍🌾",
        "\u200b",
    ),
    *(": ", " #", "- ", "# ", "> ", "'", '"', "`", "{", "}", "[", "]", ",", "&", "*", "!", "%"),
    *("@", "|", "?", "~", "null", "yes", "2026", "\\", "\\n", "\t", "\x00", "\x0b", "\x85"),
    *("---", "...", "\u2028", "\u00a0", "\ufeff", "\ufffe", " ", "  ", "id: X", "x" * 300),
    *("\ud800", "\U0010ffff", "\u0301", "\u0338", "\u1100\u1161", "\u202e", "&amp;", "<b>"),
)
LINES = ("\n", "\r\n", "\r", "\n\n", "\n---\n", "\r\n---\r\n", "\n# ", "\n    ", "\n- ", "\n> ")
CODES = ("BG-01", "BG-02", "BG-03", "BG-04")
GROUPS = ("branch_head", "trainer")
SOURCES = (None, "S004.5", "TRANG-1", "TRANG: 2", "#3")


def nasty(small: Catalogue, seed: int) -> Catalogue:
    """Return the small catalogue in other words, spelled as the system spells what it publishes."""
    chance = Random(seed)
    return replace(
        small,
        lectures=tuple(spelled_lecture(_lecture(chance, text)) for text in small.lectures),
        modules=tuple(spelled_module(_module(chance, text)) for text in small.modules),
    )


def _words(chance: Random, pieces: Sequence[str] = PIECES) -> str:
    """Make up some words; one plain word among them makes sure that something is left."""
    drawn = [*chance.choices(pieces, k=chance.randint(1, 8)), chance.choice(("bài", "9", "Ô"))]
    chance.shuffle(drawn)
    return "".join(drawn)


def _some(chance: Random, most: int) -> tuple[str, ...]:
    return tuple(_words(chance) for _ in range(chance.randint(0, most)))


def _objectives(chance: Random) -> Objectives:
    return Objectives(_some(chance, 2), _some(chance, 2), _some(chance, 2))


def _slide(chance: Random) -> Slide:
    return Slide(_words(chance), _some(chance, 3), _words(chance, PIECES + LINES))


def _tags(chance: Random, least: int) -> tuple[ContentTag, ...]:
    return tuple(chance.sample(list(ContentTag), chance.randint(least, 3)))


def _lecture(chance: Random, like: LectureText) -> LectureText:
    return replace(
        like,
        title=_words(chance),
        planned_minutes=chance.randint(1, 240),
        origin=chance.choice(list(Origin)),
        source=chance.choice(SOURCES),
        note=chance.choice((None, _words(chance))),
        is_illustrative=chance.random() < 0.5,
        tags=_tags(chance, 1),
        groups=tuple(chance.sample(GROUPS, chance.randint(1, 2))),
        objectives=_objectives(chance),
        body=_words(chance, PIECES + LINES * 2),
        slides=tuple(_slide(chance) for _ in range(chance.randint(0, 2))),
    )


def _module(chance: Random, like: ModuleText) -> ModuleText:
    return replace(
        like,
        title=_words(chance),
        source=chance.choice(SOURCES),
        note=chance.choice((None, _words(chance))),
        objectives=_objectives(chance),
        tags=_tags(chance, 0),
        groups=tuple(chance.sample(GROUPS, chance.randint(0, 2))),
        lectures=tuple(chance.sample(CODES, chance.randint(1, 4))),
    )

"""Decisions about media: no database, no clock, no web."""

from elearn.media.rules.languages import LANGUAGE_NAMES, language_order
from elearn.media.rules.permission import MAKERS, may_change, may_see
from elearn.media.rules.playing import CaptionFacts, Playable, RenditionFacts
from elearn.media.rules.replacing import (
    POLICY_NAMES,
    Change,
    Earlier,
    Replacement,
    ReplacementPolicy,
    flaw_of,
    same_parts,
)
from elearn.media.rules.slides import (
    ORIGIN_NAMES,
    ShownSlide,
    SlideFacts,
    SlideOrigin,
    SlidesWeight,
    Wish,
)
from elearn.media.rules.storyboards import Sheet
from elearn.media.rules.weights import AUDIO, OPUS, SOUND_NAMES, RenditionKind

__all__ = [
    "AUDIO",
    "LANGUAGE_NAMES",
    "MAKERS",
    "OPUS",
    "ORIGIN_NAMES",
    "POLICY_NAMES",
    "SOUND_NAMES",
    "CaptionFacts",
    "Change",
    "Earlier",
    "Playable",
    "RenditionFacts",
    "RenditionKind",
    "Replacement",
    "ReplacementPolicy",
    "Sheet",
    "ShownSlide",
    "SlideFacts",
    "SlideOrigin",
    "SlidesWeight",
    "Wish",
    "flaw_of",
    "language_order",
    "may_change",
    "may_see",
    "same_parts",
]

"""Decisions about media: no database, no clock, no web."""

from elearn.media.rules.languages import LANGUAGE_NAMES
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

__all__ = [
    "LANGUAGE_NAMES",
    "MAKERS",
    "POLICY_NAMES",
    "CaptionFacts",
    "Change",
    "Earlier",
    "Playable",
    "RenditionFacts",
    "Replacement",
    "ReplacementPolicy",
    "flaw_of",
    "may_change",
    "may_see",
    "same_parts",
]

"""Decisions of the search that need neither index nor database."""

from elearn.search.rules.entries import Entry, Kind, Line, passages, thing
from elearn.search.rules.excerpts import Excerpt, Piece, excerpt, restored, whole
from elearn.search.rules.questions import MOST_LETTERS, Question
from elearn.search.rules.ranking import holding, worths
from elearn.search.rules.results import Result, by_lecture, result
from elearn.search.rules.words import (
    Abbreviations,
    bare,
    exact_key,
    from_telex,
    pairs,
    spoken,
    words_of,
)

__all__ = [
    "MOST_LETTERS",
    "Abbreviations",
    "Entry",
    "Excerpt",
    "Kind",
    "Line",
    "Piece",
    "Question",
    "Result",
    "bare",
    "by_lecture",
    "exact_key",
    "excerpt",
    "from_telex",
    "holding",
    "pairs",
    "passages",
    "restored",
    "result",
    "spoken",
    "thing",
    "whole",
    "words_of",
    "worths",
]

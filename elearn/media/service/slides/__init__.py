"""Slides: found, corrected, drawn anew, taken from a PDF, shown again as they once stood."""

from elearn.media.service.slides.decks import (
    TAKE_DECK,
    DeckUpload,
    give_deck,
    refuse_deck,
    take_deck,
    take_deck_alone,
)
from elearn.media.service.slides.pictures import (
    NewPicture,
    picture_at,
    picture_given,
    redraw_slide,
    split_slide,
    tallest_of,
)
from elearn.media.service.slides.sets import (
    FIND_SLIDES,
    Correction,
    correct_slides,
    find_key,
    find_slides,
    publish_slides,
    restore_slides,
)

__all__ = [
    "FIND_SLIDES",
    "TAKE_DECK",
    "Correction",
    "DeckUpload",
    "NewPicture",
    "correct_slides",
    "find_key",
    "find_slides",
    "give_deck",
    "picture_at",
    "picture_given",
    "publish_slides",
    "redraw_slide",
    "refuse_deck",
    "restore_slides",
    "split_slide",
    "take_deck",
    "take_deck_alone",
    "tallest_of",
]

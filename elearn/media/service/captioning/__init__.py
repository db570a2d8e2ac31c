"""Captions written: given by a file, saved in the editor, taken over, heard by a machine."""

from elearn.media.service.captioning.asking import HEAR, ask_machine, hear_key
from elearn.media.service.captioning.giving import add_captions, take_over
from elearn.media.service.captioning.saving import (
    Overtaken,
    Seen,
    Words,
    remove_captions,
    save_captions,
)

__all__ = [
    "HEAR",
    "Overtaken",
    "Seen",
    "Words",
    "add_captions",
    "ask_machine",
    "hear_key",
    "remove_captions",
    "save_captions",
    "take_over",
]

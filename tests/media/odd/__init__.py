"""Odd films, sound ones and hostile ones: each with a flash and a beep where it can have them."""

from tests.media.odd.hostile import HOSTILE
from tests.media.odd.making import BEEPS, Odd, make
from tests.media.odd.patched import PATCHED
from tests.media.odd.plain import PLAIN

ALL = (*PLAIN, *PATCHED, *HOSTILE)

__all__ = ["ALL", "BEEPS", "HOSTILE", "PATCHED", "PLAIN", "Odd", "make"]

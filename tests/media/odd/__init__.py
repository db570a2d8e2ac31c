"""Odd films, sound ones and hostile ones: each with a flash and a beep where it can have them."""

from tests.media.odd.coding import CODING
from tests.media.odd.hostile import HOSTILE
from tests.media.odd.making import BEEPS, Odd, make
from tests.media.odd.patched import PATCHED
from tests.media.odd.strangers import STRANGERS
from tests.media.odd.timing import TIMING

#: In the order of their making: some are made of others.
ALL = (*TIMING, *CODING, *PATCHED, *HOSTILE, *STRANGERS)

__all__ = ["ALL", "BEEPS", "Odd", "make"]

"""How two pictures of a lecture differ: not at all, by something added, or as two slides do."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from elearn.media.slides.frames import HEIGHT, WIDTH, Look, Mask, without_light

LEAST_CELLS = 12  # Half a percent of the picture: a short line. A pointer or a page number is less.
_MOST_LOST = 0.1  # Of what stood on a slide; what only adds to it leaves nearly all of it.
_LEAST_MARKS = 12  # A picture with less on it is blank.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Eye:
    """What counts as a difference in one film: the noise of its camera is none."""

    threshold: float

    def changed(self, one: Look, other: Look, mask: Mask) -> NDArray[np.bool_]:
        """Return which cells differ, of those looked at."""
        return (np.abs(without_light(other - one)) > self.threshold) & ~mask

    def is_same(self, one: Look, other: Look, mask: Mask) -> bool:
        return bool(self.are_same(one, other, mask))

    def are_same(self, one: Look, others: Look, mask: Mask) -> NDArray[np.bool_]:
        """Return of each of several pictures whether it shows what the one does."""
        return np.asarray(self.changed(one, others, mask).sum(axis=-1) < LEAST_CELLS)

    def is_blank(self, look: Look, mask: Mask) -> bool:
        """Return whether next to nothing stands there: black between two slides, an empty page."""
        return int(self._marks(look, mask).sum()) < _LEAST_MARKS

    def is_added_to(self, one: Look, other: Look, mask: Mask) -> bool:
        """Return whether the other picture holds all that stood on the one, and more."""
        marks = self._marks(one, mask)
        lost = int((self.changed(one, other, mask) & marks).sum())
        return lost <= _MOST_LOST * int(marks.sum())

    def _marks(self, look: Look, mask: Mask) -> NDArray[np.bool_]:
        """Return the cells in which something is written or drawn."""
        picture = np.pad(look.reshape(HEIGHT, WIDTH), _REACH, mode="edge")
        around = sliding_window_view(picture, (2 * _REACH + 1,) * 2).reshape(look.size, -1)
        return (np.abs(look - np.median(around, axis=1)) > self.threshold) & ~mask

"""The small gray pictures that slides are found by: 64 × 36 cells, two a second: 17 MB an hour."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from elearn.media.ffmpeg.passage import GRAY_RATE, GRAY_SIZE

WIDTH, HEIGHT = SIZE = GRAY_SIZE
CELLS = WIDTH * HEIGHT
RATE = GRAY_RATE
MS = 1000 // RATE
_SOME = 7  # Every seventh cell tells the light of a picture as well as all of them.

Frames = NDArray[np.uint8]  # One row a picture, one column a cell.
Look = NDArray[np.float32]  # One picture, its cells in a row.
Mask = NDArray[np.bool_]  # True where a cell is not looked at.


def read(parts: Sequence[Path]) -> Frames:
    """Return the pictures of a film whose parts follow one another."""
    whole = [np.fromfile(part, np.uint8) for part in parts]
    rows = [part[: part.size // CELLS * CELLS].reshape(-1, CELLS) for part in whole]
    return np.concatenate(rows) if rows else np.empty((0, CELLS), np.uint8)


def middle(frames: Frames) -> Look:
    """Return what most of these pictures show in each cell."""
    return np.asarray(np.median(frames, axis=0), np.float32)


def steps(frames: Frames) -> Frames:
    """Return how far each cell goes from each picture to the next."""
    return np.abs(np.diff(frames.astype(np.int16), axis=0)).astype(np.uint8)


def without_light(difference: NDArray[np.float32], most: float = 8) -> NDArray[np.float32]:
    """Return differences without what has become lighter or darker everywhere: a cloud, a lamp."""
    some = difference[..., ::_SOME]
    shift = np.clip(np.median(some, axis=-1, keepdims=True), -most, most)
    return np.asarray(difference - shift, np.float32)

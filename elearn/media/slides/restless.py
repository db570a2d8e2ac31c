"""Which cells move all the time: a speaker in a corner, a running clock. They make no slides."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from elearn.media.slides.frames import CELLS, HEIGHT, RATE, WIDTH, Frames, Mask, steps

SPELL = 10 * RATE  # Steps in which a cell is found moving or not.
_BEAT = 2 * RATE  # A cut or a fade lies in one beat, or two; who speaks moves in most of them.
_MOVING = 3  # Of the five beats of a spell.
_WINDOW = 18  # Spells that tell whether it is for long: three minutes.
_FOR_LONG = (0.4, 0.6, 0.8)  # Of these spells; more, if a clip among them covers the picture.
_FEWEST = 3  # Cells that move together; fewer are the pointer of a mouse that rested there.
_WIDEST = 0.45  # Of the picture; what moves over more of it is the film itself.

Box = tuple[int, int, int, int]


def masks(frames: Frames, threshold: float) -> NDArray[np.bool_]:
    """Return for each spell of ten seconds which cells are not looked at in it."""
    moving = np.array([_moving(part, threshold) for part in _spells(frames)], np.float32)
    moving = moving.reshape(-1, CELLS)
    return np.array([_mask(moving, spell) for spell in range(len(moving))]).reshape(-1, CELLS)


def _spells(frames: Frames) -> Iterator[Frames]:
    for start in range(0, len(frames), SPELL):
        yield frames[max(0, start - 1) : start + SPELL]


def _moving(frames: Frames, threshold: float) -> Mask:
    changes = steps(frames) > threshold
    beats = [changes[at : at + _BEAT].any(axis=0) for at in range(0, len(changes), _BEAT)]
    return np.asarray(np.sum(beats, axis=0) >= _MOVING) if beats else np.zeros(CELLS, np.bool_)


def _mask(moving: NDArray[np.float32], spell: int) -> Mask:
    start = max(0, min(spell - _WINDOW // 2, len(moving) - _WINDOW))
    share = moving[start : start + _WINDOW].mean(axis=0).reshape(HEIGHT, WIDTH)
    for least in _FOR_LONG:
        boxes = list(_boxes(share >= least))
        if all(_area(box) <= _WIDEST * CELLS for box in boxes):
            return _covering(boxes)
    return np.zeros(CELLS, np.bool_)


def _covering(boxes: Iterable[Box]) -> Mask:
    mask = np.zeros((HEIGHT, WIDTH), np.bool_)
    for top, bottom, left, right in boxes:
        mask[max(0, top - 1) : bottom + 2, max(0, left - 1) : right + 2] = True
    return mask.reshape(CELLS)


def _area(box: Box) -> int:
    top, bottom, left, right = box
    return (bottom - top + 1) * (right - left + 1)


def _boxes(restless: NDArray[np.bool_]) -> Iterator[Box]:
    """Return the boxes around what moves together: first and last row, first and last column."""
    labels = _labels(restless)
    for label in np.unique(labels[labels > 0]):
        rows, columns = np.nonzero(labels == label)
        if rows.size >= _FEWEST:
            yield int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max())


def _labels(cells: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return one number for all cells that touch, over a gap of one cell too; 0 for the others."""
    labels = np.where(cells, np.arange(1, CELLS + 1).reshape(HEIGHT, WIDTH), 0)
    while True:
        spread = labels
        for axis in (0, 1):
            for by in (-2, -1, 1, 2):
                spread = np.maximum(spread, _moved(spread, by, axis))
        spread = np.where(cells, spread, 0)
        if np.array_equal(spread, labels):
            return labels
        labels = spread


def _moved(labels: NDArray[np.int64], by: int, axis: int) -> NDArray[np.int64]:
    moved = np.roll(labels, by, axis)
    edge = slice(0, by) if by > 0 else slice(by, None)
    moved[(edge, slice(None)) if axis == 0 else (slice(None), edge)] = 0
    return moved

"""Which page of a PDF each slide of a film shows: the one that is drawn alike."""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from elearn.media.slides.frames import Look

WIDTH, HEIGHT = SIZE = 160, 90  # Finer than slides are found by: letters must tell pages apart.
_ALIKE = 0.65  # Another page of the same deck comes to 0.5, the same one beside a face to 0.85.
_REACH = 3


def best_pages(slides: Sequence[Look], pages: Sequence[Look]) -> list[int | None]:
    """Return for each slide the page (from 0) that looks like it, or none if none does."""
    if not slides or not pages:
        return [None] * len(slides)
    alike = _drawings(slides) @ _drawings(pages).T
    best = alike.argmax(axis=1)
    return [
        int(page) if alike[number, page] >= _ALIKE else None for number, page in enumerate(best)
    ]


def _drawings(looks: Sequence[Look]) -> NDArray[np.float32]:
    """Return of each picture what is drawn on its ground, all of one strength."""
    drawn = np.stack([_drawing(look) for look in looks])
    strength = np.linalg.norm(drawn, axis=1, keepdims=True)
    return np.asarray(drawn / np.maximum(strength, 1), np.float32)


def _drawing(look: Look) -> NDArray[np.float32]:
    picture = np.pad(look.reshape(HEIGHT, WIDTH), _REACH, mode="edge")
    around = sliding_window_view(picture, (2 * _REACH + 1,) * 2).mean(axis=(2, 3))
    return np.asarray(look - around.reshape(-1), np.float32)

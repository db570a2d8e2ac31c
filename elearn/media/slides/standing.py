"""Cuts a film where its picture comes to stand anew: hard cuts, fades, clips between slides."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from elearn.media.slides.frames import RATE, Frames, Look, Mask, middle, steps, without_light
from elearn.media.slides.looks import Eye
from elearn.media.slides.restless import SPELL, masks

_SETTLED = 3  # Pictures that are alike: what stands for a second and a half is no transition.
_JITTER = 8  # Cells: a pointer that moves.
_FADE = 10 * RATE  # What moves for longer is no transition but a clip.
_REFRESH = 6  # Spells: the light of a room goes slowly; how it was a minute ago is not asked.
_LEAST_THRESHOLD = 6.0
_MOST_THRESHOLD = 24.0
_SAMPLE = 997


@dataclass(frozen=True, slots=True)
class Stand:
    """Pictures first up to last (not with it) that show one thing."""

    first: int
    last: int
    look: Look
    mask: Mask
    #: A clip: there is no one picture of it.
    moves: bool = False


def eye_of(frames: Frames) -> Eye:
    """Return an eye that takes no noise of this film's camera for a change."""
    every = max(1, len(frames) // _SAMPLE)
    pairs = [frames[at : at + 2] for at in range(0, len(frames) - 1, every)]
    noise = float(np.median([np.median(steps(pair)) for pair in pairs])) if pairs else 0.0
    return Eye(float(np.clip(7.5 * noise, _LEAST_THRESHOLD, _MOST_THRESHOLD)))


def stands(frames: Frames, eye: Eye) -> Iterator[Stand]:
    """Return the stretches in which the picture stands, and the clips between them."""
    hidden = masks(frames, eye.threshold)
    calm = _calm(frames, hidden, eye)
    first = 0
    while first < len(frames):
        at = _next_calm(calm, first)
        if at - first > _FADE:  # Nothing stands for long: a clip, up to where something does.
            for piece in range(first, at, _REFRESH * SPELL):
                yield _stand(frames, hidden, piece, min(piece + _REFRESH * SPELL, at), moves=True)
            first = at
            continue
        last = _end(frames, hidden, calm, eye, at)
        yield _stand(frames, hidden, first, last)
        first = last


def _stand(
    frames: Frames, hidden: NDArray[np.bool_], first: int, last: int, *, moves: bool = False
) -> Stand:
    mask = np.asarray(hidden[first // SPELL : (last - 1) // SPELL + 1].any(axis=0))
    late = frames[max(first, last - 2 * _SETTLED - 1) : max(first + 1, last - 1)]
    return Stand(first, last, middle(late), mask, moves)


def _calm(frames: Frames, hidden: NDArray[np.bool_], eye: Eye) -> NDArray[np.bool_]:
    """Return for each picture whether it and the next ones are alike."""
    calm = np.ones(len(frames), np.bool_)
    for start in range(0, len(frames), SPELL):
        part = frames[start : start + SPELL + _SETTLED].astype(np.float32)
        here = calm[start : start + SPELL]
        for by in range(1, _SETTLED + 1):  # The slowest of fades shows over several pictures.
            moved = np.abs(without_light(part[by:] - part[:-by])) > eye.threshold
            still = (moved & ~hidden[start // SPELL]).sum(axis=1) <= _JITTER
            here[: len(still)] &= still[: len(here)]
    return calm


def _next_calm(calm: NDArray[np.bool_], first: int) -> int:
    found = np.flatnonzero(calm[first:])
    return first + int(found[0]) if found.size else len(calm)


def _end(
    frames: Frames, hidden: NDArray[np.bool_], calm: NDArray[np.bool_], eye: Eye, at: int
) -> int:
    """Return where something else begins to show than at a moment of calm."""
    look = middle(frames[at : at + _SETTLED])
    began = None
    for spell in range(at // SPELL, len(hidden)):
        start = max(at, spell * SPELL)
        part = frames[start : (spell + 1) * SPELL].astype(np.float32)
        same = eye.are_same(look, part, hidden[spell] | hidden[at // SPELL])
        for now, is_same in enumerate(same.tolist(), start):
            began = None if is_same else now if began is None else began
            if began is not None and (calm[now] or now - began > _FADE):
                return began
        if began is None and (spell - at // SPELL) % _REFRESH == _REFRESH - 1:
            look = middle(frames[start : (spell + 1) * SPELL][-_SETTLED:])
    return len(frames) if began is None else began

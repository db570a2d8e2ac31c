"""Lectures as the finder of slides sees them: small gray pictures, two a second, drawn by lot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

import numpy as np
from numpy.typing import NDArray

from elearn.media.slides.frames import CELLS, HEIGHT, RATE, WIDTH, Frames

FINE = 3  # A cell is drawn as 3 × 3 dots, so that letters are gray as they are in a film.
PAPER, INK = 242.0, 25.0
Picture = NDArray[np.float32]


def blank(light: float = PAPER) -> Picture:
    return np.full((HEIGHT * FINE, WIDTH * FINE), light, np.float32)


def line(row: int, lot: int, *, length: int = 30, ink: float = INK) -> Picture:
    """Return a page with one line of words, `row` of 12, and nothing else."""
    page, random = blank(), Random(f"{row} {lot}")
    column = 5 * FINE
    for _ in range(length):
        wide = random.randint(1, 3)
        if random.random() < 0.85:
            page[(3 + 2 * row) * FINE : (3 + 2 * row) * FINE + 4, column : column + wide] = ink
        column += wide + 1
    return page


def over(*pages: Picture) -> Picture:
    """Return the pages laid over each other."""
    return np.asarray(np.minimum.reduce(pages))


def slide(lot: int, *, lines: int = 4) -> Picture:
    """Return a page with a heading and some lines, other words for another lot."""
    random = Random(lot)
    heading = line(0, lot, length=random.randint(8, 20))
    body = [line(2 + n, lot, length=random.randint(15, 40)) for n in range(lines)]
    return over(heading, *body)


def builds(lot: int, lines: int = 4) -> list[Picture]:
    """Return a slide as its lines come one after the other."""
    return [slide(lot, lines=count) for count in range(1, lines + 1)]


@dataclass
class Lecture:
    """A film in the making: what is shown for so many seconds, one thing after the other."""

    pages: list[Picture] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return len(self.pages) / RATE

    def show(self, page: Picture, seconds: float) -> "Lecture":
        self.pages += [page] * int(seconds * RATE)
        return self

    def fade(self, page: Picture, seconds: float) -> "Lecture":
        """Let what was shown last go over into a page."""
        count, before = int(seconds * RATE), self.pages[-1]
        for part in np.linspace(0, 1, count + 2)[1:-1]:
            self.pages.append(before * (1 - part) + page * part)
        return self

    def clip(self, seconds: float) -> "Lecture":
        """Show something that moves all over the picture."""
        columns = np.arange(WIDTH * FINE)
        for now in range(int(seconds * RATE)):
            wave = 120 + 90 * np.sin((columns + 22 * now) / 15)
            self.pages.append(np.tile(wave.astype(np.float32), (HEIGHT * FINE, 1)))
        return self

    def speaker(self, *, seed: int = 1, rests: Sequence[tuple[float, float]] = ()) -> "Lecture":
        """Put somebody into the lower right corner who speaks, shifts now and then, and rests."""
        random, at = Random(seed), 0
        for number, page in enumerate(self.pages):
            rests_now = any(start <= number / RATE < end for start, end in rests)
            if not rests_now:
                at = random.choice([at, at, 5, -5, 0, 10])
            head = 0 if rests_now else random.randint(-2, 2)
            self.pages[number] = _with_speaker(page, at, head)
        return self

    def lamp(self, by: float = 6) -> "Lecture":
        """Let the light of the room come and go over a minute."""
        for number, page in enumerate(self.pages):
            self.pages[number] = page + by * np.sin(number / RATE / 60 * 2 * np.pi)
        return self

    def pointer(self) -> "Lecture":
        """Let the pointer of a mouse wander about."""
        random = Random(7)
        for number, page in enumerate(self.pages):
            row, column = random.randrange(HEIGHT * FINE - 3), random.randrange(WIDTH * FINE - 2)
            drawn = page.copy()
            drawn[row : row + 3, column : column + 2] = 90
            self.pages[number] = drawn
        return self

    def frames(self, *, noise: float = 0.0, seed: int = 3) -> Frames:
        """Return what the camera and the coding leave of it."""
        distinct = {id(page): page for page in self.pages}
        seen = {key: _cells(page) for key, page in distinct.items()}
        still = np.stack([seen[id(page)] for page in self.pages])
        cells = still + np.random.default_rng(seed).normal(0, noise, still.shape)
        return np.asarray(np.clip(cells, 0, 255), np.uint8)


def _cells(page: Picture) -> Picture:
    fine = page.reshape(HEIGHT, FINE, WIDTH, FINE).sum(axis=3).sum(axis=1)
    return np.asarray(fine.reshape(CELLS) / FINE**2)


def _with_speaker(page: Picture, at: int, head: int) -> Picture:
    drawn = page.copy()
    drawn[78:108, 144:192] = 70  # The room behind her.
    drawn[90:108, 157 + at : 180 + at] = 140
    drawn[82 + head : 92 + head, 163 + at + head : 174 + at + head] = 200
    return drawn

"""What the people of the country completed and study, batch by batch, as rows to be written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from sqlalchemy.orm import Session

from elearn import clock
from elearn.home.demo.country.choosing import Some, hold_closed, hold_open
from elearn.home.demo.country.completions import COLUMNS, Wording, completed, rows_of
from elearn.home.demo.country.courses import CLASS, TURN, Courses
from elearn.home.demo.country.ground import Ground
from elearn.home.demo.country.offers import LISTED, Ints, Offers, offers_of
from elearn.home.demo.country.persons import Batch
from elearn.home.demo.country.turns import LAST, Held, turns_of

TABLES = ("completion", "training_class", "participation")
Written = tuple[str, tuple[str, ...], list[tuple[Any, ...]]]


@dataclass(slots=True)
class Learners:
    """Has people complete something, so many turns over all of them; `last` is the last day."""

    chance: Generator
    offers: Offers
    courses: Courses
    wording: Wording
    provinces: Ints
    in_mountains: NDArray[np.bool_]
    last: int
    turns: int
    people: int
    written: int = 0

    @classmethod
    def of(cls, db: Session, ground: Ground, wanted: tuple[int, int, int], now: datetime) -> Self:
        """Prepare for so many turns of so many people, by a seed.

        :raise NotFound: if the catalogue that comes with the product was not loaded.
        """
        turns, people, seed = wanted
        offers, last = offers_of(db), max(LAST, clock.day_of(now).toordinal() - 1)
        numbers = {one.area_id: number for number, one in enumerate(ground.provinces)}
        provinces = np.array([numbers[one.above[1]] for one in ground.communes])
        hills = np.array([one.code in LISTED["mountains"] for one in ground.provinces])
        return cls(
            default_rng(seed),
            offers,
            Courses(ground),
            Wording.of(offers, last),
            provinces,
            hills[provinces],
            last,
            turns,
            people,
        )

    def of_batch(self, batch: Batch) -> Iterator[Written]:
        """Yield rows for the people of a batch, tables and columns with them."""
        if not batch.persons:
            return
        first, held = batch.persons[0][0], Held.of(batch.held)
        so_far = self.turns * (first - 1 + len(batch.persons)) // self.people
        turns = turns_of(self.chance, self.offers, held, so_far - self.written)
        homes = np.array(batch.homes)
        done = completed(self.chance, self.offers, turns, self.in_mountains[homes], self.last)
        some = Some(first, batch.tenures[0][0], self.written + 1, self.provinces[homes])
        yield "completion", COLUMNS, list(rows_of(done, self.wording, self.written + 1, first))
        self.written += done.day.size
        hold_closed(self.courses, self.offers, done, some)
        hold_open(self.courses, self.chance, self.offers, held, done, some)
        classes, participations = self.courses.taken()
        yield "training_class", CLASS, classes
        yield "participation", TURN, participations

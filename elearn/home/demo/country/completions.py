"""Turns as rows of completions: of which programme, in which form, by which paper, known when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from elearn.home.demo.country.offers import LISTED, Floats, Ints, Offers
from elearn.home.demo.country.turns import FIRST, Turns
from elearn.learning import CompletionForm

COLUMNS = (
    *("id", "person_id", "programme_version_id", "completion_rule_id", "form"),
    *("completed_on", "source", "recorded_at", "superseded_at"),
)
_FORMS = list(CompletionForm)
#: Forms that name the paper they rest on, and no rule of ours.
_BY_PAPER = np.array(
    [one in {CompletionForm.EXTERNAL, CompletionForm.EARLIER_PAPER} for one in _FORMS]
)
_SOON, _LATE, _TAKEN_BACK = 12, (90, 900), (5, 400)  # Days, at the mean or from and to.
NEVER = 0  # No day.


@dataclass(frozen=True, slots=True)
class Completed:
    """Completions as columns; people and programmes by number, days as ordinals."""

    person: Ints
    tenure: Ints
    programme: Ints
    form: Ints
    day: Ints
    known: Ints
    taken_back: Ints

    @property
    def is_by_paper(self) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = _BY_PAPER[self.form]
        return found

    @property
    def is_taken_back(self) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.taken_back != NEVER
        return found


def completed(
    chance: Generator, offers: Offers, turns: Turns, in_mountains: NDArray[np.bool_], last: int
) -> Completed:
    """Return what the turns were, as it is known on the last day; people by number."""
    count = turns.day.size
    programmes = offers.chosen(turns.post, chance.random(count), in_mountains[turns.person])
    known = np.minimum(turns.day + _lags(chance, count), last)
    ends = known + chance.integers(*_TAKEN_BACK, size=count)
    is_taken = (chance.random(count) < LISTED["taken_back"] / 100) & (ends < last)
    return Completed(
        turns.person,
        turns.tenure,
        programmes,
        _forms(chance, turns.day),
        turns.day,
        known,
        np.where(is_taken, ends, NEVER),
    )


def _lags(chance: Generator, count: int) -> Ints:
    """Return after how many days each is written down: soon, or a good while later."""
    soon = 1 + chance.exponential(_SOON, size=count).astype(np.int64)
    return np.where(
        chance.random(count) < LISTED["late"] / 100, chance.integers(*_LATE, size=count), soon
    )


def _forms(chance: Generator, days: Ints) -> Ints:
    draws, found = chance.random(days.size), np.zeros(days.size, dtype=np.int64)
    for year, sums in _form_sums().items():
        since = days >= date(year, 1, 1).toordinal()
        found[since] = np.searchsorted(sums, draws[since], side="right")
    return found


def _form_sums() -> dict[int, Floats]:
    return {
        year: np.cumsum([shares.get(form.value, 0) for form in _FORMS]) / sum(shares.values())
        for year, shares in LISTED["forms"].items()
    }


@dataclass(frozen=True, slots=True)
class Wording:
    """What stands for a number or a day in a row; of what may be missing, nothing comes first."""

    versions: NDArray[np.object_]
    rules: NDArray[np.object_]
    forms: NDArray[np.object_]
    days: NDArray[np.object_]
    moments: NDArray[np.object_]
    papers: NDArray[np.object_]

    @classmethod
    def of(cls, offers: Offers, last: int) -> Self:
        """Have words for the days from the first on till the last on which we knew something."""
        days = [date.fromordinal(number) for number in range(FIRST, last + 1)]
        moments = [f"{day} 02:30:00.000000" for day in days]  # In UTC.
        papers = [f"Minh họa {day:%-d%m}/QĐ-HPN ngày {day:%-d/%-m/%Y}" for day in days]
        return cls(
            _texts([one.version.id for one in offers.all]),
            _texts([None, *(one.rule_id for one in offers.all)]),
            _texts([one.value for one in _FORMS]),
            _texts([day.isoformat() for day in days]),
            _texts([None, *moments]),
            _texts([None, *papers]),
        )


def _texts(values: list[Any]) -> NDArray[np.object_]:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found


def rows_of(
    done: Completed, wording: Wording, first_id: int, first_person: int
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of completions that are numbered from the first on."""
    on = done.day - FIRST
    back = np.where(done.is_taken_back, done.taken_back - FIRST + 1, 0)
    by_paper = done.is_by_paper
    return zip(
        range(first_id, first_id + done.day.size),
        (done.person + first_person).tolist(),
        wording.versions[done.programme].tolist(),
        wording.rules[np.where(by_paper, 0, done.programme + 1)].tolist(),
        wording.forms[done.form].tolist(),
        wording.days[on].tolist(),
        wording.papers[np.where(by_paper, on + 1, 0)].tolist(),
        wording.moments[done.known - FIRST + 1].tolist(),
        wording.moments[back].tolist(),
        strict=True,
    )

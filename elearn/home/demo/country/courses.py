"""Classes of the country, with who took part, as rows: closed ones and those that are open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from elearn import areas
from elearn.classes import ClassState
from elearn.home.demo.country.ground import FIRST_DAY, Ground, Place
from elearn.home.demo.country.offers import Offer

CLASS = (
    *("id", "code", "name", "programme_version_id", "completion_rule_id", "area_id", "organiser"),
    *("starts_on", "ends_on", "decision_number", "decision_on", "state", "state_at"),
)
TURN = (
    *("training_class_id", "person_id", "tenure_id", "joined_at"),
    *("outcome", "completed_on", "completion_id"),
)
#: Held by the centre, one a province; all others by a province.
_BY_THE_CENTRE = "CX-CNTT"
_DECIDED_BEFORE, _CLOSED_AFTER = timedelta(days=14), timedelta(days=3)
Row = tuple[Any, ...]


@dataclass(slots=True)
class Courses:
    """Founds classes one after another, and hands out the rows that are to be written."""

    ground: Ground
    next_id: int = 1
    classes: list[Row] = field(default_factory=list)
    turns: list[Row] = field(default_factory=list)
    numbers: Counter[str] = field(default_factory=Counter)

    def taken(self) -> tuple[list[Row], list[Row]]:
        """Return the classes and turns since the last time."""
        found = self.classes, self.turns
        self.classes, self.turns = [], []
        return found

    def hold(
        self, offer: Offer, province: int, days: tuple[date, date], turns: Iterable[Row]
    ) -> None:
        """Hold a class for people of a province of before the reform; it is closed at its end.

        A turn: person, tenure, result, day and completion, the last three unless it is still open.
        """
        first, last = days
        place = self._place(province, first)
        state = ClassState.CLOSED
        for person_id, tenure_id, *result in turns:
            state = ClassState.CLOSED if result[0] else ClassState.OPEN
            self.turns.append((self.next_id, person_id, tenure_id, _moment(first), *result))
        since = last + _CLOSED_AFTER if state is ClassState.CLOSED else first
        self.classes.append(
            (
                *(self.next_id, *self._called(offer, place, first)),
                *(offer.version.id, offer.rule_id, *self._organiser(offer, place)),
                *(first.isoformat(), last.isoformat(), f"{self.next_id}/QĐ-HPN (minh họa)"),
                *((first - _DECIDED_BEFORE).isoformat(), state.value, _moment(since)),
            )
        )
        self.next_id += 1

    def _called(self, offer: Offer, place: Place, first: date) -> tuple[str, str]:
        """Return a code and a name that no other class has."""
        stem = f"{offer.code}-{first.year}-"
        name = f"{offer.version.title}, {areas.in_a_sentence(place.name)}, năm {first.year}, khóa "
        self.numbers.update((stem, name))
        return f"{stem}{self.numbers[stem]:02}", f"{name}{self.numbers[name]}"

    def _organiser(self, offer: Offer, place: Place) -> tuple[int, str]:
        if offer.code == _BY_THE_CENTRE:
            return self.ground.country.area_id, offer.version.organiser
        body = "Hội LHPN" if offer.code.startswith("NV") else "Sở Nội vụ"
        return place.area_id, f"{body} {areas.in_a_sentence(place.name)}"

    def _place(self, province: int, day: date) -> Place:
        """Return the province of before the reform as it is on the day."""
        before = self.ground.provinces[province]
        if day < FIRST_DAY or before.goes_on:
            return before
        return next(one for one in self.ground.new_provinces if one.area_id == before.heir_id)


def _moment(day: date) -> str:
    return f"{day} 01:00:00.000000"

"""The closing list: everybody in a class, and which conditions each of them meets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import learning, people
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries.participations import participations_of
from elearn.classes.rules import form_of, guard_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A person in a class, and her record held against the rule of the class."""

    participation: Participation
    review: learning.Review
    #: How she will be said to have completed the programme, once she has.
    form: learning.CompletionForm

    @property
    def person(self) -> people.Person:
        return self.participation.person


@dataclass(frozen=True, slots=True)
class ClosingList:
    """Everybody in a class by given name; the guard stands for all that a decision rests on."""

    standings: tuple[Standing, ...]
    guard: str

    @property
    def complete(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if one.review.is_complete)

    @property
    def incomplete(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if not one.review.is_complete)

    @property
    def begun(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.incomplete if one.review.is_begun)

    @property
    def untouched(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.incomplete if not one.review.is_begun)

    @property
    def doubled(self) -> tuple[Standing, ...]:
        """Those in it twice: two entries admitted before it was known that they are one person."""
        count = Counter(whole_id(one.person) for one in self.standings)
        return tuple(one for one in self.standings if count[whole_id(one.person)] > 1)


def whole_id(person: people.Person) -> int:
    """Return the key of the entry that stands for a person."""
    return person.same_as_id or person.id


def closing_list(db: Session, training_class: TrainingClass, *, now: datetime) -> ClosingList:
    """Hold everybody's record against the rule of the class, in a bounded number of queries."""
    there = participations_of(db, training_class)
    reviews = reviews_in(db, training_class, [one.person_id for one in there], now=now)
    mode = training_class.programme_version.mode
    standings = tuple(
        Standing(one, review, form_of(review, mode))
        for one in there
        for review in (reviews[one.person_id],)
    )
    return ClosingList(standings, guard_of((one.participation.id, one.review) for one in standings))


def reviews_in(
    db: Session, training_class: TrainingClass, person_ids: Sequence[int], *, now: datetime
) -> dict[int, learning.Review]:
    """Return how people stand with the conditions of a class."""
    if not person_ids:
        return {}
    return learning.reviews_of(
        db,
        person_ids,
        training_class.programme_version,
        training_class.completion_rule,
        offered=training_class.offered,
        now=now,
    )

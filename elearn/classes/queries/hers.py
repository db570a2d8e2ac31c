"""A learner's own classes and how she stands with those that are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import learning
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries.closing import reviews_in
from elearn.classes.queries.participations import classes_of
from elearn.classes.rules import ClassState

MOST_REVIEWED = 3  # Nobody studies more at once; the others are listed with their deadlines.


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place in a class, and her record held against its rule while the class is open."""

    participation: Participation
    review: learning.Review | None = None

    @property
    def training_class(self) -> TrainingClass:
        return self.participation.training_class

    @property
    def next_step(self) -> learning.LectureProgress | None:
        """The lecture to go on with: one that was begun, or else the first that can be played."""
        if self.review is None:
            return None
        every = [one for out in self.review.outcomes for one in out.lacking if one.is_playable]
        begun = [one for one in every if one.is_under_way]
        return next(iter(begun + every), None)


def places_of(db: Session, person_id: int, *, now: datetime) -> Sequence[OwnPlace]:
    """Return the classes of a person, the most urgent first; a bounded number of queries."""
    there = classes_of(db, person_id)
    is_open = [one for one in there if one.training_class.state is ClassState.OPEN]
    reviews = {
        one.id: reviews_in(db, one.training_class, [one.person_id], now=now)[one.person_id]
        for one in is_open[:MOST_REVIEWED]
    }
    return [OwnPlace(one, reviews.get(one.id)) for one in there]

"""The people of a class as its page tells them: post, conditions met, and how far each is."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from elearn import catalogue, learning, people
from elearn.classes.models import Participation, TrainingClass
from elearn.classes.queries.closing import reviews_in
from elearn.classes.queries.participations import participations_of
from elearn.classes.rules import ClassState, Result

PAGE = 100


class Progress(StrEnum):
    """How far somebody in a class is."""

    UNTOUCHED = "untouched"
    BEGUN = "begun"
    COMPLETE = "complete"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody in a class: conditions met of those asked, and the strip of required lectures."""

    participation: Participation
    progress: Progress
    met: int = 0
    needed: int = 0
    cells: tuple[float, ...] = ()
    term: people.Term | None = None
    review: learning.Review | None = None  # While the class is open.

    @property
    def person(self) -> people.Person:
        return self.participation.person


@dataclass(frozen=True, slots=True)
class LinePage:
    """One page of the people of a class, and how many there are of each progress."""

    lines: tuple[Line, ...]
    counts: Counter[Progress]
    count: int
    page: int

    @property
    def page_count(self) -> int:
        return -(-self.count // PAGE)

    @property
    def there(self) -> int:
        """How many take part, those who left not counted."""
        return self.counts.total() - self.counts[Progress.LEFT]


def lines_of(
    db: Session,
    training_class: TrainingClass,
    *,
    only: Progress | None = None,
    page: int = 1,
    now: datetime,
) -> LinePage:
    """Return a page of the people of a class by given name, in a bounded number of queries."""
    every = [*_lines(db, training_class, now), *_left(db, training_class)]
    counts = Counter(line.progress for line in every)
    wanted = [
        line
        for line in every
        if line.progress is only or (only is None and line.progress is not Progress.LEFT)
    ]
    shown = wanted[(page - 1) * PAGE : page * PAGE]
    return LinePage(with_terms(db, training_class, shown), counts, len(wanted), page)


def line_of(
    db: Session, training_class: TrainingClass, participation: Participation, *, now: datetime
) -> Line:
    """Return one of the people of a class, as she stands now or stood when it was closed."""
    if participation.left_at is not None:
        line = Line(participation, Progress.LEFT)
    elif training_class.state is ClassState.OPEN:
        person_id = participation.person_id
        reviews = reviews_in(db, training_class, [person_id], now=now)
        line = live_line(participation, reviews[person_id])
    else:
        line = kept_line(participation)
    [told] = with_terms(db, training_class, [line])
    return told


def titles_in(db: Session, training_class: TrainingClass) -> dict[str, str]:
    """Return today's titles of the lectures of a class, by code: what is kept names codes."""
    outline = catalogue.outline_of(db, training_class.programme_version)
    return {lecture.code: lecture.title for lecture in outline.lectures}


def _lines(db: Session, training_class: TrainingClass, now: datetime) -> Iterable[Line]:
    there = participations_of(db, training_class)
    if training_class.state is not ClassState.OPEN:
        return [kept_line(one) for one in there]
    reviews = reviews_in(db, training_class, [one.person_id for one in there], now=now)
    return [live_line(one, reviews[one.person_id]) for one in there]


def live_line(participation: Participation, review: learning.Review) -> Line:
    """Return how somebody stands now."""
    if review.is_complete:
        progress = Progress.COMPLETE
    else:
        progress = Progress.BEGUN if review.is_begun else Progress.UNTOUCHED
    cells = tuple(one.share for one in review.progress.required)
    return Line(participation, progress, review.met, len(review.outcomes), cells, review=review)


def kept_line(participation: Participation) -> Line:
    """Return how somebody stood when the list was confirmed."""
    done = participation.outcome is Result.COMPLETED
    outcomes = (participation.review or {}).get("outcomes", [])
    met = sum(one["state"] == learning.State.MET for one in outcomes)
    touched = done or any(one["done"] for one in outcomes)
    progress = Progress.COMPLETE if done else Progress.BEGUN if touched else Progress.UNTOUCHED
    return Line(participation, progress, met, len(outcomes))


def _left(db: Session, training_class: TrainingClass) -> Iterable[Line]:
    gone = participations_of(db, training_class, left=True)
    return [Line(one, Progress.LEFT) for one in gone]


def with_terms(
    db: Session, training_class: TrainingClass, lines: Sequence[Line]
) -> tuple[Line, ...]:
    """Return the lines with the posts by which people came; at most four queries."""
    holders = {line.participation.tenure.person_id for line in lines if line.participation.tenure}
    terms = people.terms_of(db, holders, day=training_class.starts_on) if holders else {}
    return tuple(replace(line, term=_came_by(line.participation, terms)) for line in lines)


def _came_by(
    participation: Participation, terms: dict[int, list[people.Term]]
) -> people.Term | None:
    """Return the post by which she came; its row may have been superseded by its end."""
    tenure = participation.tenure
    if tenure is None:
        return None
    hers = terms.get(tenure.person_id, ())
    facts = (tenure.post.name, tenure.org_unit.name, tenure.valid_from)
    same = [one for one in hers if (one.post, one.org_unit, one.valid_from) == facts]
    return same[0] if same else None

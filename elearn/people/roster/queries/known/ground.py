"""What all rows of a batch are compared on: places, posts, days, answers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import areas, clock
from elearn.people.models import Post
from elearn.people.roster.models import QuestionKind, RosterBatch, RosterQuestion
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.known import Known, KnownUnit, PostMeant
from elearn.people.rules import MoveKind


@dataclass(slots=True)
class Ground:
    """What stays the same from chunk to chunk of a batch; units are read as they come up."""

    gazetteer: Gazetteer
    posts: dict[str, PostMeant]
    home: str
    home_id: int
    home_level: areas.Level
    day: date
    places: dict[str, int]
    move: MoveKind
    #: What rows under one number of ours tell together.
    told: dict[int, frozenset[str]] = field(default_factory=dict)
    units: dict[int, tuple[KnownUnit, ...]] = field(default_factory=dict)
    #: The same units by their keys, and others that came up.
    by_id: dict[int, KnownUnit] = field(default_factory=dict)
    placed: dict[Any, Any] = field(default_factory=dict)
    founded: dict[int, list[str]] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        """Return what is known before anybody is looked for: enough to say where rows are."""
        return Known(
            self.gazetteer,
            self.posts,
            self.home,
            self.home_id,
            self.home_level,
            self.day,
            places=self.places,
            told=self.told,
            move=self.move,
            placed=self.placed,
            founded=self.founded,
        )


def ground_of(db: Session, batch: RosterBatch) -> Ground:
    """Return on what the rows of a batch are compared; about ten queries."""
    today = clock.today()
    gazetteer = gazetteer_of(db, today, batch.area_id)
    home = areas.present_of(db, [batch.area_id], today)[batch.area_id][0]
    asked = select(RosterQuestion).where(
        RosterQuestion.batch_id == batch.id, RosterQuestion.answer.is_not(None)
    )
    answers = {(one.kind, one.about): one.answer or "" for one in db.scalars(asked)}
    places = {
        about: int(one) for (kind, about), one in answers.items() if kind is QuestionKind.PLACE
    }
    move = answers.get((QuestionKind.MOVE, ""))
    return Ground(
        gazetteer,
        {one.key: PostMeant(one.key, one.name, one.level) for one in db.scalars(select(Post))},
        home.path,
        home.area_id,
        areas.area_by_id(db, home.area_id).level,
        batch.since or today,
        places,
        MoveKind(move) if move else MoveKind.TRANSFER,
    )


def told_together(entries: Iterable[Entry]) -> dict[int, frozenset[str]]:
    """Return the posts that all rows under one number of ours tell together."""
    told: dict[int, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.person_key:
            told[entry.person_key].update(entry.posts)
    return {key: frozenset(posts) for key, posts in told.items()}

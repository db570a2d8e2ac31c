"""Classes by organisers of every level, and who took part in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn.areas import Level
from elearn.classes import ClassState, Participation, Result, TrainingClass
from elearn.clock import day_of
from elearn.learning import CompletionForm, CompletionRule
from tests.coverage.worlds.chance import FIRST_KEY, Chance
from tests.coverage.worlds.grounds import Grounds
from tests.coverage.worlds.studies import completed
from tests.coverage.writing import Rows

_ORGANISERS = (Level.CENTRAL, Level.PROVINCE, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_STATES = (ClassState.OPEN, ClassState.CLOSED, ClassState.CLOSED, ClassState.CANCELLED)


@dataclass(frozen=True, slots=True)
class Turn:
    """Who took part in a class to its end."""

    id: int
    person: int
    lesson: int
    starts: date
    ended: datetime


class Lessons:
    """What classes are made of: who may come, where they are held, and what is taught."""

    def __init__(
        self, chance: Chance, persons: Sequence[int], grounds: Grounds, rows: Rows
    ) -> None:
        self.chance, self.persons, self.grounds, self.rows = chance, persons, grounds, rows
        self.turns: list[Turn] = []

    def hold(self, number: int, version: int, rule: int) -> None:
        """Write a class with those who took part in it."""
        chance = self.chance
        starts = chance.day(date(2019, 1, 1))
        state, at = chance.random.choice(_STATES), chance.moment(chance.day(starts))
        self.rows.add(
            TrainingClass,
            id=FIRST_KEY + number,
            code=f"ORACLE-{number}",
            name=f"Lớp {number}",
            programme_version_id=version,
            completion_rule_id=rule,
            area_id=self.grounds.choose(chance, chance.random.choice(_ORGANISERS)),
            organiser="Hội LHPN",
            starts_on=starts,
            ends_on=starts + timedelta(days=60),
            decision_number=None,
            decision_on=None,
            state=state,
            state_reason="Không đủ người" if state is ClassState.CANCELLED else None,
            state_at=at,
            state_by_id=None,
        )
        for person in chance.random.sample(self.persons, chance.random.choice((3, 8, 15, 30))):
            self._join(number, version, person, (starts, state, at))

    def _join(
        self, number: int, version: int, person: int, told: tuple[date, ClassState, datetime]
    ) -> None:
        """Write how one took part: she left, or completed it when it was closed, or neither."""
        starts, state, at = told
        chance = self.chance
        joined = min(at, chance.moment(starts - timedelta(days=chance.random.choice((0, 1, 20)))))
        left, on, done = None, None, None
        if chance.happens(0.15):
            left = min(at, joined + timedelta(days=chance.random.choice((0, 2, 40)), hours=5))
        elif state is ClassState.CLOSED and chance.happens(0.7):
            on = chance.day(min(starts, day_of(at)), day_of(at))
            done = self._complete(version, person, on, at)
        key = FIRST_KEY + len(self.rows.waiting[Participation.__tablename__])
        self.rows.add(
            Participation,
            id=key,
            training_class_id=FIRST_KEY + number,
            person_id=person,
            tenure_id=None,
            joined_at=joined,
            left_at=left,
            left_reason="Bận" if left else None,
            outcome=Result.COMPLETED if on else None,
            completed_on=on,
            completion_id=done,
            review=None,
        )
        if on:
            self.turns.append(Turn(key, person, FIRST_KEY + number, starts, at))

    def _complete(self, version: int, person: int, on: date, at: datetime) -> int:
        """Write that one completed it, which now and then was taken back; return its key."""
        taken_back = self.chance.later(at) if self.chance.happens(0.1) else None
        what = (person, version, CompletionForm.ONLINE, on)
        return completed(self.rows, what, (at, taken_back))


def lessons(db: Session, held: Lessons, versions: Sequence[int], count: int) -> Sequence[Turn]:
    """Write so many classes; return the turns of those who completed one."""
    rule = db.scalars(select(CompletionRule.id)).first()
    assert rule is not None
    for number in range(count):
        held.hold(number, held.chance.random.choice(versions), rule)
    return held.turns

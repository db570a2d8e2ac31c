"""What happens later in a world, each act by its service: as in an installation, it is told."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import areas, classes, learning, people
from elearn.access import OPERATOR
from elearn.catalogue import ProgrammeVersion
from elearn.clock import day_of
from elearn.errors import NotFound, Refusal
from elearn.people import EndReason, ExclusionReason
from elearn.text import msg
from tests.coverage.worlds.chance import FIRST_KEY, Chance

_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)


class Later:
    """Acts by chance, at a moment after all that was written."""

    def __init__(self, db: Session, chance: Chance, now: datetime) -> None:
        self.db, self.chance, self.now = db, chance, now
        self.today = day_of(now)

    def act(self, times: int) -> int:
        """Do something so many times, each thing in turn; return how often it could be done."""
        acts = (
            *(self.complete, self.take_back, self.leave_class, self.appoint, self.end),
            *(self.correct, self.plan, self.move, self.leave_out, self.join, self.part),
        )
        could = 0
        for number in range(times):
            with suppress(Refusal):
                acts[number % len(acts)]()
                could += 1
            self.now += _MINUTE
        self.db.flush()
        return could

    def _any(self, table: Any, *which: Any) -> Any:
        """Return one of the rows the world was made of."""
        number = self.db.scalar(select(func.count()).select_from(table).where(*which)) or 0
        if not number:
            raise NotFound(msg("Không còn dòng nào như vậy."))
        found = select(table).where(*which).order_by(table.id)
        place = self.chance.random.randrange(max(number, 1))
        return self.db.scalars(found.offset(place).limit(1)).one()

    def _person(self) -> people.Person:
        found: people.Person = self._any(people.Person, people.Person.id >= FIRST_KEY)
        return found

    def _unit(self) -> people.OrgUnit:
        is_commune = people.OrgUnit.kind == people.UnitKind.BRANCH
        found: people.OrgUnit = self._any(people.OrgUnit, is_commune)
        return found

    def complete(self) -> None:
        """Have somebody complete something, that day or long ago."""
        done = learning.Achievement(
            self._person().id,
            self._any(ProgrammeVersion, ProgrammeVersion.is_current()).id,
            self.chance.day(),
            learning.CompletionForm.ONLINE,
        )
        learning.complete(self.db, OPERATOR, done, now=self.now)

    def take_back(self) -> None:
        """Take a completion back."""
        done = self._any(learning.Completion, learning.Completion.is_current())
        learning.take_back(self.db, OPERATOR, done, now=self.now)

    def leave_class(self) -> None:
        """Have somebody leave an open class."""
        turn = classes.Participation
        held = select(classes.TrainingClass.id).where(classes.TrainingClass.state == "open")
        one = self._any(turn, turn.training_class_id.in_(held), turn.left_at.is_(None))
        classes.leave(self.db, OPERATOR, one, "Bận", now=self.now)

    def appoint(self) -> None:
        """Give somebody a post, from some day on."""
        post = self.db.get_one(people.Post, "branch_head")
        new = people.Appointment(self._person(), post, self._unit(), self.chance.day())
        people.appoint(self.db, OPERATOR, new, now=self.now)

    def _tenure(self) -> people.Tenure:
        one = people.Tenure
        found: people.Tenure = self._any(one, one.is_current(), one.valid_to.is_(None))
        return found

    def end(self) -> None:
        """End what somebody held."""
        held = self._tenure()
        ending = people.Ending(self.chance.day(held.valid_from), EndReason.TRANSFERRED)
        people.end_tenure(self.db, OPERATOR, held, ending, now=self.now)

    def correct(self) -> None:
        """Put right when somebody came to her post."""
        right = people.Correction(self.chance.day())
        people.correct_tenure(self.db, OPERATOR, self._tenure(), right, now=self.now)

    def plan(self) -> None:
        """Plan somebody for a chair."""
        post = self.db.get_one(people.Post, "commune_union_chair")
        plan = people.Plan(self._person(), post, self._unit(), self.chance.day())
        people.begin_planned(self.db, OPERATOR, plan, now=self.now)

    def move(self) -> None:
        """Have a branch stand in another commune, after it came to where it stands."""
        unit, version, place = self._unit(), areas.AreaVersion, people.OrgUnitPlace
        hers = select(place.valid_from).where(place.org_unit_id == unit.id)
        on = self.chance.day(max(self.db.scalars(hers)) + _DAY)
        stood = version.area_id.in_(select(place.area_id)) & version.valid_on(on)
        to = self._any(version, stood, version.is_current(), version.kind == areas.Kind.COMMUNE)
        people.move_unit(self.db, OPERATOR, unit, people.Relocation(to, on), now=self.now)

    def leave_out(self) -> None:
        """Leave a unit out of evaluation."""
        first = self.chance.day()
        new = people.Exclusion(self._unit(), ExclusionReason.OTHER, first, first + 300 * _DAY)
        people.exclude_unit(self.db, OPERATOR, new, now=self.now)

    def join(self) -> None:
        """Say that two entries are one human being."""
        people.merge(self.db, OPERATOR, self._person(), self._person(), now=self.now)

    def part(self) -> None:
        """Part two entries again."""
        join = self._any(people.PersonJoin, people.PersonJoin.undone_at.is_(None))
        people.undo_merge(self.db, OPERATOR, join, now=self.now)

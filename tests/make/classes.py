"""Makers of classes: a course short enough to be watched at once, classes of it, people in them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from elearn import catalogue, classes, learning, media
from elearn.areas import Area
from elearn.people import Person
from tests.make import areas, people
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films

FIRST_DAY, LAST_DAY = date(2026, 9, 7), date(2026, 12, 15)
OPENED = datetime(2026, 9, 1, 2, tzinfo=UTC)
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Course:
    """A programme of one required lecture and two electives, of which one is to be chosen."""

    version: catalogue.ProgrammeVersion
    required: media.Playable
    electives: dict[int, media.Playable]

    @property
    def chosen(self) -> frozenset[int]:
        """The key of the first elective."""
        return frozenset(list(self.electives)[:1])


def course(db: Session, code: str = "CT-LOP", **words: Any) -> Course:
    """Make a course with the rules that decide when it is completed."""
    studying.rules(db)
    film = _film(db)
    first = teaching.lecture(db, f"{code}-1", medium_id=film.medium_id)
    needed = teaching.module(db, f"{code}-BB", [first])
    electives, shown = [], {}
    for number in (2, 3):
        other = _film(db)
        lecture = teaching.lecture(db, f"{code}-{number}", medium_id=other.medium_id)
        made = teaching.module(db, f"{code}-TC{number}", [lecture], block=catalogue.Block.ELECTIVE)
        electives.append(made)
        shown[made.id] = other
    words = {"min_electives": 1, **words}
    version = teaching.programme(db, code, [needed], electives, **words)
    return Course(version, film, shown)


def _film(db: Session) -> media.Playable:
    """Make a film of one weight: a course has several, and a test waits for each."""
    version = films.medium_version(db, seconds=100)
    films.rendition(db, version)
    return media.playable_of(db, version.medium_id)


def training_class(
    db: Session, of: Course | None = None, *, at: Area | None = None, **values: Any
) -> classes.TrainingClass:
    """Make an open class in Hưng Yên that offers the first elective of its course."""
    taught = of or course(db)
    rule = learning.completion_rule_on(db, taught.version.programme_id, FIRST_DAY)
    number = next(_numbers)
    facts = {
        "code": f"LOP-{number}",
        "name": f"Lớp số {number}",
        "programme_version_id": taught.version.id,
        "completion_rule_id": rule.id,
        "area_id": (at or areas.area(db, "Tỉnh Hưng Yên")).id,
        "organiser": "Hội LHPN tỉnh Hưng Yên",
        "starts_on": FIRST_DAY,
        "ends_on": LAST_DAY,
        "state": classes.ClassState.OPEN,
        "state_at": OPENED,
        "electives": [classes.ClassElective(module_id=key) for key in taught.chosen],
    }
    row = classes.TrainingClass(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def participation(
    db: Session,
    of: classes.TrainingClass | None = None,
    who: Person | None = None,
    **values: Any,
) -> classes.Participation:
    facts = {
        "training_class_id": (of or training_class(db)).id,
        "person_id": (who or people.person(db)).id,
        "joined_at": OPENED,
    }
    row = classes.Participation(**{**facts, **values})
    db.add(row)
    db.flush()
    return row


def studied(db: Session, who: Person, of: Course, *, at: datetime = studying.LONG_AGO) -> None:
    """Have a person watch all that completing a course takes."""
    studying.watched(db, who, of.required, at=at)
    studying.watched(db, who, of.electives[next(iter(of.chosen))], at=at)


def studied_rest(db: Session, who: Person, of: Course) -> None:
    """Have a person watch the elective she still lacks."""
    studying.watched(db, who, of.electives[next(iter(of.chosen))])

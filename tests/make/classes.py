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
LONG_SINCE = date(2019, 1, 1)
_WATCHING = {
    "seen_share_percent": 80,
    "rate_percent": 200,
    "unspent_seconds": 120,
    "unspent_intervals": 4,
    "idle_seconds": 1800,
}
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
    _rules(db)
    shown = _films(db, 3)
    modules = [
        teaching.module(
            db, f"{code}-{number}", [teaching.lecture(db, f"{code}-{number}", medium_id=medium_id)]
        )
        for number, medium_id in enumerate(shown, 1)
    ]
    words = {"min_electives": 1, **words}
    version = teaching.programme(db, code, modules[:1], modules[1:], **words)
    required, *others = shown.values()
    electives = {one.id: film for one, film in zip(modules[1:], others, strict=True)}
    return Course(version, required, electives)


def _rules(db: Session) -> None:
    """Make the rules of the house without reading them: nearly every test here needs them."""
    if db.get(learning.WatchRule, 1) is None:
        db.add(learning.WatchRule(version=1, valid_from=LONG_SINCE, **_WATCHING))
        kinds = (learning.ConditionKind.REQUIRED_MODULES, learning.ConditionKind.ELECTIVES)
        rows = [
            learning.CompletionCondition(position=place, kind=kind)
            for place, kind in enumerate(kinds, 1)
        ]
        db.add(learning.CompletionRule(number=1, valid_from=LONG_SINCE, rows=rows))
        db.flush()


def _films(db: Session, count: int) -> dict[int, media.Playable]:
    """Make short films of one weight, by the key of the medium."""
    file_id = films.stored_file(db).id
    made = [films.medium_version(db, seconds=100, source_id=file_id) for _ in range(count)]
    for version in made:
        films.rendition(db, version, file_id=file_id)
    return media.playables(db, [version.medium_id for version in made])


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

"""Whom a rule is held against: by programme, and by the classes that keep a rule of their own."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from elearn import catalogue, classes, learning, people

Conditions = tuple[learning.Condition, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """The conditions that somebody is held against, and the electives she may choose from."""

    conditions: Conditions
    offered: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Taught:
    """A programme version, its rule before and after, and who is held to another by a class."""

    version_id: int
    before: Conditions
    after: Conditions
    in_class: dict[int, list[Setting]] = field(default_factory=dict)

    def settings(self, person_id: int, general: Conditions) -> Sequence[Setting]:
        return self.in_class.get(person_id) or [Setting(general)]


def taught_by(db: Session, draft: learning.RuleDraft) -> list[Taught]:
    """Return the programme versions on which people have places and that a draft touches."""
    return [
        Taught(version.id, rule.conditions, draft.wanted or rule.conditions, _held(db, version))
        for version, rule in _touched(db, draft)
    ]


def against(db: Session, draft: learning.RuleDraft) -> str:
    """Return a word that changes with the rules that a draft would replace."""
    if draft.kind is learning.RuleKind.WATCH:
        return f"watch {learning.watch_rule_on(db, draft.valid_from).version}"
    rules = {version.id: rule.id for version, rule in _touched(db, draft)}
    return sha256(repr(sorted(rules.items())).encode()).hexdigest()


_Pair = tuple[catalogue.ProgrammeVersion, learning.CompletionRule]


def _touched(db: Session, draft: learning.RuleDraft) -> list[_Pair]:
    version, place = catalogue.ProgrammeVersion, learning.Enrolment
    taken = exists(select(place.id).where(place.programme_version_id == version.id))
    found = db.scalars(select(version).where(taken).order_by(version.programme_id, version.number))
    pairs = [
        (one, learning.completion_rule_on(db, one.programme_id, draft.valid_from)) for one in found
    ]
    return [pair for pair in pairs if _is_touched(draft, *pair)]


def _is_touched(
    draft: learning.RuleDraft, version: catalogue.ProgrammeVersion, rule: learning.CompletionRule
) -> bool:
    if draft.kind is learning.RuleKind.WATCH:
        return True
    if draft.programme_id is None:
        return rule.programme_id is None
    return version.programme_id == draft.programme_id


def _held(db: Session, version: catalogue.ProgrammeVersion) -> dict[int, list[Setting]]:
    """Return by human being the rules of the open classes of a version that she is in."""
    one, held = classes.TrainingClass, classes.Participation
    of_it = (one.programme_version_id == version.id, one.state == classes.ClassState.OPEN)
    found = {row.id: row for row in db.scalars(select(one).where(*of_it))}
    rows = db.execute(
        select(people.canonical_id(), held.training_class_id)
        .select_from(held)
        .join(held.person)
        .join(held.training_class)
        .where(*of_it, held.left_at.is_(None))
    )
    settings: dict[int, list[Setting]] = defaultdict(list)
    for person_id, class_id in rows:
        its = found[class_id]
        settings[person_id].append(Setting(its.completion_rule.conditions, its.offered))
    return dict(settings)


def placed_on(db: Session, version_id: int) -> set[int]:
    """Return the human beings with a place on a programme version."""
    place = learning.Enrolment
    found = select(people.canonical_id()).select_from(place).join(place.person)
    return set(db.scalars(found.where(place.programme_version_id == version_id)))


def completed_of(db: Session, version_id: int) -> set[int]:
    """Return the human beings whose completion of any version of the programme is on record."""
    version, done = catalogue.ProgrammeVersion, learning.Completion
    same = select(version.programme_id).where(version.id == version_id).scalar_subquery()
    found = select(people.canonical_id()).select_from(done).join(done.person)
    found = found.join(version, version.id == done.programme_version_id)
    return set(db.scalars(found.where(done.is_current(), version.programme_id == same)))


def lectures_by_medium(db: Session) -> dict[int, list[int]]:
    """Return the lectures that are taught by a medium, by its key, in the order of their codes."""
    lecture = catalogue.Lecture
    found: dict[int, list[int]] = defaultdict(list)
    rows = select(lecture.medium_id, lecture.id)
    for medium_id, lecture_id in db.execute(rows.order_by(lecture.code)):
        if medium_id is not None:
            found[medium_id].append(lecture_id)
    return found


def classes_under(db: Session, rule_ids: Collection[int]) -> dict[int, int]:
    """Return how many open classes keep each of these rules of completion."""
    one = classes.TrainingClass
    is_open = (one.state == classes.ClassState.OPEN, one.completion_rule_id.in_(rule_ids))
    counted = select(one.completion_rule_id, func.count()).where(*is_open)
    return dict(db.execute(counted.group_by(one.completion_rule_id)).all())


def lecture_titles(db: Session, lecture_ids: Collection[int]) -> dict[int, str]:
    """Return how these lectures are called today."""
    version = catalogue.LectureVersion
    found = select(version.lecture_id, version.title)
    return dict(
        db.execute(found.where(version.is_current(), version.lecture_id.in_(lecture_ids))).all()
    )


def module_titles(db: Session, module_ids: Collection[int]) -> dict[int, str]:
    """Return how these modules are called today."""
    version = catalogue.ModuleVersion
    found = select(version.module_id, version.title)
    return dict(
        db.execute(found.where(version.is_current(), version.module_id.in_(module_ids))).all()
    )


def programme_titles(db: Session) -> dict[int, str]:
    """Return how the programmes are called today, by their keys."""
    version = catalogue.ProgrammeVersion
    found = select(version.programme_id, version.title).where(version.is_current())
    return dict(db.execute(found.order_by(version.programme_id)).all())


def module_codes(db: Session, module_ids: Collection[int]) -> dict[int, str]:
    """Return the codes of these modules by their keys."""
    module = catalogue.Module
    found = select(module.id, module.code).where(module.id.in_(module_ids))
    return dict(db.execute(found).all())

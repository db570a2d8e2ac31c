"""The two sides of every figure, as conditions that counting and naming share."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from elearn import areas, catalogue, certificates, classes, learning, people
from elearn.areas import Level
from elearn.coverage.rules import Content, Measure


class place_in(GenericFunction[int]):  # noqa: N801  # SQLAlchemy names functions as SQL does
    """Where a text first stands in another, from 1: `strpos`, which SQLite calls `instr`."""

    inherit_cache = True
    name = "strpos"


@compiles(place_in, "sqlite")
def _instr(element: place_in, compiler: Any, **options: Any) -> str:
    return f"instr({compiler.process(element.clauses, **options)})"


@dataclass(frozen=True, slots=True)
class Window:
    """What is counted, of which content, and between which days it must have been reached."""

    measure: Measure
    content: Content
    first: date
    last: date


def in_post(groups: Collection[str], path: str, day: date) -> Select[int, str, Level, str]:
    """Return who held, on the day, a post of the groups in a unit that stood below the path.

    One row a person, group, level of the post, and child area ("" in the area itself).
    """
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    belongs = people.PostGroup
    return (
        select(
            people.canonical_id().label("person_id"),
            belongs.group_key,
            people.Post.level,
            _child(path).label("child"),
        )
        .distinct()
        .select_from(tenure)
        .join(people.Person, people.Person.id == tenure.person_id)
        .join(people.Post, people.Post.key == tenure.post_key)
        .join(belongs, belongs.post_key == tenure.post_key)
        .join(place, place.org_unit_id == tenure.org_unit_id)
        .join(version, version.area_id == place.area_id)
        .where(belongs.group_key.in_(groups), belongs.valid_on(day))
        .where(tenure.valid_on(day), tenure.is_current())
        .where(place.valid_on(day), version.valid_on(day), version.is_current())
        .where(areas.below([path]))
    )


def _child(path: str) -> ColumnElement[str]:
    """Return the key that follows the path: of "/1/45/678/" below "/1/" it is "45"."""
    rest = func.substr(areas.AreaVersion.path, len(path) + 1, type_=Text)
    return func.substr(rest, 1, place_in(rest.concat("/"), "/") - 1, type_=Text)


def trained(window: Window) -> Select[int]:
    """Return who did what is counted; one row a person."""
    if window.measure is Measure.CERTIFIED:
        return _certified(window)
    done = learning.Completion
    return (
        select(people.canonical_id().label("person_id"))
        .distinct()
        .select_from(done)
        .join(people.Person, people.Person.id == done.person_id)
        .where(counts(window))
    )


def _certified(window: Window) -> Select[int]:
    """Return who holds, on the last day, a valid certificate for a programme of the content."""
    held = certificates.holders_on(window.last).subquery()
    turn, training_class = classes.Participation, classes.TrainingClass
    return (
        select(people.canonical_id().label("person_id"))
        .distinct()
        .select_from(held)
        .join(people.Person, people.Person.id == held.c.person_id)
        .join(turn, turn.id == held.c.participation_id)
        .join(training_class, training_class.id == turn.training_class_id)
        .where(training_class.programme_version_id.in_(_about(window.content)))
    )


def counts(window: Window) -> ColumnElement[bool]:
    """Return the condition that a completion counts."""
    done = learning.Completion
    return (
        done.is_current()
        & done.completed_on.between(window.first, window.last)
        & done.programme_version_id.in_(_about(window.content))
    )


def _about(content: Content) -> Select[int]:
    tag = catalogue.ProgrammeTag
    about = select(tag.programme_version_id).where(tag.tag.in_(sorted(content.tags)))
    if not content.needs_all:
        return about
    is_whole = func.count() == len(content.tags)
    return about.group_by(tag.programme_version_id).having(is_whole)

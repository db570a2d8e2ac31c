"""Who was in a class that leads to what is asked, and which classes there were."""

import numpy as np
from sqlalchemy import ColumnElement, and_, case, func, or_, select

from elearn import areas, catalogue
from elearn.classes import ClassState, Participation, TrainingClass
from elearn.coverage.queries.facts.reading import Reading, by_then, is_about
from elearn.coverage.rules.facts import Dated
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, number_of_day, number_of_local_day


def under_way(reading: Reading) -> Dated:
    """Return the days from joining a class till before leaving it, completing it, or its end."""
    moment = reading.knowledge.completions_at
    is_told = by_then(TrainingClass.state_at, moment)
    left = case((by_then(Participation.left_at, moment), _local(Participation.left_at)))
    done = case((is_told, number_of_day(Participation.completed_on)))
    closed = case(
        (is_told & (TrainingClass.state == ClassState.CLOSED), _local(TrainingClass.state_at)),
        else_=FOREVER + 1,
    )
    asked = (
        select(
            Participation.person_id,
            _local(Participation.joined_at),
            func.coalesce(left, done, FOREVER + 1),
            closed,
        )
        .join(TrainingClass, TrainingClass.id == Participation.training_class_id)
        .where(_takes_place(reading), by_then(Participation.joined_at, moment))
    )
    person, first, ended, over = reading.columns(asked, Participation.person_id)
    last = np.minimum(ended, over) - 1
    attends = first <= last
    return Dated(person[attends], first[attends], last[attends])


def _local(moment: object) -> ColumnElement[int]:
    return number_of_local_day(moment)


def _takes_place(reading: Reading) -> ColumnElement[bool]:
    """Return the condition that a class is about the content and was not cancelled."""
    is_cancelled = (TrainingClass.state == ClassState.CANCELLED) & by_then(
        TrainingClass.state_at, reading.knowledge.completions_at
    )
    return and_(
        ~is_cancelled, is_about(TrainingClass.programme_version_id, reading.indicator.content)
    )


def classes_held(reading: Reading) -> Dated:
    """Return the areas and first days of the classes that count."""
    indicator, row = reading.indicator, TrainingClass
    asked = select(row.area_id, number_of_day(row.starts_on)).where(
        _takes_place(reading), _size(reading) >= indicator.min_class_size
    )
    if indicator.modes:
        version = catalogue.ProgrammeVersion
        asked = asked.join(version, version.id == row.programme_version_id)
        asked = asked.where(version.mode.in_(sorted(indicator.modes)))
    if indicator.organiser is not None:
        asked = asked.join(areas.Area, areas.Area.id == row.area_id)
        asked = asked.where(areas.Area.level == indicator.organiser)
    area, day = columns(reading.db, asked)
    counts = day >= reading.first_day
    return Dated(area[counts], day[counts], day[counts])


def _size(reading: Reading) -> ColumnElement[int]:
    """Return how many are in a class who did not leave it."""
    moment = reading.knowledge.completions_at
    stays = or_(Participation.left_at.is_(None), ~by_then(Participation.left_at, moment))
    return (
        select(func.count())
        .where(Participation.training_class_id == TrainingClass.id)
        .where(by_then(Participation.joined_at, moment), stays)
        .scalar_subquery()
    )

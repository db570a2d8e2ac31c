"""Who has reached what an indicator asks on a day, and who is in a class that leads there."""

from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, func, or_, select, true
from sqlalchemy.orm import Mapped

from elearn import catalogue, certificates, classes, clock, learning, people
from elearn.coverage.rules import Content, Indicator, Measure


def reached(one: Indicator, day: date) -> Select[int]:
    """Return who has reached it; one row or more a person, by the entry that stands for her."""
    if one.measure is Measure.CERTIFIED:
        return _certified(one.content, day)
    done = learning.Completion
    found = (
        select(people.canonical_id())
        .select_from(done)
        .join(people.Person, people.Person.id == done.person_id)
        .where(fits(one, day))
    )
    if one.measure is not Measure.TRAINED_THIS_YEAR or one.min_contents < 2:
        return found
    version = catalogue.ProgrammeVersion
    several = func.count(version.programme_id.distinct()) >= one.min_contents
    found = found.join(version, version.id == done.programme_version_id)
    return found.group_by(people.canonical_id()).having(several)


def fits(one: Indicator, day: date) -> ColumnElement[bool]:
    """Return the condition that a completion counts for a figure of the day."""
    done = learning.Completion
    first = one.since(day)
    if one.measure is Measure.TRAINED_THIS_YEAR:
        first = max(first, date(day.year, 1, 1))
    fitting = done.is_current() & done.completed_on.between(first, day)
    if one.forms:
        fitting &= done.form.in_(sorted(one.forms))
    return fitting & _is_about(done.programme_version_id, one.content)


def _certified(content: Content, day: date) -> Select[int]:
    """Return who holds, on the day, a valid certificate for a programme of the content."""
    paper = certificates.holders_on(day).subquery()
    turn, training_class = classes.Participation, classes.TrainingClass
    return (
        select(people.canonical_id())
        .select_from(paper)
        .join(people.Person, people.Person.id == paper.c.person_id)
        .join(turn, turn.id == paper.c.participation_id)
        .join(training_class, training_class.id == turn.training_class_id)
        .where(_is_about(training_class.programme_version_id, content))
    )


def under_way(one: Indicator, day: date) -> Select[int]:
    """Return who is on the day in a class that leads there; one row or more a person."""
    turn, training_class = classes.Participation, classes.TrainingClass
    return (
        select(people.canonical_id())
        .select_from(turn)
        .join(people.Person, people.Person.id == turn.person_id)
        .join(training_class, training_class.id == turn.training_class_id)
        .where(learns(one, day))
    )


def learns(one: Indicator, day: date) -> ColumnElement[bool]:
    """Return the condition that a turn in a class leads there and is under way on the day.

    On the day it ends it no longer is.
    """
    turn, training_class = classes.Participation, classes.TrainingClass
    morrow = datetime.combine(day + timedelta(days=1), time.min, clock.ZONE)
    stays = or_(turn.left_at.is_(None), turn.left_at >= morrow)
    lacks = or_(turn.completed_on.is_(None), turn.completed_on > day)
    is_closed = training_class.state == classes.ClassState.CLOSED
    is_over = or_(
        training_class.state == classes.ClassState.CANCELLED,
        is_closed & (training_class.state_at < morrow),
    )
    is_about = _is_about(training_class.programme_version_id, one.content)
    return (turn.joined_at < morrow) & stays & lacks & ~is_over & is_about


def _is_about(version_id: Mapped[int], content: Content) -> ColumnElement[bool]:
    """Return the condition that a programme version has the content; no tag is any content."""
    if not content.tags:
        return true()
    tag = catalogue.ProgrammeTag
    about = select(tag.programme_version_id).where(tag.tag.in_(sorted(content.tags)))
    if content.needs_all:
        is_whole = func.count() == len(content.tags)
        about = about.group_by(tag.programme_version_id).having(is_whole)
    return version_id.in_(about)

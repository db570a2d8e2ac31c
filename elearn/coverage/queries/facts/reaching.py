"""Since when people have reached what is asked, and the turns that are counted."""

from typing import Any

import numpy as np
from sqlalchemy import Select, func, select

from elearn import areas, catalogue, certificates, classes
from elearn.coverage.queries.facts.reading import Reading, by_then, is_about, known
from elearn.coverage.rules.facts import Dated, Ints
from elearn.coverage.rules.measures import CountingWindow, Measure
from elearn.coverage.rules.spells import dated, spells, united
from elearn.coverage.rules.years import last_of_year, nth_of_year
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, UNKNOWN, number_of_day, numbered_day
from elearn.learning import Completion


def reached(reading: Reading) -> Dated:
    """Return the days on which persons have reached what is asked."""
    indicator = reading.indicator
    if indicator.measure is Measure.CERTIFIED:
        return _certified(reading)
    if indicator.measure is Measure.TRAINED_THIS_YEAR:
        return _yearly(reading, indicator.min_contents)
    if indicator.window is CountingWindow.YEAR:
        return _yearly(reading, 1)
    return _first(reading)


def _first(reading: Reading) -> Dated:
    """Return all days since the first completion."""
    first = number_of_day(func.min(Completion.completed_on))
    asked = _completions(reading, Completion.person_id, first).group_by(Completion.person_id)
    person, day = reading.columns(asked, Completion.person_id)
    return dated(united(spells(person, day, np.full_like(day, FOREVER))))


def _yearly(reading: Reading, number: int) -> Dated:
    """Return, of every year, the days since so many different programmes were completed in it."""
    day = number_of_day(Completion.completed_on)
    asked = _completions(reading, Completion.person_id, day, Completion.programme_version_id)
    person, done, version = reading.columns(asked, Completion.person_id)
    if number > 1:
        which = nth_of_year(person, done, _programmes(reading, version), number)
        person, done = person[which], done[which]
    return dated(united(spells(person, done, last_of_year(done))))


def _programmes(reading: Reading, version: Ints) -> Ints:
    """Return of versions the programmes they are of."""
    of = catalogue.ProgrammeVersion
    key, programme = columns(reading.db, select(of.id, of.programme_id).order_by(of.id))
    return programme[np.searchsorted(key, version)]


def turns(reading: Reading) -> Dated:
    """Return the completions, each a turn on its day."""
    asked = _completions(reading, Completion.person_id, number_of_day(Completion.completed_on))
    if reading.indicator.organiser is not None:
        asked = _organised(asked, reading.indicator.organiser)
    person, day = reading.columns(asked, Completion.person_id)
    return Dated(person, day, day)


def _organised(asked: Select[*tuple[Any, ...]], level: areas.Level) -> Select[Any]:
    """Ask only for what was completed in a class of an area of the level."""
    turn, training_class = classes.Participation, classes.TrainingClass
    return (
        asked.join(turn, turn.completion_id == Completion.id)
        .join(training_class, training_class.id == turn.training_class_id)
        .join(areas.Area, areas.Area.id == training_class.area_id)
        .where(areas.Area.level == level)
    )


def _completions(reading: Reading, *asked: Any) -> Select[*tuple[Any, ...]]:
    indicator = reading.indicator
    wanted = [
        known(Completion, reading.knowledge.completions_at),
        is_about(Completion.programme_version_id, indicator.content),
    ]
    if reading.first_day > UNKNOWN:
        wanted.append(Completion.completed_on >= numbered_day(reading.first_day))
    if indicator.forms:
        wanted.append(Completion.form.in_(sorted(indicator.forms)))
    return select(*asked).where(*wanted)


def _certified(reading: Reading) -> Dated:
    """Return the days on which persons hold a valid certificate (chứng chỉ)."""
    paper, moment = certificates.Certificate, reading.knowledge.completions_at
    turn, training_class = classes.Participation, classes.TrainingClass
    ended = _ends(reading)
    last = func.coalesce(number_of_day(ended.c.since) - 1, FOREVER)
    asked = (
        select(paper.person_id, number_of_day(paper.issued_on), last)
        .join(turn, turn.id == paper.participation_id)
        .join(training_class, training_class.id == turn.training_class_id)
        .outerjoin(ended, ended.c.certificate_id == paper.id)
        .where(paper.kind == catalogue.CertificateKind.CERTIFICATE)
        .where(by_then(paper.issued_at, moment))
        .where(is_about(training_class.programme_version_id, reading.indicator.content))
    )
    person, first, until = reading.columns(asked, paper.person_id)
    holds = first <= until
    return dated(united(spells(person[holds], first[holds], until[holds])))


def _ends(reading: Reading) -> Any:
    """Return, to be joined, since when each certificate is no longer valid."""
    state = certificates.CertificateState
    return (
        select(state.certificate_id, func.min(state.since).label("since"))
        .where(state.state != certificates.State.VALID)
        .where(by_then(state.at, reading.knowledge.completions_at))
        .group_by(state.certificate_id)
        .subquery()
    )

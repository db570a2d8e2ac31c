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

#: The columns of a completion that are always read: who, and on which day.
_DONE = (Completion.person_id, number_of_day(Completion.completed_on))


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
    asked = _completions(reading, *_DONE)
    if reading.db.get_bind().dialect.name == "sqlite":
        # Its index has the completions of a person side by side; PostgreSQL would have to sort
        # a million groups into a table first, which takes longer than to hand over all rows.
        asked = _firsts(asked, reading.first_day)
    person, day = _each(asked, reading)
    return dated(united(spells(person, day, np.full_like(day, FOREVER))))


def _firsts(asked: Select[*tuple[Any, ...]], first_day: int) -> Select[*tuple[Any, ...]]:
    """Ask for the first completion of each entry instead of all of them."""
    done = Completion.completed_on
    asked = asked.with_only_columns(Completion.person_id, number_of_day(func.min(done)))
    if first_day > UNKNOWN:
        asked = asked.where(done >= numbered_day(first_day))
    return asked.group_by(Completion.person_id)


def _yearly(reading: Reading, number: int) -> Dated:
    """Return, of every year, the days since so many different programmes were completed in it."""
    if number == 1:
        person, day = _each(_completions(reading, *_DONE), reading)
    else:
        person, day, version = _each(
            _completions(reading, *_DONE, Completion.programme_version_id), reading
        )
        which = nth_of_year(person, day, _programmes(reading, version), number)
        person, day = person[which], day[which]
    return dated(united(spells(person, day, last_of_year(day))))


def _each(asked: Select[*tuple[Any, ...]], reading: Reading) -> tuple[Ints, ...]:
    """Return the columns of completions, person and day first, since the first day that counts."""
    rows = reading.columns(asked, Completion.person_id)
    counts = rows[1] >= reading.first_day
    return rows if counts.all() else tuple(column[counts] for column in rows)


def _programmes(reading: Reading, version: Ints) -> Ints:
    """Return of versions the programmes they are of."""
    of = catalogue.ProgrammeVersion
    key, programme = columns(reading.db, select(of.id, of.programme_id).order_by(of.id))
    return programme[np.searchsorted(key, version)]


def turns(reading: Reading) -> Dated:
    """Return the completions, each a turn on its day."""
    asked = _completions(reading, *_DONE)
    if reading.indicator.organiser is not None:
        asked = _organised(asked, reading.indicator.organiser)
    person, day = _each(asked, reading)
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
    """Ask for completions of the content and forms, whenever they were."""
    # With 0 added, no index leads to the few of one programme: an index in the order of persons,
    # read from end to end, gives nearly all of them in a tenth of the time.
    version = Completion.programme_version_id + 0
    wanted = [
        known(Completion, reading.knowledge.completions_at),
        is_about(version, reading.indicator.content),
    ]
    if reading.indicator.forms:
        wanted.append(Completion.form.in_(sorted(reading.indicator.forms)))
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

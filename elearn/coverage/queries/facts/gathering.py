"""Reading the facts an indicator asks for, of everybody or of some persons."""

from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np
from sqlalchemy.orm import Session

from elearn.coverage.queries.facts.attending import classes_held, under_way
from elearn.coverage.queries.facts.entries import entries_at
from elearn.coverage.queries.facts.holding import held
from elearn.coverage.queries.facts.reaching import reached, turns
from elearn.coverage.queries.facts.reading import Reading
from elearn.coverage.rules.facts import NO_DAYS, Dated, Facts, Held, Ints
from elearn.coverage.rules.indicators import Indicator
from elearn.coverage.rules.knowledge import NOW, Knowledge
from elearn.coverage.rules.measures import Measure
from elearn.coverage.rules.spells import distinct

_NOBODY = Held(*(np.empty(0, np.int64) for _ in Held._fields))
_TURNS = (Measure.PARTICIPATION, Measure.TURNS_PER_PERSON)


def facts_of(
    db: Session,
    indicator: Indicator,
    knowledge: Knowledge = NOW,
    person_ids: Collection[int] | None = None,
) -> Facts:
    """Return the facts of all human beings, or of those to whom these entries belong."""
    entries = entries_at(db, knowledge.people_at)
    only = None if person_ids is None else entries.all_of(person_ids)
    reading = Reading(db, indicator, knowledge, entries, only)
    if indicator.measure is Measure.CLASS:
        return Facts(_NOBODY, NO_DAYS, NO_DAYS, NO_DAYS, classes_held(reading))
    return _facts_of_persons(reading)


def _facts_of_persons(reading: Reading) -> Facts:
    measure, holdings = reading.indicator.measure, held(reading)
    holders = distinct(holdings.person)
    if reading.only is not None:  # Of the others nothing counts, whatever they reached.
        reading = replace(reading, only=reading.entries.all_of(holders.tolist()))

    def of_holders(read: Callable[[Reading], Dated], *, is_asked: bool) -> Dated:
        return _of(holders, read(reading)) if is_asked and holders.size else NO_DAYS

    has_states = measure not in (*_TURNS, Measure.TURNOVER)
    return Facts(
        holdings,
        of_holders(reached, is_asked=has_states),
        of_holders(under_way, is_asked=has_states),
        of_holders(turns, is_asked=measure in _TURNS),
        NO_DAYS,
    )


def _of(persons: Ints, days: Dated) -> Dated:
    """Return the days of these persons."""
    theirs = np.isin(days.owner, persons)
    return Dated(*(column[theirs] for column in days))

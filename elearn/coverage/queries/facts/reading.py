"""How facts are read: as columns, of everybody or of some persons, as known at some moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from elearn import catalogue
from elearn.coverage.queries.facts.entries import Entries
from elearn.coverage.rules.facts import Ints
from elearn.coverage.rules.indicators import Content, Indicator
from elearn.coverage.rules.knowledge import Knowledge
from elearn.coverage.rules.measures import CountingWindow
from elearn.db import Recorded, among
from elearn.db.arrays import columns
from elearn.db.days import FOREVER, UNKNOWN, day_number, number_of_day


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read for: an indicator, when it was known, and of whom; None is everybody."""

    db: Session
    indicator: Indicator
    knowledge: Knowledge
    entries: Entries
    only: Ints | None

    @property
    def first_day(self) -> int:
        """Return the first day from which anything counts."""
        if self.indicator.window is CountingWindow.EVER:
            return UNKNOWN
        return day_number(self.indicator.first_day)

    def columns(
        self, asked: Select[*tuple[Any, ...]], person_id: InstrumentedAttribute[int]
    ) -> tuple[Ints, ...]:
        """Return the answer's columns; its first, of entries, as the human beings they are."""
        first, *others = _read(self.db, asked, person_id, self.only)
        return self.entries.wholes(first), *others


def _read(
    db: Session,
    asked: Select[*tuple[Any, ...]],
    person_id: InstrumentedAttribute[int],
    only: Ints | None,
) -> tuple[Ints, ...]:
    if only is not None:
        asked = asked.where(among(db, person_id, only.tolist()))
    return columns(db, asked)


def known(table: type[Recorded], moment: datetime | None) -> ColumnElement[bool]:
    """Return the condition that a row was held for true at the moment; None is now."""
    return table.is_current() if moment is None else table.known_at(moment)


def by_then(column: InstrumentedAttribute[Any], moment: datetime | None) -> ColumnElement[bool]:
    """Return the condition that something had been written by the moment; None is now."""
    return column.is_not(None) if moment is None else column <= moment


def last_day(column: Any) -> ColumnElement[int]:
    """Return the number of a last day; what has none lasts for ever."""
    return func.coalesce(number_of_day(column), FOREVER)


def is_about(
    column: ColumnElement[int] | InstrumentedAttribute[int], content: Content
) -> ColumnElement[bool]:
    """Return the condition that a programme version has the content."""
    if not content.tags:
        return true()
    tag = catalogue.ProgrammeTag
    about = select(tag.programme_version_id).where(tag.tag.in_(sorted(content.tags)))
    if content.needs_all:
        is_whole = func.count() == len(content.tags)
        about = about.group_by(tag.programme_version_id).having(is_whole)
    return column.in_(about)

"""The persons behind a figure, a list for each state, page after page, by given name."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import Session

from elearn import areas, catalogue, certificates, classes, learning, people
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.names import Names
from elearn.coverage.queries.reaching import fits, learns
from elearn.coverage.queries.standing import persons_in
from elearn.coverage.rules import Indicator

PAGE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """A completion that counts: the programme, the day, how it was done, and its paper."""

    programme_title: str
    completed_on: date
    form: learning.CompletionForm
    source: str | None
    certificate: str | None
    #: Which part of the seconds it rests on was shared with others before one screen.
    shared_percent: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A person of a figure: her posts of the day, what she completed, and her classes under way."""

    person: people.Person
    terms: tuple[people.Term, ...]
    completions: tuple[Done, ...]
    classes: tuple[str, ...]
    #: Whether the reader may open her record; of some she may know the name only.
    may_open: bool = True


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One page of persons, and the key after which the next begins, if there is more."""

    rows: tuple[Counted, ...]
    next_after: int | None
    #: How many there are beside them whom the reader may not see, though they stand in her area.
    unseen: int = 0


def persons_of(db: Session, asked: Asked, indicator: Indicator, names: Names) -> PersonPage:
    """Return the next persons of a figure; at most thirteen queries.

    The lists of all states together are the figure's denominator.
    """
    level = areas.area_by_id(db, asked.area_id).level
    everybody = persons_in(asked, indicator, level, names.which)
    found = everybody if names.seen is None else everybody.where(names.seen)
    ordered = _after(db, found, names.after).order_by(people.Person.sort_key, people.Person.id)
    persons = db.scalars(ordered.limit(PAGE + 1)).all()
    shown = persons[:PAGE]
    rows = _told(db, asked, indicator, shown) if shown else ()
    if names.opened is not None:
        opened = _opened(db, shown, names.opened)
        rows = tuple(replace(row, may_open=row.person.id in opened) for row in rows)
    next_after = shown[-1].id if len(persons) > PAGE else None
    unseen = 0 if names.seen is None else _count(db, everybody.where(~names.seen))
    return PersonPage(rows, next_after, unseen)


def _opened(
    db: Session, shown: Sequence[people.Person], opened: ColumnElement[bool]
) -> Collection[int]:
    ids = [person.id for person in shown]
    return set(db.scalars(select(people.Person.id).where(people.Person.id.in_(ids), opened)))


def _count(db: Session, found: Select[people.Person]) -> int:
    ids = found.with_only_columns(people.Person.id).subquery()
    return db.scalar(select(func.count()).select_from(ids)) or 0


def _after(db: Session, found: Select[people.Person], after: int | None) -> Select[people.Person]:
    last = db.get(people.Person, after) if after else None
    if last is None:
        return found
    person = people.Person
    return found.where(tuple_(person.sort_key, person.id) > (last.sort_key, last.id))


def _told(
    db: Session, asked: Asked, indicator: Indicator, persons: Sequence[people.Person]
) -> tuple[Counted, ...]:
    entries = _entries(db, [person.id for person in persons])
    keys = [key for hers in entries.values() for key in hers]
    terms = people.terms_of(db, keys, day=asked.day)
    done = _completions(db, asked, indicator, keys)
    under_way = _classes(db, asked, indicator, keys)
    return tuple(
        Counted(
            person,
            tuple(
                term
                for key in entries[person.id]
                for term in terms.get(key, ())
                if term.is_held_on(asked.day)
            ),
            tuple(one for key in entries[person.id] for one in done.get(key, ())),
            tuple(one for key in entries[person.id] for one in under_way.get(key, ())),
        )
        for person in persons
    )


def _entries(db: Session, whole_ids: Collection[int]) -> dict[int, list[int]]:
    """Return all entries of each human being."""
    whole = people.canonical_id()
    entries: dict[int, list[int]] = defaultdict(list)
    for key, entry in db.execute(
        select(whole, people.Person.id).where(whole.in_(whole_ids)).order_by(people.Person.id)
    ):
        entries[key].append(entry)
    return entries


def _completions(
    db: Session, asked: Asked, indicator: Indicator, person_ids: Collection[int]
) -> dict[int, list[Done]]:
    done, version = learning.Completion, catalogue.ProgrammeVersion
    rows = db.execute(
        select(done, version.title)
        .join(version, version.id == done.programme_version_id)
        .where(done.person_id.in_(person_ids), fits(indicator, asked.day))
        .order_by(done.completed_on, done.id)
    ).all()
    keys = [one.id for one, _ in rows]
    papers, shared = _papers(db, keys, asked.day), _shared(db, keys)
    found: dict[int, list[Done]] = defaultdict(list)
    for one, title in rows:
        told = Done(title, one.completed_on, one.form, one.source, papers.get(one.id))
        told = replace(told, shared_percent=shared.get(one.id, 0))
        found[one.person_id].append(told)
    return found


def _shared(db: Session, completion_ids: Collection[int]) -> dict[int, int]:
    """Return, by completion, how much of what was found at the closing of its class was shared."""
    turn = classes.Participation
    rows = db.execute(
        select(turn.completion_id, turn.review).where(turn.completion_id.in_(completion_ids))
    )
    return {key: learning.shared_percent(kept or {}) for key, kept in rows if key is not None}


def _classes(
    db: Session, asked: Asked, indicator: Indicator, person_ids: Collection[int]
) -> dict[int, list[str]]:
    """Return the names of the classes that each is in on the day and that lead there."""
    turn, training_class = classes.Participation, classes.TrainingClass
    found: dict[int, list[str]] = defaultdict(list)
    for key, name in db.execute(
        select(turn.person_id, training_class.name)
        .join(training_class, training_class.id == turn.training_class_id)
        .where(turn.person_id.in_(person_ids), learns(indicator, asked.day))
        .order_by(training_class.starts_on, training_class.id)
    ):
        found[key].append(name)
    return found


def _papers(db: Session, completion_ids: Collection[int], day: date) -> dict[int, str]:
    """Return the number of the paper, valid on the day, that was issued for each completion."""
    paper, state, turn = (
        certificates.Certificate,
        certificates.CertificateState,
        classes.Participation,
    )
    ended = (
        select(state.id)
        .where(state.certificate_id == paper.id, state.since <= day)
        .where(state.state != certificates.State.VALID)
        .exists()
    )
    rows = db.execute(
        select(turn.completion_id, paper.shown_number)
        .join(paper, paper.participation_id == turn.id)
        .where(turn.completion_id.in_(completion_ids), paper.issued_on <= day, ~ended)
    )
    return {key: number for key, number in rows if key is not None}

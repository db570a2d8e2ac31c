"""The persons behind a figure: those trained and those not, page after page, by given name."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from elearn import catalogue, certificates, classes, learning, people
from elearn.coverage.queries.asked import Asked
from elearn.coverage.queries.holding import counts, in_post, trained
from elearn.coverage.rules import Indicator

PAGE = 50


class Which(StrEnum):
    """Which of a figure's persons are asked for."""

    TRAINED = "trained"
    UNTRAINED = "untrained"


@dataclass(frozen=True, slots=True)
class Done:
    """A completion that counts: the programme, the day, how it was done, and its paper."""

    programme_title: str
    completed_on: date
    form: learning.CompletionForm
    source: str | None
    certificate: str | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A person of a figure: the posts she held on the day, and what she completed."""

    person: people.Person
    terms: tuple[people.Term, ...]
    completions: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One page of persons, and the key after which the next begins, if there is more."""

    rows: tuple[Counted, ...]
    next_after: int | None


def persons_of(
    db: Session, asked: Asked, indicator: Indicator, which: Which, *, after: int | None = None
) -> PersonPage:
    """Return the next persons of a figure after one; at most eight queries.

    Both lists together are the figure's denominator: they ask what the counting asks.
    """
    found = _after(db, _wanted(asked, indicator, which), after)
    ordered = found.order_by(people.Person.sort_key, people.Person.id)
    persons = db.scalars(ordered.limit(PAGE + 1)).all()
    shown = persons[:PAGE]
    rows = _told(db, asked, indicator, shown) if shown else ()
    return PersonPage(rows, shown[-1].id if len(persons) > PAGE else None)


def _wanted(asked: Asked, indicator: Indicator, which: Which) -> Select[people.Person]:
    held = in_post([indicator.group], asked.path, asked.day).subquery()
    holders = select(held.c.person_id)
    if indicator.level:
        holders = holders.where(held.c.level == indicator.level)
    is_trained = people.Person.id.in_(trained(asked.window(indicator)))
    wanted = is_trained if which is Which.TRAINED else ~is_trained
    return select(people.Person).where(people.Person.id.in_(holders), wanted)


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
        .where(done.person_id.in_(person_ids), counts(asked.window(indicator)))
        .order_by(done.completed_on, done.id)
    ).all()
    papers = _papers(db, [one.id for one, _ in rows], asked.day)
    found: dict[int, list[Done]] = defaultdict(list)
    for one, title in rows:
        told = Done(title, one.completed_on, one.form, one.source, papers.get(one.id))
        found[one.person_id].append(told)
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

"""A row beside somebody it may mean, line by line: what the file says, what the system says."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.access import Actor
from elearn.people import queries
from elearn.people.models import Person
from elearn.people.queries import Term
from elearn.people.roster.models import RosterRow
from elearn.people.roster.queries.rows import Doubt
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.names import likeness
from elearn.people.roster.rules.verdicts import Candidate, Verdict
from elearn.people.roster.views.showing.answers import (
    ALIKE,
    Choice,
    choices_about,
    choices_alone,
    move_of,
)
from elearn.people.roster.views.showing.cells import Cell
from elearn.people.roster.views.showing.fields import EVIDENCE_NAMES
from elearn.people.roster.views.showing.rows import ShownRow, shown
from elearn.text import Message, fold, msg
from elearn.web import told
from elearn.web.spelling import phone

_MOST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing of which one of the two tells something."""

    label: Message
    told: Cell
    known: str
    #: Units and places are told more fully by the system than by a file.
    is_place: bool = False

    @property
    def differs(self) -> bool:
        """Whether both tell it, and not the same."""
        said, known = fold(self.told.text), fold(self.known)
        is_same = said in known if self.is_place else said == known
        return bool(said and known) and not is_same


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and one person it may mean; of one the reader may not see there is nothing to show."""

    candidate: Candidate
    person: Person | None
    same: str
    lines: Sequence[Line] = ()
    choices: Sequence[Choice] = ()


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """A row to decide upon, and whom it may mean, the likeliest first."""

    doubt: Doubt
    row: ShownRow
    pairs: Sequence[Pair] = ()
    #: The row of the file that seems to be about the same person.
    twin: ShownRow | None = None
    #: What may be answered where the row means nobody of the system.
    choices: Sequence[Choice] = ()
    #: The reason, where the person is sure and only her posts are in question.
    move: str = ""

    @property
    def alike(self) -> str:
        """The reason, if other rows that ask the same may be answered the same."""
        codes = [one.code for one in self.row.verdict.reasons[:1]] if self.row.verdict else []
        return next((one for one in codes if one in ALIKE), "")


def doubt_shown(db: Session, actor: Actor, doubt: Doubt) -> ShownDoubt:
    """Return how a row to decide upon is shown; a bounded number of queries."""
    (row,) = shown(db, [doubt.row])
    if row.entry is None or row.verdict is None:
        return ShownDoubt(doubt, row)
    candidates = row.verdict.candidates
    if not candidates and row.verdict.person_id:
        candidates = (Candidate(row.verdict.person_id, ()),)
    if candidates:
        pairs = _pairs(db, actor, row, row.verdict, candidates[:_MOST])
        return ShownDoubt(doubt, row, pairs, move=move_of(row.verdict))
    twin = _twin(db, doubt.row, row.entry) if row.entry.duplicate_of else None
    return ShownDoubt(doubt, row, twin=twin, choices=choices_alone(row.verdict))


def _twin(db: Session, row: RosterRow, entry: Entry) -> ShownRow | None:
    """Return the earlier row about the same person; where that names several, the like of her."""
    own, sheet = RosterRow, entry.duplicate_sheet or row.sheet
    there = own.batch_id == row.batch_id, own.sheet == sheet, own.number == entry.duplicate_of
    found = shown(db, db.scalars(select(own).where(*there, own.id < row.id)).all())
    return min(found, key=lambda one: likeness(one.name.text, entry.name), default=None)


def _pairs(
    db: Session, actor: Actor, row: ShownRow, verdict: Verdict, candidates: Sequence[Candidate]
) -> list[Pair]:
    keys = [one.person_id for one in candidates]
    seen = select(Person).where(Person.id.in_(keys), queries.visible_to(db, actor))
    people = {one.id: one for one in db.scalars(seen)}
    today = clock.today()
    terms = queries.terms_of(db, people.keys(), day=today)
    held = {key: [one for one in some if one.is_held_on(today)] for key, some in terms.items()}
    pairs = []
    for one in candidates:
        person = people.get(one.person_id)
        is_one_name = person is not None and person.full_name == row.name.text
        choices = choices_about(verdict, is_one_name=is_one_name)
        lines = _lines(row, person, held.get(person.id, [])) if person else ()
        pairs.append(Pair(one, person, _same(one), lines, choices))
    return pairs


def _same(candidate: Candidate) -> str:
    names = (EVIDENCE_NAMES[one] for one in candidate.evidence if one in EVIDENCE_NAMES)
    return ", ".join(told(name) for name in names)


def _lines(row: ShownRow, person: Person, held: Sequence[Term]) -> list[Line]:
    born = f"{person.born_on:%d/%m/%Y}" if person.born_on else str(person.birth_year or "")
    posts = ", ".join(dict.fromkeys(one.post for one in held))
    units = "; ".join(dict.fromkeys(one.org_unit for one in held))
    places = "; ".join(dict.fromkeys(one.place for one in held))
    lines = (
        Line(msg("Họ và tên"), row.name, person.full_name),
        Line(msg("Ngày sinh"), row.born, born),
        Line(msg("Điện thoại"), row.phone, phone(person.phone)),
        Line(msg("Chức danh"), row.post, posts),
        Line(msg("Chi hội, đơn vị"), Cell(row.branch), units, is_place=True),
        Line(msg("Xã, phường"), row.place, places, is_place=True),
    )
    return [one for one in lines if one.told.text or one.known]

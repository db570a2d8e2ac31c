"""A row of a file as the preview shows it: its status, its cells, and why it stands so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from elearn.people.roster.models import RosterRow
from elearn.people.roster.rules import fixes, problems, questions, reasons
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.entry_json import entry_from
from elearn.people.roster.rules.keeping import verdict_from
from elearn.people.roster.rules.verdicts import Verdict
from elearn.people.roster.views.showing.cells import EMPTY, Cell, Cells
from elearn.people.roster.views.showing.naming import Names, names_for
from elearn.people.roster.views.showing.sentences import sentence, sentences
from elearn.people.roster.views.showing.states import Sign, status_of
from elearn.web.spelling import phone

#: Fixes that change nothing a reader could see: telling them would only be noise.
_SILENT = {"date_cell", "collapse_spaces", "nbsp", "nfd_to_nfc", "invisible_signs"}
#: Differences that have a cell of their own in the table.
_IN_CELLS = {
    "name",
    "born",
    "birth_year",
    "phone",
    "post",
    "planned_post",
    "commune",
    "unit",
    "branch",
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What a line of the preview shows; nothing but its number and status once it was erased."""

    row: RosterRow
    sign: Sign
    entry: Entry | None = None
    verdict: Verdict | None = None
    name: Cell = EMPTY
    born: Cell = EMPTY
    post: Cell = EMPTY
    place: Cell = EMPTY
    phone: Cell = EMPTY
    phone_alt: str = ""
    branch: str = ""
    why: Sequence[str] = ()


def shown(db: Session, rows: Sequence[RosterRow]) -> list[ShownRow]:
    """Return how rows are shown; three queries for all of them."""
    read = [(row, *_read(row)) for row in rows]
    names = names_for(db, (verdict.commune_id for _row, _entry, verdict in read if verdict))
    return [_shown(row, entry, verdict, names) for row, entry, verdict in read]


def _read(row: RosterRow) -> tuple[Entry | None, Verdict | None]:
    return (entry_from(row.entry), verdict_from(row.verdict)) if row.entry else (None, None)


def _shown(row: RosterRow, entry: Entry | None, verdict: Verdict | None, names: Names) -> ShownRow:
    if entry is None or verdict is None:
        return ShownRow(row, status_of(row.status))
    is_pair = bool(verdict.candidates) or entry.duplicate_of is not None
    cells = Cells(entry, {one.field: one for one in verdict.differences})
    return ShownRow(
        row,
        status_of(row.status, is_pair=is_pair),
        entry,
        verdict,
        name=cells.name(),
        born=cells.born(),
        post=cells.post(names.posts_of(entry)),
        place=cells.place(names.areas.get(verdict.commune_id or 0, "")),
        phone=cells.phone(),
        phone_alt=phone(entry.phone_alt),
        branch=entry.place.branch or "",
        why=list(dict.fromkeys(_why(entry, verdict, names))),
    )


def _why(entry: Entry, verdict: Verdict, names: Names) -> Iterable[str]:
    for problem in entry.problems:
        yield sentence(problems.NAMES, problem.code, problem.value)
    for reason in verdict.reasons:
        value = phone(reason.value) if reason.code == "same_phone" else reason.value
        yield sentence({**problems.NAMES, **reasons.NAMES}, reason.code, value)
    yield from sentences(questions.NAMES, questions.beside_verdict(entry.questions))
    for one in verdict.differences:
        if one.field not in _IN_CELLS:
            name = names.of_difference(one.field)
            yield f"{name}: {one.before} → {one.after}" if one.before else f"{name}: {one.after}"
    yield from sentences(fixes.NAMES, (one for one in entry.fixes if one not in _SILENT))

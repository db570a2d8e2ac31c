"""What is written beside a row: its status, what is wrong or would change, and what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from elearn.people.roster.export.columns import HEADINGS
from elearn.people.roster.rules import fixes, problems, questions, reasons
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.verdicts import ROW_STATUS_NAMES, Difference, RowStatus, Verdict
from elearn.text import Message
from elearn.workbooks.marking import Mark, Tint

#: A sign says the same as the colour.
_SIGNS = {
    RowStatus.NEW: ("✚", Tint.GREEN),
    RowStatus.CHANGED: ("✎", Tint.BLUE),
    RowStatus.UNCHANGED: ("✔", Tint.GREY),
    RowStatus.DOUBTFUL: ("?", Tint.YELLOW),
    RowStatus.ERROR: ("✖", Tint.RED),
    RowStatus.SKIPPED: ("–", Tint.GREY),
}
_FIELDS = {field.value: name for field, (name, _) in HEADINGS.items()} | {
    "birth_year": "Năm sinh",
    "official_id": "Số CCCD",
}
_UNTOLD = {"date_cell"}  # Taken as it is: nothing was mended.


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a row: its status, and when it was written or taken back."""

    status: RowStatus
    applied_at: datetime | None = None
    undone_at: datetime | None = None


def mark_of(row: Outcome, entry: Entry, verdict: Verdict) -> Mark:
    """Return what is written beside a row."""
    sign, tint = _SIGNS[row.status]
    return Mark(f"{sign} {_status(row)}{_because(row, entry, verdict)}", tint)


def _status(row: Outcome) -> str:
    name = str(ROW_STATUS_NAMES[row.status])
    if row.undone_at:
        return f"{name}, đã hoàn tác"
    return f"{name}, đã ghi" if row.applied_at else name


def _because(row: Outcome, entry: Entry, verdict: Verdict) -> str:
    told = [*_wrong(entry), *_reasons(verdict)]
    if row.status is RowStatus.CHANGED:
        told += [_difference(one) for one in verdict.differences]
    told += _all(questions.NAMES, questions.beside_verdict(entry.questions))
    told += _all(fixes.NAMES, (one for one in entry.fixes if one not in _UNTOLD))
    return ": " + "\n".join(dict.fromkeys(told)) if told else ""


def _wrong(entry: Entry) -> Iterator[str]:
    for one in entry.problems:
        yield _filled(problems.NAMES, one.code, one.value)


def _reasons(verdict: Verdict) -> Iterator[str]:
    for one in verdict.reasons:
        yield _filled({**problems.NAMES, **reasons.NAMES}, one.code, one.value)


def _all(names: Mapping[str, Message], codes: Iterator[str] | tuple[str, ...]) -> list[str]:
    parted = (code.partition(":") for code in codes)
    return [_filled(names, name, value) for name, _, value in parted]


def _filled(names: Mapping[str, Message], code: str, value: str) -> str:
    name = names.get(code)
    said = value.replace("->", " → ")
    return str(Message(name.template, (("value", said),))) if name else code


def _difference(one: Difference) -> str:
    name = _FIELDS.get(one.field) or one.field.partition(":")[2] or one.field
    return f"{name}: {one.before or '(trống)'} → {one.after or '(trống)'}."

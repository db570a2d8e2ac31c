"""What a row says of posts, of their days and papers, and of levels reached."""

from datetime import date
from typing import Any

from elearn.areas import Level
from elearn.people.roster.rules.cells.dates import Span, dated
from elearn.people.roster.rules.cells.endings import reason_said, term_in
from elearn.people.roster.rules.cells.levels import level_said
from elearn.people.roster.rules.cells.one_post import Title
from elearn.people.roster.rules.cells.posts import Posts, posts_of
from elearn.people.roster.rules.cells.texts import is_nothing, is_tick
from elearn.people.roster.rules.cells.titles import Titles
from elearn.people.roster.rules.entering.columns import Row
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import Attainment, EndReason, Field
from elearn.text import fold

_LEVELS = (
    (RosterField.EDUCATION, Field.EDUCATION),
    (RosterField.POLITICAL_THEORY, Field.POLITICAL_THEORY),
    (RosterField.STATE_MANAGEMENT, Field.STATE_MANAGEMENT),
)
_STILL = frozenset(("nay", "den nay", "hien nay", "hien tai", "dang giu", "duong nhiem"))


def titles_in(row: Row, level: Level, words: Titles, above: str | None) -> tuple[Title, ...]:
    """Return what the cells of posts say, else the group above them."""
    texts = [cell.text for cell in row.cells(RosterField.POST)] or ([above] if above else [])
    found = posts_of("; ".join(texts), level, words)
    _tell(row, found, RosterField.POST)
    if len(found.titles) > 1:
        row.notes.fixes.append("concurrent_titles")
    return found.titles


def planned_in(row: Row, level: Level, words: Titles) -> tuple[Title, ...]:
    """Return what the column of plans says; a mark there means the post its heading names."""
    titles: tuple[Title, ...] = ()
    for cell in row.cells(RosterField.PLANNED_POST):
        text = cell.heading.text if is_tick(cell.text) else cell.text
        found = posts_of(text, level, words, is_planned=True)
        if not is_tick(cell.text):
            _tell(row, found, RosterField.PLANNED_POST)
        titles += found.titles
    return titles


def _tell(row: Row, found: Posts, of: RosterField) -> None:
    for unknown in found.unknown:
        row.notes.refuse("unknown_title", unknown, of)
    if found.nearest:
        row.notes.questions.append(f"post_meant:{found.nearest}")
    row.notes.questions.extend(f"post_not_kept:{one}" for one in found.left)


def office_in(row: Row, span: Span) -> dict[str, Any]:
    """Return the fields of an entry that say since when and by which paper posts are held."""
    return {
        "since": _day(row, RosterField.SINCE, span),
        "until": _day(row, RosterField.UNTIL, span),
        "end_reason": _reason(row),
        "decision": _plain(row, RosterField.DECISION),
        "term": _term(row),
        "levels": _levels(row),
        "note": "; ".join(cell.text for cell in row.cells(RosterField.NOTE)) or None,
    }


def _plain(row: Row, meaning: RosterField) -> str | None:
    text = row.text(meaning)
    return None if is_nothing(text) else text


def _day(row: Row, meaning: RosterField, span: Span) -> date | None:
    cell = row.cell(meaning)
    if cell is None or fold(cell.text) in _STILL:
        return None
    found = dated(cell.raw, cell.text, span, is_month_first=cell.heading.is_month_first)
    row.notes.fixes.extend(fix for fix in found.fixes if fix != "month_only")
    if found.is_bad:
        row.notes.refuse(f"bad_{meaning.value}", cell.text, meaning)
    elif found.year and not found.day:
        row.notes.questions.append(f"{meaning.value}_needs_day:{cell.text}")
    return found.day


def _reason(row: Row) -> str | None:
    text = _plain(row, RosterField.END_REASON)
    if text is None:
        return None
    reason = reason_said(text)
    if reason is None:
        row.notes.questions.append(f"unknown_reason:{text}")
    return (reason or EndReason.OTHER).value


def _term(row: Row) -> str | None:
    text = _plain(row, RosterField.TERM)
    if text:
        return term_in(text)
    planned = row.text(RosterField.PLANNED_POST)
    found = term_in(planned) if any(sign.isdigit() for sign in planned) else None
    return found if found and found[:1].isdigit() and "-" in found else None


def _levels(row: Row) -> tuple[Attainment, ...]:
    found = []
    for meaning, field in _LEVELS:
        for cell in row.cells(meaning) if row.has(meaning) else ():
            text = cell.heading.text if is_tick(cell.text) else cell.text
            level = level_said(text, field)
            if level:
                found.append(level)
            elif not is_nothing(cell.text):
                row.notes.questions.append(f"unknown_level:{cell.text}")
    return tuple(dict.fromkeys(found))

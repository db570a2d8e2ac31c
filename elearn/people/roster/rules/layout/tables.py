"""The tables of a sheet, each put together from its heading, its columns and its rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from elearn.people.roster.rules.books import BookRow
from elearn.people.roster.rules.layout.apart import Part, parts_of
from elearn.people.roster.rules.layout.body import Body, body_of
from elearn.people.roster.rules.layout.carrying import carried_of
from elearn.people.roster.rules.layout.column import Columns, has
from elearn.people.roster.rules.layout.columns import columns_of
from elearn.people.roster.rules.layout.counts import titled
from elearn.people.roster.rules.layout.evidence import headings_of
from elearn.people.roster.rules.layout.groups import Group, nested
from elearn.people.roster.rules.layout.heads import Head, first_head, no_head
from elearn.people.roster.rules.layout.letterhead import context_of
from elearn.people.roster.rules.layout.looks import Look
from elearn.people.roster.rules.layout.plain import is_filled
from elearn.people.roster.rules.layout.view import View
from elearn.people.roster.rules.layouts import Context, Layout, RosterField

_LOOKED_AT = 400  # Rows from which the meaning of columns is taken.
_ABOVE = 40  # Rows of a letterhead.
_MOST_TABLES = 12
_ENOUGH, _MOSTLY = 2, 0.5
_NAMED = frozenset((RosterField.NAME,))
_TOLD = frozenset((RosterField.BORN, RosterField.PHONE, RosterField.POST, RosterField.GENDER))


def tables_of(view: View) -> Iterator[Layout]:
    """Yield the tables of a sheet from above, those beside each other from the left."""
    head, above = first_head(view) or no_head(-1), 0
    before = Context()
    for count in range(_MOST_TABLES):
        texts = texts_above(view, head, above)
        found = list(_found(view, head, texts, is_last=count == _MOST_TABLES - 1))
        for part, columns, body in found:
            before = _filled(context_of(texts, body.signature), before)
            context = replace(before, post=part.post)
            yield table(part.view, columns, body, context, head.rows)
        if not found or (body := found[0][2]).following is None:
            return
        above, head = _beneath(view, body, head), body.following


def _found(
    view: View, head: Head, above: list[str], *, is_last: bool
) -> Iterator[tuple[Part, Columns, Body]]:
    """Yield what stands beneath a heading, if it is of persons or units."""
    for part in parts_of(view, head, body_rows(view, head)):
        columns = _columns(part.view, part.head, above)
        if _is_roster(part.head, columns):
            body = body_of(part.view, part.head, columns, is_last=is_last)
            yield part, columns, with_names(part.view, columns, body) if part.post else body


def with_names(view: View, columns: Columns, body: Body) -> Body:
    """Return the body without units in which nobody holds the post."""
    at = next((at for at, one in columns.items() if one.field is RosterField.NAME), 0)
    body.entries = [row for row in body.entries if is_filled(view.cell(row, at))]
    return body


def _columns(view: View, head: Head, above: list[str]) -> Columns:
    """Return what the columns mean, of numbers also by the title above them."""
    columns = columns_of(view, head, body_rows(view, head))
    if not head.is_counting:
        return columns
    groups = (view.vocabulary.group_of(text) for text in reversed(above))
    return titled(columns, next((one for one in groups if one), None))


def _is_roster(head: Head, columns: Columns) -> bool:
    """Return whether a table tells of persons or units, by its heading or by what it holds."""
    if len(head.fields) > _ENOUGH or head.is_counting:
        return True
    names = [one.holding.share(Look.NAME) for one in columns.values() if one.field in _NAMED]
    return has(columns, _TOLD) and max(names, default=0.0) >= _MOSTLY


def body_rows(view: View, head: Head) -> list[BookRow]:
    """Return the first rows beneath a heading that are no group or total by their looks."""
    rows = view.rows[head.last + 1 : head.last + 1 + _LOOKED_AT]
    enough = min(3, max(len(head.paths) - 1, 1))
    of_table = takewhile(lambda row: not view.may_be_heading(row), rows)
    return [row for row in of_table if sum(cell not in (None, "") for cell in row.cells) >= enough]


def table(
    view: View, columns: Columns, body: Body, context: Context, header_rows: tuple[int, ...]
) -> Layout:
    """Return a table as a layout."""
    entries = tuple(body.entries)
    return Layout(
        sheet=view.sheet.name,
        header_rows=header_rows,
        columns=headings_of(view, columns, entries),
        group_rows={row: group.text for row, group in body.groups.items()},
        under=_under(context, body.groups),
        skip_rows=tuple(body.skipped),
        entry_rows=entries,
        context=context,
        carried=carried_of(view, columns, body),
        hidden_rows=tuple(row for row in entries if row in view.sheet.hidden_rows),
    )


def _beneath(view: View, body: Body, head: Head) -> int:
    """Return the place of the first row beneath the last entry, where a new title may stand."""
    last = body.entries[-1] if body.entries else 0
    end = body.following.first if body.following else head.last
    rows = range(head.last + 1, end)
    return next((at for at in rows if view.rows[at].number > last), end)


def _filled(context: Context, before: Context) -> Context:
    """Return the context with what the table above said, where it says nothing itself."""
    commune = context.commune
    if not (context.province or context.district or commune):
        commune = before.commune
    return replace(
        context,
        province=context.province or before.province,
        district=context.district or before.district,
        commune=commune,
        day=context.day or before.day,
    )


def texts_above(view: View, head: Head, first: int) -> list[str]:
    rows = view.rows[max(first, head.first - _ABOVE) : head.first]
    return [text for row in rows for text in view.texts(row).values()]


def _under(context: Context, groups: Mapping[int, Group]) -> dict[int, Context]:
    """Return what holds beneath each group row, of the groups around it and of the letterhead."""
    found: dict[int, Context] = {}
    standing: list[Group] = []
    for row, group in groups.items():
        standing = nested(standing, group)
        below = context
        for one in standing:
            below = one.over(below)
        found[row] = replace(below, day=context.day)
    return found

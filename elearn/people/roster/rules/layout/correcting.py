"""A layout after a person said what columns mean, or where the heading stands."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elearn.people.roster.reader import headings as known_headings
from elearn.people.roster.rules.books import Sheet
from elearn.people.roster.rules.headings import Meaning
from elearn.people.roster.rules.layout.body import body_of
from elearn.people.roster.rules.layout.column import Column, Columns
from elearn.people.roster.rules.layout.columns import columns_of
from elearn.people.roster.rules.layout.heads import Head, head_of, no_head
from elearn.people.roster.rules.layout.holding import NOTHING
from elearn.people.roster.rules.layout.letterhead import context_of
from elearn.people.roster.rules.layout.tables import body_rows, table, texts_above, with_names
from elearn.people.roster.rules.layout.view import View, view_of
from elearn.people.roster.rules.layouts import Heading, Layout


def corrected(
    layout: Layout,
    sheet: Sheet,
    headings: Mapping[int, Heading],
    header_rows: Sequence[int] | None = None,
) -> Layout:
    """Return the layout anew where a person says what columns mean, or where the heading stands.

    What she says of a column stays as she said it; of all others the layout decides again only if
    the heading is another.
    """
    view = view_of(sheet, known_headings())
    is_moved = header_rows is not None and tuple(header_rows) != layout.header_rows
    head = _head(view, header_rows if header_rows is not None else layout.header_rows)
    kept = columns_of(view, head, body_rows(view, head)) if is_moved else _columns(layout.columns)
    columns = kept | _columns({at: _with_text(one, kept.get(at)) for at, one in headings.items()})
    body = body_of(view, head, columns)
    if layout.context.post and not is_moved:
        body = with_names(view, columns, body)
    anew = context_of(texts_above(view, head, 0), body.signature)
    context = anew if is_moved else layout.context
    found = table(view, columns, body, context, head.rows)
    told = found.columns if is_moved else layout.columns
    return replace(found, columns=_said(told, headings))


def _head(view: View, rows: Sequence[int]) -> Head:
    """Return the rows with these numbers as a heading; none of them if they hold nothing."""
    places = [at for at, row in enumerate(view.rows) if row.number in rows]
    return head_of(view, places[0], places[-1]) if places else no_head(-1)


def _columns(headings: Mapping[int, Heading]) -> Columns:
    return {
        at: Column(one.text, Meaning(one.field, one.confidence, one.group), NOTHING)
        for at, one in headings.items()
    }


def _with_text(heading: Heading, column: Column | None) -> Heading:
    return replace(heading, text=heading.text or (column.text if column else ""))


def _said(found: Mapping[int, Heading], said: Mapping[int, Heading]) -> dict[int, Heading]:
    told = {at: replace(one, text=one.text or _text(found, at)) for at, one in said.items()}
    return dict(sorted({**found, **told}.items()))


def _text(found: Mapping[int, Heading], at: int) -> str:
    return found[at].text if at in found else ""

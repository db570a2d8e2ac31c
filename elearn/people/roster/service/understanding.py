"""What a file says, as its batch keeps it: its layout to be confirmed, then its entries."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy.orm import Session

from elearn import clock
from elearn.errors import Refusal
from elearn.people.roster.models import BatchState, RosterBatch
from elearn.people.roster.queries.gazetteer import gazetteer_of
from elearn.people.roster.queries.held import held
from elearn.people.roster.reader import headings
from elearn.people.roster.rules.books import Book, BookRow, Raw, Sheet
from elearn.people.roster.rules.cells.official_ids import masked
from elearn.people.roster.rules.duplicates import with_duplicates
from elearn.people.roster.rules.entering import entries_of
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.headcounts import Counting, counts_of
from elearn.people.roster.rules.layout import as_json, corrected, layouts_from, layouts_of
from elearn.people.roster.rules.layouts import Layout, RosterField
from elearn.people.roster.rules.official_ids import hidden
from elearn.text import Message, msg

_SAMPLED, _WIDEST = 14, 80  # Rows and signs of a cell that are shown while columns are confirmed.
_NO_TABLE = msg(
    "Không thấy bảng danh sách trong tệp: cần một dòng tiêu đề có cột họ và tên. Xem lại tệp,"
    " hoặc tải tệp mẫu."
)


def understand(db: Session, batch: RosterBatch, book: Book) -> None:
    """Keep how a file is laid out, and have a person look at it; nothing if somebody did."""
    layouts = layouts_of(book)
    if not layouts:
        return refuse(db, batch, _NO_TABLE)
    if held(db, batch).state is BatchState.READING:
        batch.layout = _kept(book, layouts)
        batch.state = BatchState.COLUMNS
    return None


def refuse(db: Session, batch: RosterBatch, why: Message) -> None:
    """Keep in words why a file cannot be read."""
    if held(db, batch).state is BatchState.READING:
        batch.refusal, batch.state = str(why), BatchState.REFUSED


def be_ready(db: Session, batch: RosterBatch) -> None:
    """Say that all rows were compared, unless that is over."""
    if held(db, batch).state is BatchState.COMPARING:
        batch.state = BatchState.READY


def entries_in(db: Session, batch: RosterBatch, book: Book, secret_key: str) -> list[Entry]:
    """Return what the rows of a file say, as its columns were confirmed.

    :raise Refusal: if it is not the file whose columns were confirmed.
    """
    today = clock.today()
    places = gazetteer_of(db, today, batch.area_id)
    left_out = batch.layout.get("left_out", ())
    layouts = (one for one in layouts_from(batch.layout["layouts"]) if one.sheet not in left_out)
    entries = (
        entry for one in layouts for entry in _entries(_sheet(book, one), one, places, today)
    )
    return with_duplicates(hidden(entry, secret_key) for entry in entries)


def _entries(sheet: Sheet, layout: Layout, places: Gazetteer, today: date) -> Iterator[Entry]:
    layout = corrected(layout, sheet, layout.columns, layout.header_rows)
    if layout.is_headcounts:
        return counts_of(sheet, layout, Counting(places, headings().group_of, today))
    return entries_of(sheet, layout, places, today)


def _sheet(book: Book, layout: Layout) -> Sheet:
    for one in book.sheets:
        if one.name == layout.sheet:
            return one
    raise Refusal(msg("Tệp không còn trang tính “%(sheet)s”.", sheet=layout.sheet))


def _kept(book: Book, layouts: tuple[Layout, ...]) -> dict[str, Any]:
    """Return all that the page of columns shows, so that it need not read the file."""
    sheets = {one.name: one for one in book.sheets}
    return {
        "layouts": as_json(layouts),
        "left_out": [],
        "samples": {one.sheet: _sample(sheets[one.sheet], one) for one in layouts},
        "encoding": book.encoding,
    }


def _sample(sheet: Sheet, layout: Layout) -> Mapping[str, Any]:
    first = layout.header_rows[0] - 2 if layout.header_rows else 0
    shown = islice((row for row in sheet.rows if row.number >= first), _SAMPLED)
    counts = {
        "entries": len(layout.entry_rows),
        "groups": len(layout.group_rows),
        "skipped": len(layout.skip_rows),
    }
    return {
        "rows": [[row.number, _texts(row, layout)] for row in shown],
        "counts": counts,
        "hidden_columns": [
            f"{_letters(at)}: {layout.columns[at].text}" if at in layout.columns else _letters(at)
            for at in sorted(sheet.hidden_columns)
        ],
        "is_hidden": sheet.is_hidden,
    }


def _texts(row: BookRow, layout: Layout) -> list[str]:
    """Return cells as they are shown; of a number of identity only what may be."""
    texts = [_text(cell)[:_WIDEST] for cell in row.cells]
    if row.number <= max(layout.header_rows, default=0):
        return texts
    hidden_at = layout.column_of(RosterField.OFFICIAL_ID)
    return [masked(text) if at == hidden_at else text for at, text in enumerate(texts)]


def _text(cell: Raw) -> str:
    """Return a cell as it is shown: its own signs, days as people write them."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


def _letters(at: int) -> str:
    """Return a column as Excel calls it."""
    above, rest = divmod(at, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + rest)

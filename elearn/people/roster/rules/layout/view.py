"""A sheet as its layout is looked for: its rows by place, its merged cells, its texts."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from elearn.encodings import Encoding, evidence
from elearn.people.roster.rules.books import BookRow, Raw, Sheet, Span
from elearn.people.roster.rules.headings import Vocabulary, bare
from elearn.people.roster.rules.layout.plain import cell_of, is_filled, plain

_HEADING_CELLS = 8  # That are looked at, to see whether a row beneath may be a heading.
_HIGHEST = 4  # Rows of a heading that one merged cell may take.


@dataclass(frozen=True)
class View:
    """A sheet, with the words by which it is understood."""

    sheet: Sheet
    vocabulary: Vocabulary
    #: What its headings are written in.
    hint: Encoding = Encoding.UNICODE

    @property
    def rows(self) -> tuple[BookRow, ...]:
        return self.sheet.rows

    def text(self, row: BookRow, column: int) -> str:
        """Return a cell as a text to be understood."""
        return plain(cell_of(row, column), self.hint)

    def texts(self, row: BookRow, most: int | None = None) -> dict[int, str]:
        """Return the filled cells of a row as texts, all or so many of the first."""
        found = ((at, cell) for at, cell in enumerate(row.cells) if is_filled(cell))
        return {at: plain(cell, self.hint) for at, cell in islice(found, most)}

    def may_be_heading(self, row: BookRow) -> bool:
        """Return whether two of a row's first cells are headings and nothing else."""
        cells = list(islice((cell for cell in row.cells if is_filled(cell)), _HEADING_CELLS))
        if not all(isinstance(cell, str) for cell in cells):
            return False
        texts = [plain(cell, self.hint) for cell in cells]
        if any(sign.isdigit() for text in texts for sign in text):
            return False
        return sum(bare(text) in self.vocabulary.whole for text in texts) > 1

    @cached_property
    def _spans(self) -> Mapping[int, list[Span]]:
        found: dict[int, list[Span]] = defaultdict(list)
        for span in self.sheet.merged:
            found[span.first_row].append(span)
        return found

    def only(self, columns: Container[int]) -> "View":
        """Return the sheet with nothing in any other column."""
        rows = (
            BookRow(
                row.number,
                tuple(cell if at in columns else None for at, cell in enumerate(row.cells)),
            )
            for row in self.rows
        )
        return replace(self, sheet=replace(self.sheet, rows=tuple(rows)))

    def spans_at(self, row: int) -> list[Span]:
        """Return the merged cells that begin in this row."""
        return self._spans.get(row, [])

    def spans_over(self, row: int) -> list[Span]:
        """Return the merged cells of a heading's height that reach into this row."""
        above = range(max(row - _HIGHEST, 0), row + 1)
        return [span for at in above for span in self.spans_at(at) if span.last_row >= row]

    @cached_property
    def _numbers(self) -> Mapping[int, BookRow]:
        return {row.number: row for row in self.rows}

    def cell(self, row: int, column: int) -> Raw:
        """Return a cell by the numbers that Excel shows."""
        found = self._numbers.get(row)
        return cell_of(found, column) if found else None

    def merged_text(self, row: BookRow, column: int) -> str:
        """Return the text of a cell, or of the merged one that it is a part of."""
        for span in self.spans_over(row.number):
            if span.first_column <= column <= span.last_column:
                return plain(self.cell(span.first_row, span.first_column), self.hint)
        return self.text(row, column)


_LOOKED_AT = 60  # Rows with headings and letterheads.


def view_of(sheet: Sheet, vocabulary: Vocabulary) -> View:
    """Return a sheet to be looked at; what most of its first texts are written in is a hint."""
    texts = (cell for row in sheet.rows[:_LOOKED_AT] for cell in row.cells[:100])
    telling = [text for text in texts if isinstance(text, str) and not text.isascii()]
    return View(sheet, vocabulary, evidence(telling) if telling else Encoding.UNICODE)

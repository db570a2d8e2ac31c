"""Rows of declared numbers: how many of which groups a unit says it has, or that it did not say.

Groups stand side by side, a column each, or one below the other, a row each.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from elearn.areas import Level
from elearn.people.roster.rules.books import BookRow, Sheet
from elearn.people.roster.rules.cells.dates import dated, of_office
from elearn.people.roster.rules.cells.texts import cleaned, written
from elearn.people.roster.rules.entries import Counted, Entry, Place, Problem
from elearn.people.roster.rules.gazetteer import Gazetteer, Meant, MeantKind
from elearn.people.roster.rules.layout import placed_rows
from elearn.people.roster.rules.layouts import Context, Layout, RosterField
from elearn.people.rules.headcounts import number_in
from elearn.text import fold

GroupNamed = Callable[[str], str | None]
_SAYS_NOTHING = frozenset(("", "-", "--", "---", "…", "...", "."))
_UNREPORTED = ("chua", "cbc", "khong bao cao", "khong gui")


@dataclass(frozen=True, slots=True)
class Counting:
    """What the rows of a sheet of numbers are read with."""

    gazetteer: Gazetteer
    group_named: GroupNamed
    today: date


def counts_of(sheet: Sheet, layout: Layout, using: Counting) -> Iterator[Entry]:
    """Yield the rows of a sheet of declared numbers, each under the name of its unit."""
    for row, context in placed_rows(sheet, layout):
        yield _Row(row, layout, context, using).entry(sheet.name)


@dataclass(frozen=True, slots=True)
class _Row:
    """One row while it is read."""

    row: BookRow
    layout: Layout
    context: Context
    using: Counting

    def entry(self, sheet: str) -> Entry:
        meant, name, place = self._meant()
        counts, problems = self._counts()
        if meant.kind is MeantKind.UNKNOWN:
            problems.insert(0, Problem("unknown_unit", name, RosterField.UNIT))
        several = ("several_units",) if meant.kind is MeantKind.SEVERAL else ()
        return Entry(
            sheet=sheet,
            row=self.row.number,
            name=place.commune or name,
            place=place,
            level=meant.level or Level.COMMUNE,
            counts=tuple(counts),
            since=self.context.day,
            decision=self._text(RosterField.DECISION) or None,
            questions=(*several, *(() if counts or problems else ("nothing_counted",))),
            problems=tuple(problems),
            cells=self._cells(),
        )

    def _meant(self) -> tuple[Meant, str, Place]:
        """Return the area whose numbers these are, how the row calls it, and what it is called."""
        commune = self._text(RosterField.COMMUNE) or self._text(RosterField.UNIT)
        district = self._text(RosterField.DISTRICT) or None
        province = self._text(RosterField.PROVINCE) or None
        if not (commune or district or province):
            commune = self.context.commune or ""
        name = commune or district or province or ""
        outer = self.context
        within = district or outer.district, province or outer.province
        meant = self.using.gazetteer.meant(commune or None, *within)
        if meant.kind in (MeantKind.ONE, MeantKind.SPLIT):
            return meant, name, Place(meant.name, meant.district, meant.province)
        return meant, name, Place(commune or None, *within)

    def _counts(self) -> tuple[list[Counted], list[Problem]]:
        """Return what the row counts; a row that says it reported nothing says so of each group."""
        counts, problems = list[Counted](), list[Problem]()
        day, is_unreported = self._day(problems), self._is_unreported()
        for at, group in self._groups(problems):
            text = self._text_at(at).strip()
            number = number_in(text)
            if number is not None and is_unreported:
                problems.append(Problem("count_contradicts", text, RosterField.HEADCOUNT))
            elif number is not None:
                counts.append(Counted(group, number, day))
            elif is_unreported or fold(text).startswith(_UNREPORTED):
                counts.append(Counted(group, None, day))
            elif text not in _SAYS_NOTHING:
                problems.append(Problem("bad_number", text, RosterField.HEADCOUNT))
        return counts, problems

    def _groups(self, problems: list[Problem]) -> list[tuple[int, str]]:
        """Return the columns of numbers, and the group that each of them counts."""
        columns = self.layout.columns.items()
        counted = [(at, one.group) for at, one in columns if one.field is RosterField.HEADCOUNT]
        sided = [(at, group) for at, group in counted if group]
        if sided or self.layout.column_of(RosterField.HEADCOUNT_GROUP) is None:
            return sided
        text = self._text(RosterField.HEADCOUNT_GROUP)
        group = self.using.group_named(text)
        if group is None:
            problems.append(Problem("unknown_group", text, RosterField.HEADCOUNT_GROUP))
        return [(at, group) for at, _ in counted if group][:1]

    def _is_unreported(self) -> bool:
        return fold(self._text(RosterField.REPORTING_STATE)).startswith(_UNREPORTED)

    def _day(self, problems: list[Problem]) -> date | None:
        at = self.layout.column_of(RosterField.HEADCOUNT_DAY)
        if at is None or at >= len(self.row.cells):
            return self.context.day
        text = self._text_at(at)
        found = dated(self.row.cells[at], text, of_office(self.using.today))
        if found.is_bad or (found.year and not found.day):
            problems.append(Problem("bad_day_of_count", text, RosterField.HEADCOUNT_DAY))
        return found.day or self.context.day

    def _text(self, field: RosterField) -> str:
        at = self.layout.column_of(field)
        return self._text_at(at) if at is not None else ""

    def _text_at(self, at: int) -> str:
        if at >= len(self.row.cells):
            return ""
        return cleaned(self.row.cells[at], self.layout.columns[at].encoding)[0]

    def _cells(self) -> dict[RosterField, str]:
        """Return the cells as they were written; numbers side by side under their headings."""
        cells: dict[RosterField, str] = {}
        for at, heading in self.layout.columns.items():
            text = written(self.row.cells[at]) if at < len(self.row.cells) else ""
            if heading.field is RosterField.HEADCOUNT and heading.group and text:
                text = f"{heading.text}: {text}"
            if text:
                cells[heading.field] = "; ".join(filter(None, [cells.get(heading.field), text]))
        return cells

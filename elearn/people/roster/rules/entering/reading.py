"""One row as an entry."""

from dataclasses import dataclass, field, replace
from datetime import date

from elearn.areas import Level
from elearn.people.roster.rules import fixes, problems
from elearn.people.roster.rules.books import BookRow, Sheet
from elearn.people.roster.rules.cells.dates import Span, of_birth, of_office
from elearn.people.roster.rules.cells.one_post import Title
from elearn.people.roster.rules.cells.places import Placed, PlaceTexts, branch_of, placed
from elearn.people.roster.rules.cells.titles import Titles
from elearn.people.roster.rules.entering.columns import Columns, Row
from elearn.people.roster.rules.entering.offices import office_in, planned_in, titles_in
from elearn.people.roster.rules.entering.persons import person_in
from elearn.people.roster.rules.entries import Entry, Place
from elearn.people.roster.rules.gazetteer import Gazetteer
from elearn.people.roster.rules.layouts import Context, RosterField

_COMMUNES = (RosterField.COMMUNE, RosterField.UNIT)


@dataclass(slots=True)
class Reader:
    """Reads rows of one sheet; what it needs for that is laid out once."""

    sheet: Sheet
    columns: Columns
    gazetteer: Gazetteer
    today: date
    words: Titles
    keeps_cells: bool = True
    _born: Span = field(init=False)
    _held: Span = field(init=False)
    _places: dict[tuple[PlaceTexts, Context], Placed] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._born, self._held = of_birth(self.today), of_office(self.today)

    def entry(self, read: BookRow, context: Context) -> Entry:
        """Return what a row says, with what was mended, what cannot be and what is asked."""
        row = Row(read, self.columns)
        if self.sheet.formulas:
            row.formulas(read.number, self.sheet.formulas)
        person = person_in(row, self._born)
        texts = self._texts(row)
        where = self._placed(texts, context)
        titles = titles_in(row, where.level, self.words, context.post)
        planned = planned_in(row, where.level, self.words)
        where = self._by_title(where, texts, (*titles, *planned), context)
        row.notes.questions.extend(where.questions)
        return Entry(
            sheet=self.sheet.name,
            row=read.number,
            **person,
            posts=_posts(titles, is_planned=False),
            planned_posts=_posts((*titles, *planned), is_planned=True),
            titled=tuple(title.shown for title in titles),
            place=where.place,
            level=where.level,
            **office_in(row, self._held),
            fixes=fixes.in_order(row.notes.fixes),
            problems=problems.in_order(row.notes.problems),
            questions=tuple(dict.fromkeys(row.notes.questions)),
            cells=row.originals() if self.keeps_cells else {},
        )

    def _placed(self, texts: PlaceTexts, context: Context) -> Placed:
        """Return where it is; a sheet names the same few places again and again."""
        asked = texts, context
        if asked not in self._places:
            self._places[asked] = placed(texts, context, self.gazetteer)
        return self._places[asked]

    def _texts(self, row: Row) -> PlaceTexts:
        branch = row.cell(RosterField.BRANCH)
        return PlaceTexts(
            commune=row.text(RosterField.COMMUNE),
            district=row.text(RosterField.DISTRICT),
            province=row.text(RosterField.PROVINCE),
            unit=row.text(RosterField.UNIT),
            branch=branch.text if branch else "",
            branch_heading=branch.heading.text if branch else "",
            has_commune_column=any(map(row.has, _COMMUNES)),
        )

    def _by_title(
        self, where: Placed, texts: PlaceTexts, titles: tuple[Title, ...], context: Context
    ) -> Placed:
        """Return where the row is with what stands beside a post: "CHT thôn 3, xã Minh Khai"."""
        place = next((title.place for title in titles if title.place), None)
        level = next((title.level for title in titles if title.level), where.level)
        if place and not where.place.commune:
            where = self._placed(_named(texts, place, level), context)
        branch = next((title.branch for title in titles if title.branch), None)
        if branch and not where.place.branch:
            told = where.place
            place_with = Place(told.commune, told.district, told.province, branch_of(branch))
            where = replace(where, place=place_with)
        return where if level is where.level else replace(where, level=level)


def _named(texts: PlaceTexts, place: str, level: Level) -> PlaceTexts:
    if level is Level.PROVINCE:
        return replace(texts, province=texts.province or place, has_commune_column=False)
    if level is Level.DISTRICT:
        return replace(texts, district=texts.district or place, has_commune_column=False)
    return replace(texts, commune=place)


def _posts(titles: tuple[Title, ...], *, is_planned: bool) -> tuple[str, ...]:
    found = (title.post for title in titles if title.is_planned is is_planned)
    return tuple(dict.fromkeys(found))

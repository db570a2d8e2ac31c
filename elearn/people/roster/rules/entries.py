"""One row of a person in our terms: what was understood, what was mended, what cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from elearn.areas import Level
from elearn.people.models import Gender
from elearn.people.roster.rules.layouts import RosterField
from elearn.people.rules import Attainment


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row says its person serves: names of areas in full, as the file means them."""

    commune: str | None = None
    district: str | None = None
    province: str | None = None
    #: Village, hamlet, quarter or branch, as written: "Thôn Kiến Xá".
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken as it is: a code of `problems.NAMES`, and what stood there."""

    code: str
    value: str = ""
    field: RosterField | None = None

    @property
    def written(self) -> str:
        """Return it as a dry run prints it: "bad_phone:09123"."""
        return f"{self.code}:{self.value}" if self.value else self.code


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of a group a unit says it has; without a number it did not report."""

    group: str
    number: int | None
    #: None: the day of the list.
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that names a person; None and empty mean that the file says nothing of it."""

    sheet: str
    row: int
    name: str
    name_alt: str | None = None
    person_key: int | None = None
    born_on: date | None = None
    birth_year: int | None = None
    gender: Gender | None = None
    phone: str | None = None
    phone_alt: str | None = None
    #: Digits; never kept as such, and never shown.
    official_id: str | None = None
    #: The keyed hash of it, which is kept in its place.
    official_id_hash: str | None = None
    posts: tuple[str, ...] = ()
    planned_posts: tuple[str, ...] = ()
    #: What the cell of posts says in its order, as a dry run names it; planned ones too.
    titled: tuple[str, ...] = ()
    #: On which level the unit of the row stands.
    level: Level = Level.COMMUNE
    place: Place = Place()
    since: date | None = None
    until: date | None = None
    end_reason: str | None = None
    decision: str | None = None
    term: str | None = None
    levels: tuple[Attainment, ...] = ()
    note: str | None = None
    #: Of a sheet of declared numbers, whose name is the unit's: what it declares.
    counts: tuple[Counted, ...] = ()
    duplicate_of: int | None = None
    #: The sheet of that row, where it is another.
    duplicate_sheet: str | None = None
    #: Codes of `fixes.NAMES`, in their order there; some with what became of what.
    fixes: tuple[str, ...] = ()
    #: What a person should look at though it was understood.
    questions: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    #: Field → the cell as it was written, decoded by nobody.
    cells: Mapping[RosterField, str] = field(default_factory=dict)

    @property
    def is_of_numbers(self) -> bool:
        """Return whether it is a row of declared numbers, though it may tell none."""
        return bool(self.counts) or "nothing_counted" in self.questions

"""Which rows of a sheet are what, and which column means what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from elearn.encodings import Encoding


class RosterField(StrEnum):
    """What a column of a roster tells."""

    NUMBER = "number"
    PERSON_KEY = "person_key"
    NAME = "name"
    #: The last word of a name whose first words stand in the column of NAME.
    GIVEN_NAME = "given_name"
    BORN = "born"
    #: Day and month of birth in columns of their own; the year stands in that of BORN.
    BORN_DAY = "born_day"
    BORN_MONTH = "born_month"
    BORN_MALE = "born_male"
    BORN_FEMALE = "born_female"
    GENDER = "gender"
    IS_MALE = "is_male"
    IS_FEMALE = "is_female"
    PHONE = "phone"
    OFFICIAL_ID = "official_id"
    POST = "post"
    BRANCH = "branch"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    UNIT = "unit"
    SINCE = "since"
    UNTIL = "until"
    END_REASON = "end_reason"
    DECISION = "decision"
    PLANNED_POST = "planned_post"
    TERM = "term"
    EDUCATION = "education"
    POLITICAL_THEORY = "political_theory"
    STATE_MANAGEMENT = "state_management"
    CERTIFICATE = "certificate"
    ETHNICITY = "ethnicity"
    NOTE = "note"
    HEADCOUNT = "headcount"
    #: Which group a row counts, where groups stand below each other and not side by side.
    HEADCOUNT_GROUP = "headcount_group"
    HEADCOUNT_DAY = "headcount_day"
    REPORTING_STATE = "reporting_state"
    OUR_RESULT = "our_result"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column means: its heading as written, how sure that is, how its cells are written."""

    text: str
    field: RosterField
    #: 0 to 1; 1 where a person confirmed it.
    confidence: float
    #: What most of its cells are written in; each cell is looked at all the same.
    encoding: Encoding = Encoding.UNICODE
    #: A target group, where the column holds declared headcounts.
    group: str | None = None
    #: Days of the column are month first (3/25/1984 stands in it, 25/3/1984 never).
    is_month_first: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a letterhead, a group row or a signature says for all rows beneath it, as written."""

    province: str | None = None
    district: str | None = None
    commune: str | None = None
    #: Village or branch, and post, where groups of rows are headed by them.
    branch: str | None = None
    post: str | None = None
    #: The day of the list, as its signature or its title tells it.
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is laid out; rows are those Excel numbers, columns count from 0."""

    sheet: str
    header_rows: tuple[int, ...]
    columns: Mapping[int, Heading]
    #: Row of a group → what it names without number and count, as written: "Xã Minh Khai".
    group_rows: Mapping[int, str] = field(default_factory=dict)
    #: Row of a group → what holds for the rows under it, of the letterhead and the groups above.
    under: Mapping[int, Context] = field(default_factory=dict)
    #: Totals, signatures, repeated headings.
    skip_rows: tuple[int, ...] = ()
    #: Rows that are a person's (or, with headcounts, a unit's).
    entry_rows: tuple[int, ...] = ()
    context: Context = Context()
    #: Columns of places whose empty cells mean the cell above.
    carried: tuple[int, ...] = ()
    #: Entries in rows that the sheet hides: they are read, and told.
    hidden_rows: tuple[int, ...] = ()

    @property
    def is_headcounts(self) -> bool:
        """Return whether its rows are numbers of units and not persons."""
        counts = (RosterField.HEADCOUNT, RosterField.HEADCOUNT_GROUP)
        return any(one.field in counts for one in self.columns.values())

    def column_of(self, wanted: RosterField) -> int | None:
        """Return the first column that tells this, if there is one."""
        return next((at for at, one in self.columns.items() if one.field is wanted), None)

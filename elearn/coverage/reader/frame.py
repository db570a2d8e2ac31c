"""What the figures of one scheme have in common, as the file tells it above them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from elearn.coverage.reader.entry import Entry
from elearn.coverage.rules import Exclusion, Ground
from elearn.text import msg

#: In which years a scheme can begin and end.
YEARS = range(1990, 2101)
_SCHEME = (
    *("title", "short_title", "decision", "decided_on", "legal_source", "period", "decimals"),
    *("leads_with", "told", "areas", "exclusion"),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A target group: its name, and the post for which its people are planned, if that makes it."""

    name: str
    planned_for: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A scheme's entry with what its figures and targets take from it."""

    entry: Entry
    first_year: int
    last_year: int
    decimals: int
    grounds: tuple[Ground, ...]
    exclusion: Exclusion | None

    @property
    def first_day(self) -> date:
        return date(self.first_year, 1, 1)

    @property
    def decision(self) -> str:
        return self.entry.text_or("decision", "")

    @property
    def legal_source(self) -> str:
        return self.entry.text("legal_source")


def groups(entry: Entry) -> dict[str, Group]:
    """Return the target groups by key; each is a name, or a name and a post planned for."""
    return {str(key): _group(entry, str(key), value) for key, value in entry.values.items()}


def _group(entry: Entry, key: str, value: object) -> Group:
    if isinstance(value, str) and value.strip():
        return Group(value)
    one = Entry.of(f"{entry.place} › {key}", value, ("name", "planned_for"))
    return Group(one.text("name"), one.text("planned_for"))


def exclusions(entry: Entry) -> dict[str, Exclusion]:
    """Return the days of each rule by which marked units are left out."""
    found = {}
    for key, value in entry.values.items():
        one = Entry.of(
            f"{entry.place} › {key}", value, ("title", "from", "until", "source", "quote")
        )
        one.text("title")
        found[str(key)] = Exclusion(*_days(one))
    return found


def frame(place: str, values: object, rules: Mapping[str, Exclusion], usual: int) -> Frame:
    """Return what a scheme's figures have in common.

    :raise Refusal: telling the place of what cannot be.
    """
    entry = Entry.of(place, values, _SCHEME)
    first, last = _period(entry)
    decimals = entry.number("decimals", 0, 4) if "decimals" in entry.values else usual
    return Frame(entry, first, last, decimals, grounds(entry), _exclusion(entry, rules))


def grounds(entry: Entry) -> tuple[Ground, ...]:
    """Return the province an entry is confined to, by its codes and their days."""
    rows = [
        Entry.of(f"{entry.place} › areas › {number}", row, ("code", "from", "until"))
        for number, row in enumerate(entry.rows("areas"), 1)
    ]
    found = tuple(Ground(row.text("code"), *_days(row)) for row in rows)
    for place, one in enumerate(found):
        if any(one.first <= before.last and before.first <= one.last for before in found[:place]):
            raise rows[place].wrong("from", msg("những ngày này đã có tỉnh khác"))
    return found


def _days(entry: Entry) -> tuple[date, date]:
    """Return the first and the last day of an entry that may leave either open."""
    first, last = entry.day("from", date.min), entry.day("until", date.max)
    if last < first:
        raise entry.wrong("until", msg("ngày cuối đứng trước ngày đầu"))
    return first, last


def _period(entry: Entry) -> tuple[int, int]:
    years = entry.rows("period")
    if len(years) != 2 or not all(map(_is_year, years)) or years[0] > years[1]:
        raise entry.wrong("period", msg("phải là [năm đầu, năm cuối]"))
    return years[0], years[1]


def _is_year(value: object) -> bool:
    return isinstance(value, int) and value in YEARS


def _exclusion(entry: Entry, rules: Mapping[str, Exclusion]) -> Exclusion | None:
    """Return the rule by which the scheme leaves units out, if it names one that is switched on."""
    if "exclusion" not in entry.values:
        return None
    named = Entry.of(f"{entry.place} › exclusion", entry.values["exclusion"], ("rule", "is_on"))
    rule = named.one_of("rule", rules)
    return rules[rule] if named.switch("is_on") else None

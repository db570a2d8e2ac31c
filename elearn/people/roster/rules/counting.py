"""What becomes of a row of declared numbers, compared with what is declared already."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from elearn.people.roster.rules.entries import Counted, Entry
from elearn.people.roster.rules.gazetteer import Heir, Meant, MeantKind
from elearn.people.roster.rules.steps import CountStep, Steps
from elearn.people.roster.rules.verdicts import Difference, Reason, RowStatus, Verdict

#: What stands for a number where none was reported.
UNREPORTED = "-"
#: An area, a group, a day.
Key = tuple[int, str, date]
#: The first and the last on which something was so.
Days = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration that holds: its key, its number, the paper it rests on."""

    id: int
    number: int | None
    source: str | None


@dataclass(frozen=True, slots=True)
class KnownCounts:
    """What is known of the places and groups that some rows count."""

    declared: Mapping[Key, Declared]
    #: Area → the days between which it stood under some name.
    stood: Mapping[int, Sequence[Days]]
    #: The areas that the batch may tell of.
    ours: Collection[int]
    today: date
    #: The day of numbers that name none.
    since: date
    #: The row that counted it first.
    first: dict[Key, tuple[str, int]] = field(default_factory=dict)

    def stands(self, area_id: int, day: date) -> bool:
        """Return whether the area stood on the day."""
        spans = self.stood.get(area_id, ())
        return any(begun <= day and (last is None or day <= last) for begun, last in spans)


def count_verdict(entry: Entry, meant: Meant, known: KnownCounts) -> Verdict:
    """Return what the row would declare: nothing at all if anything in it cannot be."""
    if entry.problems:
        return Verdict(
            RowStatus.ERROR, tuple(Reason(one.code, one.value) for one in entry.problems)
        )
    if meant.kind is MeantKind.SEVERAL:
        return Verdict(RowStatus.ERROR, (Reason("place_several", entry.name),))
    found = [_step(entry, one, meant, known) for one in entry.counts]
    if refused := tuple(dict.fromkeys(one for one in found if isinstance(one, Reason))):
        return Verdict(RowStatus.ERROR, refused)
    steps = [one for one in found if isinstance(one, CountStep)]
    new = [one for one in steps if _is_new(one, known)]
    return Verdict(
        _status(new),
        (Reason("nothing_counted"),) if not steps else (),
        tuple(_difference(one, known) for one in new),
        commune_id=steps[0].area_id if steps else None,
        steps=Steps(counts=tuple(new)),
    )


def _status(new: list[CountStep]) -> RowStatus:
    if not new:
        return RowStatus.UNCHANGED
    return RowStatus.CHANGED if any(one.instead for one in new) else RowStatus.NEW


def _step(entry: Entry, one: Counted, meant: Meant, known: KnownCounts) -> CountStep | Reason:
    """Return what is to be declared, or why it cannot be."""
    day = one.as_of or known.since
    if day > known.today:
        return Reason("counted_ahead", f"{day:%d/%m/%Y}")
    area_id = _area_on(day, meant, known)
    if area_id is None:
        return Reason("count_of_a_split_place", entry.name)
    if area_id not in known.ours:
        return Reason("outside", entry.name)
    key, here = (area_id, one.group, day), (entry.sheet, entry.row)
    if (first := known.first.setdefault(key, here)) != here:
        return Reason("counted_twice", str(first[1]))
    held = known.declared.get(key)
    instead = held.id if held else None
    return CountStep(one.group, day, one.number, area_id, entry.decision, instead)


def _area_on(day: date, meant: Meant, known: KnownCounts) -> int | None:
    """Return the area whose number it is on that day: the old one while it stood, else its heir."""
    if meant.area_id is not None and known.stands(meant.area_id, day):
        return meant.area_id
    heirs: list[Heir] = [one for one in meant.heirs if known.stands(one.area_id, day)]
    return heirs[0].area_id if len(heirs) == 1 and len(meant.heirs) == 1 else None


def _is_new(one: CountStep, known: KnownCounts) -> bool:
    held = known.declared.get((one.area_id, one.group, one.as_of))
    if held is None:
        return True
    return held.number != one.number or one.source not in (None, held.source)


def _difference(one: CountStep, known: KnownCounts) -> Difference:
    held = known.declared.get((one.area_id, one.group, one.as_of))
    before = _shown(held.number) if held else ""
    return Difference(f"headcount:{one.group}", before, _shown(one.number))


def _shown(number: int | None) -> str:
    return UNREPORTED if number is None else str(number)


def areas_of(meant: Meant) -> Iterator[int]:
    """Yield the areas whose numbers a row that means this may tell."""
    if meant.area_id is not None:
        yield meant.area_id
    yield from meant.area_ids

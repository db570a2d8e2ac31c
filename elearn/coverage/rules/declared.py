"""What was declared of a group, area by area, and what it comes to in a wider one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from elearn.coverage.rules.figures import thousands
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Declared:
    """The last word of one area or unit: a number, or that it did not report.

    `path` is where it lies on the map, `origin` where it lay on the day: they differ where an area
    ended, whose number lies then in what it passed into.
    """

    path: str
    origin: str
    number: int | None
    as_of: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """How many an area declared itself, or the declarations within it add up to."""

    number: int
    #: Of one's own number the day it holds for; of a sum the day of its earliest.
    as_of: date
    is_own: bool = True
    #: How many declarations were added, if it is not one's own.
    parts: int = 0
    source: str = ""

    @property
    def words(self) -> Message:
        """Return what it rests on, for people."""
        told = {"number": thousands(self.number), "day": f"{self.as_of:%d/%m/%Y}"}
        if self.is_own:
            return msg("khai báo %(number)s người, số liệu ngày %(day)s", **told)
        return msg(
            "%(number)s người, cộng từ %(parts)s khai báo của các nơi trực thuộc, "
            "sớm nhất ngày %(day)s",
            parts=thousands(self.parts),
            **told,
        )


def total_at(path: str, told: Iterable[Declared]) -> Total | None:
    """Return what is known of an area by declarations: its own number, else the sum of its parts.

    Nothing is counted twice: of a part that declared, what declared within it is left aside.
    """
    known = [one for one in told if one.number is not None and one.path.startswith(path)]
    own = next((one for one in known if one.path == path), None)
    if own and own.number is not None:
        return Total(own.number, own.as_of, source=own.source)
    parts = list(_widest(known))
    if not parts:
        return None
    number = sum(one.number or 0 for one in parts)
    return Total(number, min(one.as_of for one in parts), is_own=False, parts=len(parts))


def totals_at(paths: Collection[str], told: Iterable[Declared]) -> dict[str, Total]:
    """Return what is known of each of some areas; of which nothing is, is left out."""
    within: dict[str, list[Declared]] = {path: [] for path in paths}
    for one in told:
        for path in (*_above(one.path), one.path):
            if path in within:
                within[path].append(one)
    found = ((path, total_at(path, some)) for path, some in within.items())
    return {path: total for path, total in found if total is not None}


def _widest(told: Sequence[Declared]) -> Iterator[Declared]:
    """Give those that lie in no other, neither on the map nor in their own time."""
    paths, origins = {one.path for one in told}, {one.origin for one in told}
    for one in told:
        above = _above(one.path)
        lain_in = above if one.origin == one.path else _above(one.origin)
        if paths.isdisjoint(above) and origins.isdisjoint(lain_in):
            yield one


def _above(path: str) -> list[str]:
    """Return the paths a path lies in, itself left out: of "/1/45/" it is "/1/"."""
    above, end = [], path.find("/", 1)
    while end < len(path) - 1:
        above.append(path[: end + 1])
        end = path.find("/", end + 1)
    return above

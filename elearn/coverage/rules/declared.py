"""What was declared of a group, area by area, and what it comes to in a wider one."""

from collections.abc import Iterable, Iterator, Sequence
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
            "%(number)s người, cộng từ %(parts)s khai báo bên trong, sớm nhất ngày %(day)s",
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


def _widest(told: Sequence[Declared]) -> Iterator[Declared]:
    """Give those that lie in no other, neither on the map nor in their own time."""
    paths, origins = {one.path for one in told}, {one.origin for one in told}
    for one in told:
        if not (paths.intersection(_above(one.path)) or origins.intersection(_above(one.origin))):
            yield one


def _above(path: str) -> Iterator[str]:
    """Give the paths a path lies in, itself left out: of "/1/45/" it is "/1/"."""
    keys = path.strip("/").split("/")
    for count in range(1, len(keys)):
        yield f"/{'/'.join(keys[:count])}/"

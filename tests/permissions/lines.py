"""The table as it is written: a line a route, a cell a visitor."""

from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).with_name("table.txt")
VISITORS = ("herself", "learner", "instructor", "administrator", "commune", "central", "inspector")
ASKED_TO_SIGN_IN = "in"
REFUSED = frozenset({"401", "403", "404", ASKED_TO_SIGN_IN})
NOTHING_WRITTEN = "="
OWN_AFFAIRS = "self"


@dataclass(frozen=True, slots=True)
class Line:
    """What a route answers: signed out, and each visitor about her own branch and the other."""

    method: str
    name: str
    signed_out: str
    cells: dict[str, tuple[str, ...]]
    is_own_affair: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.name}"

    @property
    def endpoint(self) -> str:
        return self.name.partition("+")[0]

    @property
    def route(self) -> tuple[str, str]:
        return self.method, self.endpoint

    @property
    def changes(self) -> bool:
        return self.method != "GET"

    def kept_from(self) -> list[str]:
        """Return who is given the things of her own branch, but not those of the other."""
        pairs = [(who, cell) for who, cell in self.cells.items() if len(cell) > 1]
        return [who for who, (own, other) in pairs if is_refusal(other) and not is_refusal(own)]

    def kept_from_the_centre(self) -> bool:
        """Return whether somebody is given what the centre itself is refused."""
        return bool(self.kept_from()) and is_refusal(self.cells["central"][-1])


def is_refusal(answer: str) -> bool:
    """Return whether by this answer somebody gets nothing."""
    return answer in REFUSED or answer.endswith(NOTHING_WRITTEN)


def lines() -> list[Line]:
    """Return the lines of the table; what stands behind # is for the reader."""
    text = TABLE.read_text(encoding="utf-8")
    written = (line.partition("#")[0].split() for line in text.splitlines())
    return [_line(words) for words in written if words]


def _line(words: list[str]) -> Line:
    is_own_affair = words[-1] == OWN_AFFAIRS
    method, name, signed_out, *cells = words[:-1] if is_own_affair else words
    answers = {who: tuple(cell.split("/")) for who, cell in zip(VISITORS, cells, strict=True)}
    return Line(method, name, signed_out, answers, is_own_affair)

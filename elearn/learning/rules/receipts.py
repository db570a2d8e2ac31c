"""What a receipt says: who, how much of which lectures, as of when; and whether it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any, Self

from elearn import clock
from elearn.learning.rules.standing import Standing

#: Begins what stands for a code where no lecture shows a film any more.
ORPHAN = "#"


@dataclass(frozen=True, slots=True)
class Line:
    """One lecture of a receipt; all lengths in whole seconds."""

    code: str
    title: str
    length: int
    held: int
    lacking: int
    received_at: datetime
    seen_at: datetime | None = None
    #: The version of the watch rule by which it was seen.
    seen_by: int | None = None
    #: How many of the seconds held were shared with others before one screen.
    shared: int = 0

    @property
    def is_seen(self) -> bool:
        return self.seen_at is not None

    @property
    def name(self) -> str:
        """Return code and title; a film that no lecture shows any more has only a title."""
        return f"{self.code} · {self.title}" if self.is_in_catalogue else self.title

    @property
    def is_in_catalogue(self) -> bool:
        """Return whether a lecture shows the film, so that there is a page of it."""
        return not self.code.startswith(ORPHAN)

    @classmethod
    def of(cls, code: str, title: str, standing: Standing, received_at: datetime) -> Self:
        """Return the line of a lecture, seen or not, by where she stands with it."""
        held, lacking, shared = len(standing.held), standing.lacking, len(standing.shared)
        return cls(code, title, standing.length, held, lacking, received_at, shared=shared)

    def is_kept_by(self, today: "Line | None") -> bool:
        """Return whether what was said of a lecture is still so: there may be more by now."""
        if today is None:
            return False
        return today.held >= self.held and today.is_seen >= self.is_seen


@dataclass(frozen=True, slots=True)
class Told:
    """A receipt: what the server held of a person at a moment."""

    issuer: str
    token: str
    person_id: int
    said_at: datetime
    name: str
    born: str
    unit: str
    lines: tuple[Line, ...]

    @property
    def held(self) -> int:
        return sum(line.held for line in self.lines)

    @property
    def seen(self) -> int:
        """Return how many of its lectures count as seen."""
        return sum(line.is_seen for line in self.lines)


def claims_of(told: Told) -> dict[str, Any]:
    """Return a receipt as it is signed: the names of RFC 7519 where there are some."""
    return {
        "iss": told.issuer,
        "jti": told.token,
        "sub": str(told.person_id),
        "iat": _second(told.said_at),
        "name": told.name,
        "born": told.born,
        "unit": told.unit,
        "lectures": [_claim(line) for line in told.lines],
    }


def told_by(claims: Mapping[str, Any]) -> Told:
    """Return the receipt that was signed.

    :raise ValueError: if it is of another shape: signed by us, and no receipt.
    """
    try:
        return Told(
            claims["iss"],
            claims["jti"],
            int(claims["sub"]),
            _moment(claims["iat"]),
            claims["name"],
            claims["born"],
            claims["unit"],
            tuple(_line(one) for one in claims["lectures"]),
        )
    except (KeyError, TypeError) as strange:
        raise ValueError("no receipt") from strange


def file_of(told: Told, text: str, address: str) -> str:
    """Return the file of a receipt: what it is and where it is checked, then what was signed."""
    return (
        f"Biên nhận xem bài giảng, có chữ ký của máy chủ {told.issuer}.\n"
        f"Kiểm tra: mở {address} rồi chọn tệp này.\n"
        "Bản để đọc là tệp PDF, hoặc trang hiện ra khi kiểm tra. Đừng sửa dòng dưới đây.\n"
        f"\n{text}\n"
    )


def file_name_of(told: Told) -> str:
    """Return how the file of a receipt is called, without what says of which kind it is."""
    return f"Biên nhận học tập {told.name} {clock.day_of(told.said_at):%d-%m-%Y}"


def still_holds(then: Told, today: Sequence[Line]) -> bool:
    """Return whether all that a receipt said is so today: seconds are never taken away."""
    now = {line.code: line for line in today}
    return all(line.is_kept_by(now.get(line.code)) for line in then.lines)


def _claim(line: Line) -> dict[str, Any]:
    claim = asdict(line) | {"received_at": _second(line.received_at)}
    claim["seen_at"] = _second(line.seen_at) if line.seen_at else None
    claim["shared"] = line.shared or None
    return {name: value for name, value in claim.items() if value is not None}


def _line(claim: Mapping[str, Any]) -> Line:
    line = Line(**claim)
    seen_at = _moment(claim["seen_at"]) if line.seen_at else None
    return replace(line, received_at=_moment(claim["received_at"]), seen_at=seen_at)


def _second(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(second: int) -> datetime:
    return datetime.fromtimestamp(second, UTC)

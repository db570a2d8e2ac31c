"""Is a seal what it claims? Every question has its own words, the first that fails is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elearn.audit.rules.canonical import GENESIS, Act, Link, digest_of_entry, hash_of_seal
from elearn.text import Message, msg


@dataclass(frozen=True, slots=True)
class Placed:
    """What stands at a place of a seal: the digest kept there, and the entry as it is now."""

    place: int
    entry_id: int
    digest: str
    act: Act | None


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal as it stands in the database, with all that stands in it."""

    link: Link
    hash: str
    entries: Sequence[Placed]


@dataclass(frozen=True, slots=True)
class Head:
    """The seal that stands last, as far as the chain was followed."""

    number: int = 0
    hash: str = GENESIS


def flaw_in(sealed: Sealed, after: Head) -> Message | None:
    """Return the first thing wrong with a seal that should follow the one before it."""
    return next(_flaws(sealed, after), None)


def _flaws(sealed: Sealed, after: Head) -> Iterator[Message]:
    link = sealed.link
    if link.number != after.number + 1:
        yield msg("Thiếu dấu niêm phong số %(number)s.", number=after.number + 1)
    if link.previous_hash != after.hash:
        yield msg("Dấu niêm phong số %(number)s không nối vào dấu trước nó.", number=link.number)
    if [one.place for one in sealed.entries] != list(range(1, link.count + 1)):
        yield msg(
            "Dấu niêm phong số %(number)s ghi là có %(count)s mục, nay thấy %(found)s mục.",
            number=link.number,
            count=link.count,
            found=len(sealed.entries),
        )
    yield from (_told(link.number, one) for one in sealed.entries if not _is_as_sealed(one))
    if hash_of_seal(link, [one.digest for one in sealed.entries]) != sealed.hash:
        yield msg("Dấu niêm phong số %(number)s đã bị sửa.", number=link.number)


def _is_as_sealed(one: Placed) -> bool:
    return one.act is not None and digest_of_entry(one.act) == one.digest


def _told(number: int, one: Placed) -> Message:
    return msg(
        "Mục số %(entry)s (thứ %(place)s trong dấu niêm phong số %(number)s)"
        " không còn như khi niêm phong.",
        entry=one.entry_id,
        place=one.place,
        number=number,
    )

"""What a leader's screen reports: stretches grow, and whoever sat in one has been present."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from elearn import clock, people
from elearn.errors import Conflict
from elearn.learning.rules import Terms
from elearn.learning.viewings import queries
from elearn.learning.viewings.models import SharedViewing
from elearn.learning.viewings.rules import Brought, Refused, Span, Whom, as_ours
from elearn.learning.viewings.service.book import Book
from elearn.learning.viewings.service.holding import held, hold_people
from elearn.text import msg


@dataclass(frozen=True, slots=True)
class Said:
    """What one request says of a viewing."""

    stretches: tuple[Brought, ...]
    ahead_ms: int = 0
    has_ended: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of it, and how many seconds of the film were shown by now."""

    refused: tuple[Refused, ...]
    seconds: int


def take(db: Session, viewing_id: int, said: Said, *, terms: Terms, now: datetime) -> Taken:
    """Merge what is said into the record; it may come twice, late or in any order.

    A stretch keeps those who sat there when it first came. What is refused spoils nothing else.

    :raise Conflict: if the leader has stated already who was there.
    :raise InvalidInput: if a range is none.
    """
    viewing = held(db, viewing_id)
    if viewing.stated_at is not None:
        raise Conflict(msg("Danh sách có mặt của buổi này đã được xác nhận, không nhận thêm nữa."))
    if said.has_ended and viewing.ended_at is None:
        viewing.ended_at = now
    until = min(now, viewing.ended_at or now)
    book = Book(db, viewing, terms.limits.rate_percent, until)
    whom = _whom(db, viewing, said.stretches, terms, now)
    for one in said.stretches:
        book.take(one, _span(one, said, viewing, until), whom)
    book.keep()
    return Taken(tuple(book.refused), len(book.shown))


def _span(one: Brought, said: Said, viewing: SharedViewing, until: datetime) -> Span:
    return as_ours(one.span, said.ahead_ms, opened_at=viewing.opened_at, until=until)


def _whom(
    db: Session,
    viewing: SharedViewing,
    stretches: Collection[Brought],
    terms: Terms,
    now: datetime,
) -> Whom:
    """Return who may be marked; those are held, so that no other screen takes them meanwhile."""
    named = {person_id for one in stretches for person_id in one.present}
    entries = people.wholes_of(db, {*named, viewing.led_by_id})
    sitters = queries.roster_of(db, viewing, clock.day_of(viewing.opened_at))
    known = {sitter.person_id for sitter in sitters}
    marked = known & {entries.get(person_id, 0) for person_id in named}
    leader = entries[viewing.led_by_id]
    hold_people(db, {*marked, leader}, terms, now)  # Two viewings of hers could each be the last.
    hers = _of(entries, marked)
    counts = queries.led_on(db, leader, clock.day_of(viewing.opened_at))
    return Whom(
        roster=known,
        leader=leader,
        is_over=viewing.id not in counts and len(counts) >= viewing.rule.most_a_day,
        most=viewing.rule.most_present,
        wholes=entries,
        elsewhere=queries.elsewhere(db, viewing, hers, is_credited=False),
    )


def _of(entries: Mapping[int, int], wholes: Collection[int]) -> dict[int, int]:
    return {entry: whole for entry, whole in entries.items() if whole in wholes}

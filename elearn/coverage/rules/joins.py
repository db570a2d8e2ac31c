"""Which entries of persons were held to be one human being at some moment."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Join:
    """That an entry was joined to another, with those it stood for; and perhaps parted again."""

    id: int
    person_id: int
    whole_id: int
    followers: Collection[int]
    joined_at: datetime
    undone_at: datetime | None


def wholes_at(
    same_as: Mapping[int, int], joins: Iterable[Join], moment: datetime
) -> dict[int, int]:
    """Return, by entry, the one that stood for it at the moment; who stood for herself is left out.

    What is joined without a join was always joined.
    """
    known = sorted(joins, key=lambda one: one.id)
    wholes = _first_wholes(same_as, known)
    for at, _, join in sorted(_steps(known), key=lambda step: step[:2]):
        if at <= moment:
            _take(wholes, join, is_undone=at == join.undone_at)
    return wholes


def _first_wholes(same_as: Mapping[int, int], joins: Iterable[Join]) -> dict[int, int]:
    """Return what stood for entries before anybody joined any."""
    wholes = dict(same_as)
    for join in reversed(list(joins)):
        wholes |= dict.fromkeys(join.followers, join.person_id)
    for join in joins:
        wholes.pop(join.person_id, None)
    return wholes


def _steps(joins: Iterable[Join]) -> Iterable[tuple[datetime, int, Join]]:
    for join in joins:
        yield join.joined_at, join.id, join
        if join.undone_at is not None:
            yield join.undone_at, join.id, join


def _take(wholes: dict[int, int], join: Join, *, is_undone: bool) -> None:
    if is_undone:
        wholes.pop(join.person_id, None)
        wholes |= dict.fromkeys(join.followers, join.person_id)
    else:
        wholes |= dict.fromkeys([join.person_id, *join.followers], join.whole_id)

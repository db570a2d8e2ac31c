"""The branches of the hamlets, which live on across the reform, and those who lead them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from elearn import people
from elearn.home.demo.corps.cast import Cast, Stay, Term, Unit
from elearn.home.demo.corps.names import hamlets
from elearn.home.demo.corps.unions import FIRST_DAY, LAST_DAY, OLD_START, Commune

_HEAD, _DEPUTY = "branch_head", "deputy_branch_head"
_GROUP_POSTS = ("women_group_head", "deputy_women_group_head")
_OVER = people.EndReason.TERM_ENDED


def spread(cast: Cast, old: Sequence[Commune], unions: dict[int, int]) -> list[int]:
    """Found three or four branches in every old commune and return their places."""
    return [branch for commune in old for branch in _branches(cast, commune, unions)]


def _branches(cast: Cast, commune: Commune, unions: dict[int, int]) -> Iterator[int]:
    count = cast.chance.choice((3, 4, 4, 4))
    names = hamlets(cast.chance, count, is_town=commune.is_town, is_in_hills=commune.is_in_hills)
    for name in names:
        yield cast.found(
            Unit(
                people.UnitKind.BRANCH,
                f"Chi hội {name}",
                _stays(commune),
                unions[commune.heir_id],
                commune.is_in_hills,
            )
        )


def _stays(commune: Commune) -> tuple[Stay, ...]:
    if commune.heir_id == commune.area_id:  # The commune went on, so the branch never moved.
        return (Stay(commune.area_id, OLD_START),)
    return Stay(commune.area_id, OLD_START, LAST_DAY), Stay(commune.heir_id, FIRST_DAY)


def lead(cast: Cast, branch: int) -> None:
    """Give a branch its heads of the last years: one, or two with a change at a congress."""
    chance = cast.chance.random()
    early = cast.day(date(2018, 1, 1), date(2020, 12, 31))
    if chance < 0.45:
        _head(cast, branch, early)
    elif chance < 0.70:
        _change(cast, branch, early, cast.day(date(2021, 4, 1), date(2022, 4, 30)))
    elif chance < 0.90:
        _change(cast, branch, early, cast.day(date(2025, 7, 15), date(2026, 9, 30)))
    else:
        _head(cast, branch, cast.day(date(2022, 5, 1), date(2025, 5, 31)))


def _head(cast: Cast, branch: int, start: date, end: date | None = None) -> None:
    person = cast.enter(is_in_hills=cast.units[branch].is_in_hills)
    reason = _OVER if end else None
    cast.terms.append(Term(person, _HEAD, branch, start, end, reason))


def _change(cast: Cast, branch: int, start: date, turn: date) -> None:
    _head(cast, branch, start, turn - timedelta(days=1))
    _head(cast, branch, turn)


def assist(cast: Cast, branch: int, head: int) -> None:
    """Give a branch a deputy; in one branch of twelve she uses the head's telephone."""
    shared = cast.persons[head].phone if cast.chance.random() < 0.08 else None
    deputy = cast.enter(is_in_hills=cast.units[branch].is_in_hills, phone=shared or None)
    start = cast.day(date(2018, 1, 1), date(2026, 3, 31))
    cast.terms.append(Term(deputy, _DEPUTY, branch, start))


def group(cast: Cast, branch: int, count: int) -> None:
    """Give a branch a women's group with a head and, if two are wanted, a deputy."""
    above = cast.units[branch]
    stays = above.stays
    women = Unit(people.UnitKind.WOMEN_GROUP, "Tổ phụ nữ số 1", stays, branch, above.is_in_hills)
    place = cast.found(women)
    for post in _GROUP_POSTS[:count]:
        start = cast.day(date(2018, 1, 1), date(2026, 3, 31))
        person = cast.enter(is_in_hills=above.is_in_hills)
        cast.terms.append(Term(person, post, place, start))

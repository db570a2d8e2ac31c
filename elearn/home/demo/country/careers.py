"""The posts of a life: up a ladder, from one body to another, and across the reform."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from elearn.home.demo.country.bodies import Bodies, Home
from elearn.home.demo.country.ground import FIRST_DAY, LAST_DAY
from elearn.people import EndReason

TODAY = date(2026, 10, 31)
_FIRST, _LAST = FIRST_DAY.toordinal(), LAST_DAY.toordinal()
_START, _END = date(2004, 1, 1).toordinal(), TODAY.toordinal()
#: How many posts in a life: three at the mean, so that there are three times as many as people.
COUNTS = (1, 2, 3, 3, 3, 3, 4, 5)
_LEAST, _MOST = 400, 1_500
_GROUPS = ("deputy_women_group_head", "women_group_head", "deputy_branch_head", "branch_head")
_UNION = ("commune_union_vice_chair", "commune_union_chair")
_DISTRICT = ("union_district_officer", "union_district_vice_chair", "union_district_chair")
_PROVINCE = ("union_province_officer", "union_province_vice_chair", "union_province_chair")
_OFFICIALS = (
    *("commune_front_chair", "commune_front_vice_chair", "commune_council_chair"),
    *("commune_council_vice_chair", "commune_committee_chair", "commune_committee_vice_chair"),
    *("commune_party_secretary", "commune_party_deputy_secretary", "commune_civil_servant"),
)


@dataclass(frozen=True, slots=True)
class Spell:
    """A post in a body from a day on, to a day if it ended."""

    post: str
    body: int
    first: int
    last: int | None
    reason: EndReason | None


@dataclass(frozen=True, slots=True)
class _Seat:
    """Where a spell is served: before the reform and from it on."""

    ladder: Sequence[str]
    before: int
    after: int
    ladder_after: Sequence[str]


def career(chance: Random, bodies: Bodies, home: Home, count: int) -> list[Spell]:
    """Return so many spells, one after another; the last may still hold."""
    draw = chance.random()
    if draw < 0.8:
        branch = home.branches[int(chance.random() * len(home.branches))]
        return _spells(chance, _Seat(_GROUPS, branch, branch, _GROUPS), count)
    if draw < 0.87:
        seat = _Seat(_UNION, home.union.before, home.union.after, _UNION)
    elif draw < 0.965:
        post = (_OFFICIALS[int(chance.random() * len(_OFFICIALS))],)
        ladder = ("commune_civil_servant", *post)
        seat = _Seat(ladder, home.agency.before, home.agency.after, ladder)
    elif draw < 0.99:
        seat = _Seat(_DISTRICT, home.district.before, home.district.after, _UNION[1:])
    elif draw < 0.998:
        seat = _Seat(_PROVINCE, home.province.before, home.province.after, _PROVINCE)
    else:
        seat = _higher(chance, bodies)
    return _spells(chance, seat, count)


def _higher(chance: Random, bodies: Bodies) -> _Seat:
    if chance.random() < 0.5:
        posts = ("union_central_officer",)
        return _Seat(posts, bodies.central, bodies.central, posts)
    return _Seat(("trainer",), bodies.school, bodies.school, ("trainer",))


def _spells(chance: Random, seat: _Seat, count: int) -> list[Spell]:
    """Cut the years into spells; what would go on in a body that ended is cut at its end."""
    starts = _starts(chance, count, is_across=seat.before != seat.after)
    step = int(chance.random() * len(seat.ladder))
    ends = [*(start - 1 for start in starts[1:]), _last_day(chance, starts[-1])]
    spells = []
    for place, (first, last) in enumerate(zip(starts, ends, strict=True)):
        is_new = first >= _FIRST
        ladder = seat.ladder_after if is_new else seat.ladder
        post = ladder[min(step + place, len(ladder) - 1)]
        body, reason = seat.after if is_new else seat.before, _reason(place, count, last)
        if not is_new and seat.before != seat.after and (last is None or last >= _LAST):
            last, reason = _LAST, EndReason.UNIT_ENDED  # noqa: PLW2901  # It is cut there.
        spells.append(Spell(post, body, first, last, reason))
    return spells


def _starts(chance: Random, count: int, *, is_across: bool) -> list[int]:
    """Return the first days of the spells; a life across the reform often turns on its day."""
    lengths = [_LEAST + int(chance.random() * (_MOST - _LEAST)) for _ in range(count)]
    if is_across and chance.random() < 0.7:
        last = _FIRST
    else:
        last = _END - int(chance.random() ** 2 * 5_000) - 1
    starts = [last]
    for length in lengths[1:]:
        starts.append(max(_START + count - len(starts), starts[-1] - length))
    return starts[::-1]


def _last_day(chance: Random, start: int) -> int | None:
    """Return the last day of somebody's last spell, if it is over: most still hold."""
    if chance.random() < 0.4:
        return None
    last = start + 100 + int(chance.random() * _MOST)
    return last if last <= _END else None


def _reason(place: int, count: int, last: int | None) -> EndReason | None:
    if last is None:
        return None
    if place < count - 1:
        return EndReason.TRANSFERRED if place % 3 == 1 else EndReason.TERM_ENDED
    return EndReason.RETIRED

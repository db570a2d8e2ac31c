"""Who there is, who was said to be who, and what they held and were planned for."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from elearn.areas import Level
from elearn.people import (
    EndReason,
    NewPerson,
    Person,
    PersonJoin,
    PersonJoinFollower,
    PlannedPost,
    Tenure,
)
from tests.coverage.worlds.chance import FIRST_KEY, LONG_AGO, TODAY, Chance
from tests.coverage.writing import Rows

POSTS = {
    Level.COMMUNE: (
        *["branch_head"] * 3,
        *("deputy_branch_head", "commune_union_chair", "commune_union_vice_chair"),
        "commune_civil_servant",
    ),
    Level.DISTRICT: ("union_district_chair", "union_district_officer"),
    Level.PROVINCE: ("union_province_officer", "union_province_chair", "trainer"),
    Level.CENTRAL: ("union_central_officer",),
}
_REASONS = (None, None, *EndReason)
Units = Sequence[tuple[int, Level]]


def entries(chance: Chance, count: int, rows: Rows) -> Sequence[int]:
    """Write entries of persons, some of one human being; return their keys."""
    keys = range(FIRST_KEY, FIRST_KEY + count)
    others = chance.random.sample(keys, count // 5)
    same_as: dict[int, int] = {}
    alone = sorted(set(keys) - set(others))
    for place in range(0, len(others) - 3, 4):
        always, once, through, parted = others[place : place + 4]
        same_as[always] = chance.random.choice(alone)
        same_as |= _joined(chance, (once, through), chance.random.choice(alone), rows)
        same_as |= _parted(chance, parted, chance.random.choice(alone), rows)
    given = NewPerson("Nguyễn Thị Hường").columns
    for key in sorted(keys, key=lambda key: key in same_as):
        rows.add(Person, **given, id=key, same_as_id=same_as.get(key))
    return keys


def _joined(chance: Chance, pair: tuple[int, int], whole: int, rows: Rows) -> dict[int, int]:
    """Join an entry to a second and that to a third, which the first follows; perhaps undo that."""
    once, through = pair
    first = chance.moment(chance.day(date(2019, 1, 1), date(2025, 1, 1)))
    second, undone = chance.later(first), None
    if chance.happens(0.4):
        undone = chance.later(second)
    _join(once, through, (first, None), rows)
    key = _join(through, whole, (second, undone), rows)
    rows.add(PersonJoinFollower, join_id=key, person_id=once)
    return {once: through} if undone else {once: whole, through: whole}


def _parted(chance: Chance, entry: int, whole: int, rows: Rows) -> dict[int, int]:
    """Join an entry to another; perhaps part them, and perhaps join them again."""
    first = chance.moment(chance.day())
    if chance.happens(0.5):
        _join(entry, whole, (first, None), rows)
        return {entry: whole}
    undone = chance.later(first)
    _join(entry, whole, (first, undone), rows)
    if undone.date() >= TODAY or chance.happens(0.5):
        return {}
    _join(entry, whole, (undone + timedelta(hours=30), None), rows)
    return {entry: whole}


def _join(entry: int, whole: int, at: tuple[datetime, datetime | None], rows: Rows) -> int:
    key = FIRST_KEY + len(rows.waiting[PersonJoin.__tablename__])
    rows.add(
        PersonJoin,
        id=key,
        person_id=entry,
        whole_id=whole,
        joined_at=at[0],
        joined_by_id=None,
        undone_at=at[1],
        undone_by_id=None,
    )
    return key


def held(chance: Chance, persons: Iterable[int], units: Units, rows: Rows) -> None:
    """Write what people held: one post or several, overlapping or one after the other."""
    known: set[tuple[Any, ...]] = set()

    def add(person: int, post: tuple[str, int], first: date) -> None:
        def write(days: tuple[date, date | None], at: tuple[datetime, datetime | None]) -> None:
            reason = chance.random.choice(_REASONS) if days[1] else None
            told = {"decision": None, "end_decision": None, "end_reason": reason}
            _write(rows, Tenure, (person, *post, days, at), known, **told)

        _as_told(chance, first, write)

    for person in persons:
        first = chance.day()
        for _ in range(chance.random.choice((1, 1, 2, 2, 3))):
            unit, level = chance.random.choice(units)
            add(person, (chance.random.choice(POSTS[level]), unit), first)
            first += timedelta(days=chance.random.choice((0, 30, 31, 365, 900)))


def planned(chance: Chance, persons: Sequence[int], units: Units, rows: Rows) -> None:
    """Write who is planned for the chair of a commune's union."""
    known: set[tuple[Any, ...]] = set()

    def add(person: int, unit: int) -> None:
        def write(days: tuple[date, date | None], at: tuple[datetime, datetime | None]) -> None:
            told = {"decision": None, "term": None}
            post = ("commune_union_chair", unit)
            _write(rows, PlannedPost, (person, *post, days, at), known, **told)

        _as_told(chance, chance.day(), write)

    communes = [unit for unit, level in units if level is Level.COMMUNE]
    for person in chance.random.sample(persons, len(persons) // 4):
        add(person, chance.random.choice(communes))


Write = Callable[[tuple[date, date | None], tuple[datetime, datetime | None]], None]


def _as_told(chance: Chance, first: date, write: Write) -> None:
    """Write something as it was told; some of it was put right later, some taken back."""
    last, at = chance.until(first, open_share=0.5), chance.told(first)
    if chance.happens(0.1):
        at = LONG_AGO
    if chance.happens(0.75):
        return write((first, last), (at, None))
    righted = chance.later(at)
    write((first, last), (at, righted))
    if chance.happens(0.7):
        first = chance.random.choice((first, chance.day(first, min(first, TODAY))))
        write((first, chance.until(first, open_share=0.3)), (righted, None))
    return None


def _write(
    rows: Rows,
    table: type[Tenure | PlannedPost],
    told: tuple[int, str, int, tuple[date, date | None], tuple[datetime, datetime | None]],
    known: set[tuple[Any, ...]],
    **others: Any,
) -> None:
    """Write a row, unless as much is known of the same already."""
    person, post, unit, days, (recorded, superseded) = told
    key = (person, post, unit, days[0])
    if superseded is None and key in known:
        return
    if superseded is None:
        known.add(key)
    rows.add(
        table,
        person_id=person,
        post_key=post,
        org_unit_id=unit,
        valid_from=days[0],
        valid_to=days[1],
        recorded_at=recorded,
        superseded_at=superseded,
        **others,
    )

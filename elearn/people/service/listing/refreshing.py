"""Listing some people anew, in the transaction that changed something about them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from elearn import clock
from elearn.db import among, changed_all
from elearn.db.bulk import put_rows
from elearn.people.models import FoundWord, ListedTenure, OrgUnitPlace, Person, Tenure
from elearn.people.queries.listing import Spot, spaced, spots_of, words_of
from elearn.people.queries.persons import canonical_id

_TENURE = (
    *("person_id", "sort_key", "names", "spot_id", "province_id"),
    *("post_key", "valid_from", "valid_to"),
)
_WORD = ("word", "sort_key", "person_id", "names")
_DAYS = Tenure.valid_from, Tenure.valid_to
_AT_ONCE = 2_000
_NOWHERE: tuple[Spot | None, ...] = (None,)


@dataclass(frozen=True, slots=True)
class _Whole:
    """One human being: the entry that stands for her, and all her entries."""

    person_id: int
    sort_key: bytes
    entries: tuple[int, ...]
    names: str
    phones: tuple[str, ...]


def refresh(db: Session, person_ids: Collection[int]) -> None:
    """List these people anew, over all entries of each: call it after whatever changed them.

    Names, telephones, tenures, joins and partings, and the places of the units they served in. Two
    that change one person at once wait for each other here, and the later one sees both changes.
    The outbox tells later domains about whom it was.
    """
    changed_all(db, "person", sorted(list_anew(db, person_ids)), now=clock.now())


def list_entered(db: Session, person: Person) -> None:
    """List somebody who was entered just now: alone as she is, in no post, and in no list yet."""
    her = _whole(person.id, [person])
    put_rows(db, ListedTenure, _TENURE, [_row(her, None, None)])
    _put_words(db, [her])
    changed_all(db, "person", [person.id], now=clock.now())


def list_anew(db: Session, person_ids: Collection[int]) -> set[int]:
    """List these people anew, and return all their entries."""
    keys, touched = sorted(set(person_ids)), set[int]()
    for start in range(0, len(keys), _AT_ONCE):
        touched |= _list_anew(db, keys[start : start + _AT_ONCE])
    return touched


def _list_anew(db: Session, person_ids: Sequence[int]) -> set[int]:
    wholes = _wholes(db, person_ids)
    touched = {*person_ids, *(key for one in wholes for key in one.entries)}
    for table in (ListedTenure, FoundWord):
        gone = delete(table).where(among(db, table.person_id, touched))
        db.execute(gone, execution_options={"synchronize_session": False})
    put_rows(db, ListedTenure, _TENURE, list(_tenures(db, wholes)))
    _put_words(db, wholes)
    return touched


def _put_words(db: Session, wholes: Sequence[_Whole]) -> None:
    put_rows(db, FoundWord, _WORD, sorted(_words(wholes)))  # As they will lie beside each other.


def _wholes(db: Session, person_ids: Sequence[int]) -> list[_Whole]:
    keys = set(db.scalars(select(canonical_id()).where(among(db, Person.id, person_ids))))
    columns = (Person.id, Person.same_as_id, Person.sort_key, Person.name_folded, Person.phone)
    hers = or_(among(db, Person.id, keys), among(db, Person.same_as_id, keys))
    groups: dict[int, list[Any]] = defaultdict(list)
    for row in db.execute(select(*columns).where(hers).order_by(Person.id).with_for_update()):
        groups[row.same_as_id or row.id].append(row)
    return [_whole(key, rows) for key, rows in groups.items()]


def _whole(key: int, rows: Sequence[Any]) -> _Whole:
    return _Whole(
        key,
        next(row.sort_key for row in rows if row.id == key),
        tuple(row.id for row in rows),
        " ".join(spaced(row.name_folded) for row in rows).replace("  ", " "),
        tuple(row.phone for row in rows if row.phone),
    )


def _tenures(db: Session, wholes: Sequence[_Whole]) -> Iterator[tuple[Any, ...]]:
    held = defaultdict(list)
    keys = [key for one in wholes for key in one.entries]
    columns = Tenure.person_id, Tenure.org_unit_id, Tenure.post_key, *_DAYS
    current = select(*columns).where(among(db, Tenure.person_id, keys), Tenure.is_current())
    for tenure in db.execute(current.order_by(Tenure.id)):
        held[tenure.person_id].append(tenure)
    spots = _spots(db, {tenure.org_unit_id for some in held.values() for tenure in some})
    for one in wholes:
        hers = [tenure for key in one.entries for tenure in held[key]]
        for tenure in hers:
            for spot in spots.get(tenure.org_unit_id, _NOWHERE):
                yield _row(one, tenure, spot)
        if not hers:
            yield _row(one, None, None)


def _spots(db: Session, unit_ids: Collection[int]) -> dict[int, tuple[Spot, ...]]:
    """Return where each unit that stands or stood somewhere counts today."""
    place = OrgUnitPlace
    stood = select(place.org_unit_id, place.area_id).where(among(db, place.org_unit_id, unit_ids))
    rows = db.execute(stood.order_by(place.id)).all() if unit_ids else []
    spots = spots_of(db, {area_id for _, area_id in rows}, clock.today()) if rows else {}
    found: dict[int, dict[Spot, None]] = defaultdict(dict)
    for unit_id, area_id in rows:
        found[unit_id] |= dict.fromkeys(spots.get(area_id, ()))
    return {unit_id: tuple(some) for unit_id, some in found.items() if some}


def _row(one: _Whole, tenure: Any, spot: Spot | None) -> tuple[Any, ...]:
    return (
        one.person_id,
        one.sort_key,
        one.names,
        spot.area_id if spot else None,
        spot.province_id if spot else None,
        tenure.post_key if tenure else None,
        tenure.valid_from if tenure else None,
        tenure.valid_to if tenure else None,
    )


def _words(wholes: Sequence[_Whole]) -> Iterator[tuple[Any, ...]]:
    for one in wholes:
        for word in words_of(one.names, one.phones):
            yield word, one.sort_key, one.person_id, one.names

"""Rows of one file that mean the same person."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from elearn.people.roster.rules.branches import is_same_branch
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.names import Likeness, likeness, name_key

#: A name as it is compared, what speaks for her, and the number of a place.
Key = tuple[str, str | int, int]
_ANY_NAME = ""


def with_duplicates(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries, each that means somebody of an earlier row with the number of that row.

    An official id is of one person, however her name is written. Else names must agree, wherever
    their tones are placed, and with them a telephone, or the day of birth and the commune; the
    year will do if nothing speaks against it. Our own keys part: a file of ours has a row for each
    post. One look at each entry, however many.
    """
    seen = _Seen()
    return [seen.told(entry) for entry in entries]


class _Seen:
    """The entries so far, by all that tells a person."""

    def __init__(self) -> None:
        self._sure: dict[Key, Entry] = {}
        self._phones: dict[str, Entry] = {}
        self._years: dict[Key, Entry] = {}
        self._places: dict[tuple[str | None, ...], int] = {}

    def told(self, entry: Entry) -> Entry:
        names = _names(entry)
        keys = [key for name in names for key in self._sure_keys(entry, name)]
        earlier = self._earlier(entry, keys) or self._likely(entry, names)
        for key in keys:
            self._sure.setdefault(key, earlier or entry)
        if earlier:
            sheet = earlier.sheet if earlier.sheet != entry.sheet else None
            return replace(entry, duplicate_of=earlier.row, duplicate_sheet=sheet)
        asked = tuple(self._asked(entry, names))
        return replace(entry, questions=(*entry.questions, *asked)) if asked else entry

    def _sure_keys(self, entry: Entry, name: str) -> Iterator[Key]:
        if official := entry.official_id or entry.official_id_hash:
            yield _ANY_NAME, official, 0
        for phone in (entry.phone, entry.phone_alt):
            if phone:
                yield name, phone, 0
        if entry.born_on:
            yield name, entry.born_on.toordinal(), self._where(entry)

    def _where(self, entry: Entry) -> int:
        """Return a number for the place: the same for the same names, whatever their capitals."""
        place = entry.place
        key = place.commune, place.district, place.province
        if key not in self._places:
            told = tuple((part or "").lower() for part in key)
            self._places[key] = self._places.setdefault(told, len(self._places) + 1)
        return self._places[key]

    def _earlier(self, entry: Entry, keys: list[Key]) -> Entry | None:
        found = (self._sure.get(key) for key in keys)
        return next((one for one in found if one and not _are_of_ours(one, entry)), None)

    def _likely(self, entry: Entry, names: list[str]) -> Entry | None:
        """Return who it means though less is said: no diacritics, or only a year and a commune."""
        for phone in filter(None, (entry.phone, entry.phone_alt)):
            other = self._phones.get(phone)
            if other and likeness(other.name, entry.name) <= Likeness.BARE:
                return None if _are_of_ours(other, entry) else other
        if entry.birth_year and entry.place.commune:
            found = (
                self._years.get((name, entry.birth_year, self._where(entry))) for name in names
            )
            return next((one for one in found if one and _may_be_one(one, entry)), None)
        return None

    def _asked(self, entry: Entry, names: list[str]) -> Iterator[str]:
        """Yield who might be the same though it is not sure."""
        for phone in filter(None, (entry.phone, entry.phone_alt)):
            other = self._phones.setdefault(phone, entry)
            if other is not entry and not _are_of_ours(other, entry):
                yield f"same_phone_as:{other.row}"
        for name in names:
            key = name, entry.birth_year or 0, self._where(entry)
            other = self._years.setdefault(key, entry) if entry.birth_year else entry
            if other is not entry and not _are_of_ours(other, entry) and not _differ(other, entry):
                yield f"same_name_as:{other.row}"


def _differ(one: Entry, other: Entry) -> bool:
    """Return whether both have a day of birth, and another."""
    return bool(one.born_on and other.born_on and one.born_on != other.born_on)


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Return whether nothing that both say speaks against their being one."""
    phones = [{row.phone, row.phone_alt} - {None} for row in (one, other)]
    are_apart = _are_of_ours(one, other) or _differ(one, other) or _serve_apart(one, other)
    return not are_apart and not (all(phones) and phones[0].isdisjoint(phones[1]))


def _serve_apart(one: Entry, other: Entry) -> bool:
    """Return whether both tell a branch, and another."""
    branches = one.place.branch, other.place.branch
    return all(branches) and not is_same_branch(branches[0] or "", branches[1] or "")


def _are_of_ours(one: Entry, other: Entry) -> bool:
    return one.person_key is not None and other.person_key is not None


def _names(entry: Entry) -> list[str]:
    names = (entry.name, entry.name_alt)
    return list(dict.fromkeys(name_key(name) for name in names if name))

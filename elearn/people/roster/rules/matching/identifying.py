"""Whom a row means: surely somebody, perhaps somebody, or nobody we know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import Known, KnownPerson
from elearn.people.roster.rules.matching.likening import (
    evidence_of,
    is_born_alike,
    likeness_of,
    names_of,
    years_agree,
)
from elearn.people.roster.rules.names import Likeness, sought
from elearn.people.roster.rules.verdicts import Candidate, Reason

_BY_NAME = {"name", "name_bare"}
#: What weighs more comes first.
_WEIGHTS = ("person_key", "official_id", "phone", "born", "post", "birth_year", "place")
_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a row means: one or several who are as near, or those it may mean, and why."""

    sure: tuple[KnownPerson, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    doubt: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Near:
    person: KnownPerson
    evidence: tuple[str, ...]
    is_written_alike: bool

    @property
    def weight(self) -> tuple[bool, ...]:
        named = self.evidence
        return (*(one in named for one in _WEIGHTS), "name" in named, self.is_written_alike)


def found_of(entry: Entry, known: Known, area_ids: frozenset[int]) -> Found:
    """Return whom the row means; `area_ids`: all it may be that she serves in."""
    if proven := _proven(entry, known):
        return Found((proven,))
    people = [known.people[key] for key in _keys(entry, known)]
    seen = [one for one in people if known.sees(one)]
    near = sorted((_near(entry, one, area_ids, known) for one in seen), key=lambda one: one.weight)[
        ::-1
    ]
    if sure := [one for one in near if is_sure(entry, one.person, one.evidence)]:
        best = tuple(one.person for one in sure if one.weight == sure[0].weight)
        return Found(best, _candidates(sure))
    if entry.person_key and known.by_key.get(entry.person_key) not in {one.id for one in seen}:
        return Found(doubt=Reason("unknown_key", str(entry.person_key)))
    return _doubted(entry, near, is_known_elsewhere=_is_elsewhere(entry, people, seen))


def _proven(entry: Entry, known: Known) -> KnownPerson | None:
    """Return the only one who has a number of the row and its name: nothing else is looked at."""
    alike = []
    for key in dict.fromkeys(_numbered(entry, known)):
        one = known.people[key]
        is_named = likeness_of(entry, one) is Likeness.SAME
        if is_named and not _is_other_number(entry, one) and known.sees(one):
            alike.append(one)
    return alike[0] if len(alike) == 1 else None


def _near(entry: Entry, person: KnownPerson, area_ids: frozenset[int], known: Known) -> _Near:
    evidence = evidence_of(entry, person, area_ids, known)
    return _Near(person, evidence, entry.name in person.names)


def _numbered(entry: Entry, known: Known) -> Iterator[int]:
    """Yield who may be meant by a number of the row: ours, the official one, telephones."""
    key = known.by_key.get(entry.person_key or 0)
    if key is not None:
        yield key
    yield from known.by_hash.get(entry.official_id_hash or "", ())
    yield from known.by_phone.get(entry.phone or "", ())
    yield from known.by_phone.get(entry.phone_alt or "", ())


def _keys(entry: Entry, known: Known) -> Iterator[int]:
    """Yield, each once, who may be meant by number or name."""
    keys = list(_numbered(entry, known))
    for name in names_of(entry):
        for folded in sought(name):
            keys += known.by_name.get(folded, ())
    yield from dict.fromkeys(keys)


def is_sure(entry: Entry, person: KnownPerson, evidence: Iterable[str]) -> bool:
    """Return whether the row surely means her: by name, and by something besides.

    One who holds just this post in just this place under this name is she, unless she was born
    in another year.
    """
    told = set(evidence)
    if "name" not in told or _is_other_number(entry, person):
        return False
    if told & {"person_key", "official_id", "phone"}:
        return True
    if "born" in told:
        return "place" in told
    return "post" in told and years_agree(entry, person) is not False


def _is_other_number(entry: Entry, person: KnownPerson) -> bool:
    numbers = {entry.official_id_hash, person.official_id_hash} - {None}
    return len(numbers) > 1 and entry.person_key != person.id


def _doubted(entry: Entry, near: list[_Near], *, is_known_elsewhere: bool) -> Found:
    reasons = [(_doubt(entry, one), one) for one in near]
    doubted = [(code, one) for code, one in reasons if code]
    if doubted:
        value = str(entry.person_key) if doubted[0][0] == "key_of_another" else ""
        value = entry.phone or "" if doubted[0][0] == "same_phone" else value
        return Found((), _candidates(one for _, one in doubted), Reason(doubted[0][0], value))
    return Found(doubt=Reason("known_elsewhere") if is_known_elsewhere else None)


def _doubt(entry: Entry, near: _Near) -> str:
    """Return why it may be she; nothing if it hardly is."""
    told = set(near.evidence)
    if "name" in told and _is_other_number(entry, near.person) and "phone" in told:
        return "other_official_id"
    for one, code in (
        ("person_key", "key_of_another"),
        ("official_id", "id_of_another"),
        ("phone", "same_phone"),
    ):
        if one in told:
            return code
    if "place" in told:
        return "same_name" if _may_be_here(entry, near.person, told) else ""
    return "same_birth_elsewhere" if told & _BY_NAME and "born" in told else ""


def _may_be_here(entry: Entry, person: KnownPerson, told: set[str]) -> bool:
    if told & _BY_NAME:
        return years_agree(entry, person) is not False or "post" in told
    return "name_key" in told and (is_born_alike(entry, person) or "birth_year" in told)


def _is_elsewhere(entry: Entry, people: list[KnownPerson], seen: list[KnownPerson]) -> bool:
    """Return whether somebody unseen has a number of the row; her name alone says nothing."""
    unseen = [one for one in people if one not in seen]
    return any(
        {entry.phone, entry.phone_alt, entry.official_id_hash}
        & {*one.phones, one.official_id_hash} - {None}
        for one in unseen
    )


def _candidates(near: Iterable[_Near]) -> tuple[Candidate, ...]:
    found = [Candidate(one.person.id, one.evidence) for one in near]
    return tuple(found[:_MOST])

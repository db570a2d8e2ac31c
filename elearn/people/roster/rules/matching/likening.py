"""What speaks for a row meaning somebody: name, numbers, birth, place, post."""

from elearn.areas import Level
from elearn.people.models import UnitKind
from elearn.people.roster.rules.branches import is_same_branch
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.known import Known, KnownPerson, KnownPost
from elearn.people.roster.rules.names import Likeness, likeness, name_key


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return the names a row tells: one, or that in brackets too."""
    return (entry.name, entry.name_alt) if entry.name_alt else (entry.name,)


def likeness_of(entry: Entry, person: KnownPerson) -> Likeness:
    """Return how near the names come; what somebody said to be her name is hers."""
    if any(name_key(name) in person.called for name in names_of(entry)):
        return Likeness.SAME
    return min(likeness(one, other) for one in names_of(entry) for other in person.names)


def is_phone_shared(entry: Entry, person: KnownPerson) -> bool:
    """Return whether one of the row's telephone numbers is hers."""
    return any(phone and phone in person.phones for phone in (entry.phone, entry.phone_alt))


def year_of(someone: Entry | KnownPerson) -> int | None:
    """Return the year of birth, if it is known."""
    return someone.born_on.year if someone.born_on else someone.birth_year


def years_agree(entry: Entry, person: KnownPerson) -> bool | None:
    """Return whether both are born in one year; nothing if that is not known of both."""
    years = year_of(entry), year_of(person)
    return None if None in years else years[0] == years[1]


def is_born_alike(entry: Entry, person: KnownPerson) -> bool:
    """Return whether the day of birth is known of both, and is one."""
    return entry.born_on is not None and entry.born_on == person.born_on


def seat_of(entry: Entry, person: KnownPerson, area_ids: frozenset[int], known: Known) -> bool:
    """Return whether she holds, or is planned for, a post of the row where the row says."""
    held = any(
        one.post_key in entry.posts and is_where(entry, one, known)
        for one in person.held
        if one.unit.present_id in area_ids
    )
    return held or any(
        one.post_key in entry.planned_posts and one.unit.present_id in area_ids
        for one in person.planned
    )


def is_where(entry: Entry, post: KnownPost, known: Known) -> bool:
    """Return whether a post is held in the branch of the row, or in none if it tells none."""
    told = known.posts.get(post.post_key)
    if told is None or told.level is not Level.BRANCH:
        return True
    if entry.place.branch is None:
        return post.unit.kind not in (UnitKind.BRANCH, UnitKind.WOMEN_GROUP)
    return is_same_branch(post.unit.name, entry.place.branch)


def evidence_of(
    entry: Entry, person: KnownPerson, area_ids: frozenset[int], known: Known
) -> tuple[str, ...]:
    """Return what speaks for the row meaning this person, in words of the contract of pages."""
    near = likeness_of(entry, person)
    by_name = {Likeness.SAME: "name", Likeness.BARE: "name_bare", Likeness.NEAR: "name_key"}
    is_born = is_born_alike(entry, person)
    key = known.by_key.get(entry.person_key or 0)
    told = {
        "person_key": key == person.id,
        "official_id": entry.official_id_hash is not None
        and entry.official_id_hash == person.official_id_hash,
        "phone": is_phone_shared(entry, person),
        by_name.get(near, ""): near is not Likeness.OTHER,
        "born": is_born,
        "birth_year": not is_born and years_agree(entry, person) is True,
        "place": bool(area_ids & person.area_ids),
        "post": seat_of(entry, person, area_ids, known),
    }
    return tuple(name for name, holds in told.items() if holds)

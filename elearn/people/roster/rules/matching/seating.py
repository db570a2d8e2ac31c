"""In which unit a post of a row is held: one that stands there, or one to be founded."""

from dataclasses import dataclass

from elearn.areas import Level, in_a_sentence
from elearn.db import UNKNOWN_START
from elearn.people.models import UnitKind
from elearn.people.roster.rules.branches import branch_among, branch_name
from elearn.people.roster.rules.entries import Entry
from elearn.people.roster.rules.gazetteer import Heir
from elearn.people.roster.rules.known import Known, KnownUnit, PostMeant
from elearn.people.roster.rules.steps import UnitMeant

_UNIONS = {
    Level.CENTRAL: UnitKind.UNION_CENTRAL,
    Level.PROVINCE: UnitKind.UNION_PROVINCE,
    Level.DISTRICT: UnitKind.UNION_DISTRICT,
    Level.COMMUNE: UnitKind.UNION_COMMUNE,
}
_BRANCHES = (UnitKind.BRANCH, UnitKind.WOMEN_GROUP)
#: Posts of these beginnings are held in the union of their level, others in an agency.
_OF_THE_UNION = ("commune_union_", "union_")
_BODIES = {UnitKind.UNION_COMMUNE: "Hội LHPN", UnitKind.UNION_PROVINCE: "Hội LHPN"}


@dataclass(frozen=True, slots=True)
class Seat:
    """A unit of a post, with what it is called; `known` is none where it is to be founded."""

    meant: UnitMeant
    name: str
    known: KnownUnit | None = None


def seat_for(entry: Entry, post: PostMeant, area: Heir, known: Known) -> Seat:
    """Return the unit in which the row's post is held in an area of today."""
    units = known.units.get(area.area_id, ())
    if post.level is Level.BRANCH and entry.place.branch:
        return _branch(entry.place.branch, area, known)
    kind = _kind_of(post)
    found = next((one for one in units if one.kind is kind), None)
    if found:
        return Seat(UnitMeant(id=found.id), found.name, found)
    body = _BODIES.get(kind, "UBND")
    return _founded(kind, f"{body} {in_a_sentence(area.full_name)}", area)


def _kind_of(post: PostMeant) -> UnitKind:
    if post.level is Level.BRANCH:
        return UnitKind.UNION_COMMUNE
    if post.level is Level.COMMUNE and not post.key.startswith(_OF_THE_UNION):
        return UnitKind.AGENCY
    return _UNIONS[post.level]


def _branch(written: str, area: Heir, known: Known) -> Seat:
    units = known.units.get(area.area_id, ())
    for kind in _BRANCHES:
        some = [one for one in units if one.kind is kind]
        if (at := branch_among(written, [one.name for one in some])) is not None:
            return Seat(UnitMeant(id=some[at].id), some[at].name, some[at])
    union = next((one.id for one in units if one.kind is UnitKind.UNION_COMMUNE), None)
    names = known.founded.setdefault(area.area_id, [])
    if (at := branch_among(written, names)) is None:
        at = len(names)
        names.append(branch_name(written))
    name = names[at]
    return _founded(UnitKind.BRANCH, name, area, union)


def _founded(kind: UnitKind, name: str, area: Heir, parent_id: int | None = None) -> Seat:
    since = area.first if area.first > UNKNOWN_START else None
    meant = UnitMeant(kind=kind, name=name, area_id=area.area_id, parent_id=parent_id, since=since)
    return Seat(meant, name)

"""Posts held: on a day as we know it now or knew it then, and a person's whole record."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, literal, null, select
from sqlalchemy.orm import Session, load_only

from elearn import areas
from elearn.people.models import OrgUnit, OrgUnitPlace, Post, Tenure
from elearn.people.rules import EndReason


@dataclass(frozen=True, slots=True)
class Term:
    """A tenure as a page tells it: the post, the unit, where that stood, and the days."""

    tenure_id: int
    person_id: int
    post: str
    org_unit: str
    place: str
    valid_from: date
    valid_to: date | None
    end_reason: EndReason | None
    decision: str | None
    post_key: str = ""
    org_unit_id: int = 0
    #: Where it stood: an area that may have ended since.
    area_id: int | None = None
    end_decision: str | None = None

    def is_held_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


_Stay = tuple[date, date | None, areas.AreaVersion]
_DAYS = (areas.AreaVersion.valid_from, areas.AreaVersion.valid_to)
_TERM = (
    *(Tenure.id, Tenure.person_id, Post.name, OrgUnit.name, literal("")),
    *(Tenure.valid_from, Tenure.valid_to, Tenure.end_reason, Tenure.decision),
    *(Tenure.post_key, Tenure.org_unit_id, null(), Tenure.end_decision),
)


def tenures_on(
    db: Session,
    day: date,
    *,
    posts: Collection[str] = (),
    paths: Iterable[str] = (),
    known_at: datetime | None = None,
) -> Sequence[Tenure]:
    """Return the tenures that held on the day, as we know it now or knew it at a moment.

    Only some posts, if any are named; only units that stood below some paths that day, if any are.
    """
    found = select(Tenure).where(Tenure.valid_on(day), _known(known_at))
    if posts:
        found = found.where(Tenure.post_key.in_(posts))
    if wanted := tuple(paths):
        found = found.where(Tenure.org_unit_id.in_(units_below(wanted, day)))
    return db.scalars(found.order_by(Tenure.id)).all()


def units_below(paths: Iterable[str], day: date) -> Select[int]:
    """Return, to be asked within a query, the keys of the units that stood below paths that day."""
    place = areas.AreaVersion
    return (
        select(OrgUnitPlace.org_unit_id)
        .join(place, place.area_id == OrgUnitPlace.area_id)
        .where(OrgUnitPlace.valid_on(day), place.valid_on(day), place.is_current())
        .where(areas.below(paths))
    )


def _known(moment: datetime | None) -> ColumnElement[bool]:
    return Tenure.is_current() if moment is None else Tenure.known_at(moment)


def terms_of(db: Session, person_ids: Collection[int], *, day: date) -> dict[int, list[Term]]:
    """Return each person's record, the latest post first; three queries for all.

    A place is told as of the day, or as of the last day of a post that had ended.
    """
    terms: dict[int, list[Term]] = {}
    for term in placed(db, unplaced_terms(db, person_ids), day):
        terms.setdefault(term.person_id, []).append(term)
    return terms


def unplaced_terms(db: Session, person_ids: Collection[int]) -> list[Term]:
    """Return all that these persons hold and held without its places, the latest first."""
    found = (
        select(*_TERM)
        .join(Post, Post.key == Tenure.post_key)
        .join(OrgUnit, OrgUnit.id == Tenure.org_unit_id)
        .where(Tenure.person_id.in_(person_ids), Tenure.is_current())
        .order_by(Tenure.valid_from.desc(), Tenure.id.desc())
    )
    return [Term(*row) for row in db.execute(found)]


def placed(db: Session, terms: Sequence[Term], day: date) -> list[Term]:
    """Return these terms, each with where its unit stood; two queries for all."""
    places = _places(db, terms, day)
    found = ((term, *places.get(term.tenure_id, ("", None))) for term in terms)
    return [replace(term, place=place, area_id=area_id) for term, place, area_id in found]


def _places(db: Session, terms: Sequence[Term], day: date) -> dict[int, tuple[str, int]]:
    """Return the full address and the area of each tenure's unit at its moment, by its key."""
    stood = _stood(db, {term.org_unit_id for term in terms})
    chosen = {
        term.tenure_id: area
        for term in terms
        for first, last, area in stood.get(term.org_unit_id, ())
        if first <= (moment := _moment(term, day)) and (last is None or moment <= last)
        if area.is_valid_on(moment)
    }
    within = areas.places_on(db, chosen.values(), day)
    return {key: (_address(area, within[area.id]), area.area_id) for key, area in chosen.items()}


def _stood(db: Session, unit_ids: Collection[int]) -> dict[int, list[_Stay]]:
    place, version = OrgUnitPlace, areas.AreaVersion
    told = load_only(version.path, version.full_name, version.area_id, *_DAYS)
    rows = db.execute(
        select(place.org_unit_id, place.valid_from, place.valid_to, version)
        .join(version, version.area_id == place.area_id)
        .where(place.org_unit_id.in_(unit_ids), version.is_current())
        .options(told)
    )
    stood: dict[int, list[_Stay]] = {}
    for unit_id, first, last, area in rows:
        stood.setdefault(unit_id, []).append((first, last, area))
    return stood


def _moment(term: Term, day: date) -> date:
    return max(term.valid_from, min(day, term.valid_to or day))


def _address(area: areas.AreaVersion, within: str) -> str:
    own = areas.in_a_sentence(area.full_name)
    return f"{own}, {within}" if within else own

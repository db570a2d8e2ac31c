"""What a slip tells besides a name: where the unit stood before, and whom to ask."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from elearn import areas, people
from elearn.access import Role
from elearn.accounts.queries.roster import held_on
from elearn.accounts.reader import role_rule_on


@dataclass(frozen=True, slots=True)
class Former:
    """Where a unit stood before, "xã Minh Khai, huyện Hưng Hà, tỉnh Thái Bình", and until when."""

    place: str
    since: date

    @property
    def day(self) -> str:
        """The first day on which it was no longer so, as it is told."""
        return f"{self.since:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask in a commune: its chair."""

    person_id: int
    post: str
    full_name: str
    phone: str | None


def former_places(db: Session, unit_ids: Collection[int], *, day: date) -> dict[int, Former]:
    """Return where each of these units stood before it stood where it stands; two queries."""
    place, version = people.OrgUnitPlace, areas.AreaVersion
    was = and_(
        version.area_id == place.area_id,
        version.is_current(),
        version.valid_from <= place.valid_to,
        or_(version.valid_to.is_(None), version.valid_to >= place.valid_to),
    )
    found = (
        select(place.org_unit_id, place.valid_to, version)
        .join(version, was)
        .where(place.org_unit_id.in_(unit_ids), place.valid_to < day)
        .order_by(place.valid_to)
    )
    last = {unit: (ended, there) for unit, ended, there in db.execute(found) if ended}
    within = areas.places_on(db, [there for _, there in last.values()], day)
    return {
        unit: Former(_address(there, within[there.id]), ended + timedelta(days=1))
        for unit, (ended, there) in last.items()
    }


def contact_in(db: Session, area_id: int, *, day: date) -> Contact | None:
    """Return the chair of a commune, if it has one with a telephone; one query."""
    posts = role_rule_on(day).posts_for(Role.ADMINISTRATOR, areas.Level.COMMUNE)
    found = (
        held_on(day)
        .with_only_columns(people.Person.id, people.Post.name)
        .add_columns(people.Person.full_name, people.Person.phone)
        .where(people.OrgUnitPlace.area_id == area_id, people.Tenure.post_key.in_(posts[:1]))
        .where(people.Person.phone.is_not(None))
        .order_by(people.Tenure.id)
        .limit(1)
    )
    row = db.execute(found).first()
    return Contact(*row) if row else None


def _address(area: areas.AreaVersion, within: str) -> str:
    return ", ".join(filter(None, (areas.in_a_sentence(area.full_name), within)))

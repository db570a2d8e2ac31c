"""A class for the branch heads of each commune that has accounts: opened now, two months to go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from elearn import areas, catalogue, classes, clock, people
from elearn.access import OPERATOR

PROGRAMME = "NV-CHI"
DAYS = 60
DECISION = "01/QĐ-HPN (minh họa)"
_OFFERED = 4  # Electives a locality offers.


def open_classes(db: Session, learners: Iterable[int], *, now: datetime) -> int:
    """Open a class of the branch heads' programme in each commune and admit the learners there.

    Return how many classes were opened: one a commune, once.
    """
    programme = catalogue.programme_by_code(db, PROGRAMME)
    opened = 0
    for place, there in _by_commune(db, set(learners), clock.day_of(now)).items():
        code = f"{PROGRAMME}-{place.code}"
        if not _is_open(db, code):
            new = _new(db, programme, place, code, clock.day_of(now))
            made = classes.open_class(db, OPERATOR, new, now=now)
            classes.admit_people(db, OPERATOR, made, there, now=now)
            opened += 1
    return opened


def _is_open(db: Session, code: str) -> bool:
    same = classes.TrainingClass.code == code
    return db.scalar(select(classes.TrainingClass.id).where(same)) is not None


def _new(
    db: Session,
    programme: catalogue.ProgrammeVersion,
    place: areas.AreaVersion,
    code: str,
    day: date,
) -> classes.NewClass:
    province = areas.ancestors(db, place, day)[-1]
    electives = catalogue.outline_of(db, programme).electives[:_OFFERED]
    return classes.NewClass(
        programme=programme,
        area_id=place.area_id,
        name=f"Chi hội trưởng {areas.in_a_sentence(place.full_name)}, khóa 1 năm {day.year}",
        organiser=f"Hội LHPN {areas.in_a_sentence(province.full_name)}",
        starts_on=day,
        ends_on=day + timedelta(days=DAYS),
        electives=frozenset(one.id for one in electives),
        decision_number=DECISION,
        decision_on=day,
        code=code,
    )


def _by_commune(
    db: Session, learners: set[int], day: date
) -> Mapping[areas.AreaVersion, list[int]]:
    """Return the learners by the commune in which they lead a branch today."""
    tenure, place, version = people.Tenure, people.OrgUnitPlace, areas.AreaVersion
    stands = and_(place.org_unit_id == tenure.org_unit_id, place.valid_on(day))
    there = and_(version.area_id == place.area_id, version.is_current(), version.valid_on(day))
    rows = db.execute(
        select(version, tenure.person_id)
        .select_from(tenure)
        .join(place, stands)
        .join(version, there)
        .where(tenure.person_id.in_(learners), tenure.post_key == "branch_head")
        .where(tenure.valid_on(day), tenure.is_current())
        .order_by(version.path, tenure.id)
    )
    found: dict[areas.AreaVersion, list[int]] = defaultdict(list)
    for commune, person_id in rows:
        found[commune].append(person_id)
    return found

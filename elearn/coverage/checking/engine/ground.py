"""A country of nothing but what a figure needs: an area a row, one post, one programme."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from elearn import areas, catalogue, people
from elearn.areas import Kind, Level
from elearn.catalogue import ContentTag
from elearn.coverage.rules import Content, Indicator, Measure, Scheme
from elearn.db import UNKNOWN_START
from elearn.text import fold, sort_key

YEAR = 2024
DAY, DONE_ON, KNOWN = date(YEAR, 12, 31), date(YEAR, 6, 1), datetime(YEAR, 1, 1, tzinfo=UTC)
COUNTRY, PROGRAMME = 1, 1
POST = GROUP = "counted"
_TAG = ContentTag.UNION_DUTY


def _indicator(measure: Measure) -> Indicator:
    content = Content(frozenset({_TAG}))
    return Indicator(GROUP, GROUP, None, measure, content, first_day=date(YEAR, 1, 1))


PERSONS, TURNS = _indicator(Measure.TRAINED), _indicator(Measure.PARTICIPATION)
SCHEME = Scheme(GROUP, GROUP, GROUP, "", YEAR, YEAR, 2, (PERSONS, TURNS), PERSONS.key)


def path_of(area_id: int) -> str:
    """Return the path of the country, or of the province made for a row."""
    return f"/{COUNTRY}/" if area_id == COUNTRY else f"/{COUNTRY}/{area_id}/"


def lay(db: Session, area_ids: list[int]) -> None:
    """Write the country with these provinces, each with one unit of the same key."""
    _lay_areas(db, area_ids)
    db.add(people.TargetGroup(key=GROUP, name=GROUP))
    db.add(people.Post(key=POST, name=POST, level=Level.PROVINCE, rank=1))
    db.flush()
    db.add(people.PostGroup(post_key=POST, group_key=GROUP, valid_from=UNKNOWN_START))
    kind = people.UnitKind.UNION_PROVINCE
    for key in area_ids:
        db.add(people.OrgUnit(id=key, kind=kind, name=f"{key}", valid_from=UNKNOWN_START))
    db.flush()
    for key in area_ids:
        db.add(people.OrgUnitPlace(org_unit_id=key, area_id=key, valid_from=UNKNOWN_START))
    _lay_programme(db)
    db.flush()


def _lay_areas(db: Session, area_ids: list[int]) -> None:
    db.add(areas.Area(id=COUNTRY, level=Level.CENTRAL))
    for key in area_ids:
        db.add(areas.Area(id=key, level=Level.PROVINCE))
    db.flush()
    db.add(_version(COUNTRY, None, Kind.COUNTRY, path_of(COUNTRY)))
    for key in area_ids:
        db.add(_version(key, COUNTRY, Kind.PROVINCE, path_of(key)))


def _version(key: int, parent_id: int | None, kind: Kind, path: str) -> areas.AreaVersion:
    name = f"{key}"
    return areas.AreaVersion(
        area_id=key,
        code=name,
        kind=kind,
        name=name,
        full_name=name,
        parent_id=parent_id,
        path=path,
        name_folded=fold(name),
        sort_key=sort_key(name),
        valid_from=UNKNOWN_START,
        recorded_at=KNOWN,
    )


def _lay_programme(db: Session) -> None:
    db.add(catalogue.Programme(id=PROGRAMME, code=GROUP))
    db.flush()
    db.add(
        catalogue.ProgrammeVersion(
            id=PROGRAMME,
            programme_id=PROGRAMME,
            number=1,
            content_hash="0" * 64,
            title=GROUP,
            organiser="",
            level=Level.PROVINCE,
            region=catalogue.Region.ALL,
            origin=catalogue.Origin.COMPOSED,
            days=1,
            periods=1,
            mode=catalogue.Mode.IN_PERSON,
            certificate=catalogue.CertificateKind.COMPLETION_STATEMENT,
            min_electives=0,
            quiz_pass_percent=0,
            valid_from=UNKNOWN_START,
            recorded_at=KNOWN,
        )
    )
    db.flush()
    db.add(catalogue.ProgrammeTag(programme_version_id=PROGRAMME, tag=_TAG))

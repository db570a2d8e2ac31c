"""Makers for coverage: a programme of a content, people in post, and those who completed it."""

from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from elearn import catalogue, clock, coverage, people
from elearn.areas import Level
from elearn.catalogue import ContentTag
from tests import bases
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import people as roster

DAY = date(2026, 11, 20)
SCHEME = "de_an_1893"
WINDOWS = {
    coverage.Measure.TRAINED_THIS_YEAR: coverage.CountingWindow.YEAR,
    coverage.Measure.CERTIFIED: coverage.CountingWindow.EVER,
    coverage.Measure.NEW_UNTRAINED: coverage.CountingWindow.EVER,
}


def programme(db: Session, code: str = "NV-CHI", *tags: ContentTag) -> catalogue.ProgrammeVersion:
    """Make a programme that counts for these contents, for union duties unless told."""
    version = teaching.programme(db, code)
    for one in tags or (ContentTag.UNION_DUTY,):
        db.add(tag(version.id, one))
    db.flush()
    return version


def tag(version_id: int, of: ContentTag = ContentTag.UNION_DUTY) -> catalogue.ProgrammeTag:
    return catalogue.ProgrammeTag(programme_version_id=version_id, tag=of)


def head(
    db: Session, name: str = "Nguyễn Thị Hường", *, at: people.OrgUnit | None = None
) -> people.Person:
    """Make a head of a branch of Xã Hưng Hà, or of another branch."""
    unit = at or roster.org_unit(db, "Chi hội thôn Đông", kind=people.UnitKind.BRANCH)
    return roster.tenure(db, roster.person(db, name), at=unit, post="branch_head").person


def trained(
    db: Session,
    person: people.Person,
    version: catalogue.ProgrammeVersion,
    on: date = date(2025, 3, 8),
) -> None:
    """Have a person complete a programme on a day."""
    studying.completion(
        db, person, version.id, at=datetime(on.year, on.month, on.day, 5, tzinfo=UTC)
    )


def scheme(key: str = SCHEME) -> coverage.Scheme:
    return coverage.scheme_by_key(coverage.schemes(), key)


def indicator(
    group: str = "branch_head",
    level: Level | None = Level.BRANCH,
    *,
    measure: coverage.Measure = coverage.Measure.TRAINED,
    content: coverage.Content | None = None,
    targets: tuple[coverage.Target, ...] = (),
) -> coverage.Indicator:
    """Make a figure to be counted: branch heads trained in union duties, unless told."""
    wanted = content or coverage.Content(frozenset({ContentTag.UNION_DUTY}))
    return coverage.Indicator(
        *(group, "Chi hội trưởng phụ nữ", level, measure, wanted, targets),
        window=WINDOWS.get(measure, coverage.CountingWindow.SCHEME),
        first_day=date(2019, 1, 1),
        decimals=1,
    )


def scheme_of(*indicators: coverage.Indicator) -> coverage.Scheme:
    """Make a scheme of 2019–2025 that is judged by these figures."""
    lead = indicators[0].key
    return coverage.Scheme("x", "Đề án X", "Đề án X", "", 2019, 2025, 1, indicators, lead)


def counted(db: Session, *schemes: coverage.Scheme) -> tuple[coverage.Scheme, ...]:
    """Count these schemes, or all, on every map, and return them as they are known."""
    db.flush()
    coverage.load_definitions(db, schemes, now=clock.now())
    keys = [one.key for one in schemes]
    for _ in coverage.rebuild(bases.within(db.connection()), keys):
        pass
    return tuple(one for one in coverage.schemes_known(db) if not keys or one.key in keys)


def three_heads(db: Session) -> list[people.Person]:
    """Make three heads of branches of Xã Hưng Hà, of whom the first is trained."""
    found = [head(db, name) for name in ("Bùi Thị Thoa", "Vũ Thị Ngát", "Lê Thị Dung")]
    trained(db, found[0], programme(db))
    return found

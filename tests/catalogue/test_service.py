"""Loading again changes only what differs, and what people have studied is never rewritten."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from elearn import catalogue
from elearn.catalogue import Catalogue, Lecture, LectureVersion, ProgrammeVersion
from elearn.db import Change
from elearn.people import TargetGroup

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)
WEDNESDAY = datetime(2026, 3, 4, 1, tzinfo=UTC)


@pytest.fixture
def loaded(db: Session, small: Catalogue) -> catalogue.Report:
    return catalogue.load(db, small, now=MONDAY)


def retitled(small: Catalogue, title: str) -> Catalogue:
    first, *others = small.lectures
    return replace(small, lectures=(replace(first, title=title), *others))


def without_last_lecture(small: Catalogue) -> Catalogue:
    """Return the catalogue without BG-04, its module, and the programme made of that alone."""
    branch = replace(small.programmes[0], modules=small.programmes[0].modules[:2])
    return replace(
        small, lectures=small.lectures[:3], modules=small.modules[:2], programmes=(branch,)
    )


def outbox(db: Session, since: datetime) -> set[tuple[str, str]]:
    rows = db.execute(select(Change.kind, Change.key).where(Change.at == since))
    return {(kind, key) for kind, key in rows}


def test_a_first_load_enters_everything(db, small, loaded):
    assert loaded.lectures.added == ("BG-01", "BG-02", "BG-03", "BG-04")
    assert loaded.modules.added == ("CD-1", "CD-2", "CD-3")
    assert loaded.programmes.added == ("CT-CHI", "CT-CU")
    assert len(outbox(db, MONDAY)) == 9


def test_the_same_load_again_writes_nothing(db, small, loaded, count_queries):
    with count_queries() as queries:
        again = catalogue.load(db, small, now=TUESDAY)

    assert again.is_quiet
    assert (again.lectures.unchanged, again.programmes.unchanged) == (4, 2)
    assert all(query.startswith("SELECT") for query in queries)
    assert len(queries) == 7


def test_a_changed_title_makes_a_second_version_and_keeps_the_first(db, small, loaded):
    report = catalogue.load(db, retitled(small, "Mở đầu cho khéo"), now=TUESDAY)

    assert report.lectures.changed == ("BG-01",)
    lecture = catalogue.lecture_by_code(db, "BG-01")
    first, second = db.scalars(
        select(LectureVersion)
        .where(LectureVersion.lecture_id == lecture.id)
        .order_by(LectureVersion.number)
    )
    assert (first.title, first.superseded_at) == ("Mở đầu buổi sinh hoạt chi hội", TUESDAY)
    assert (second.title, second.number, second.recorded_at) == ("Mở đầu cho khéo", 2, TUESDAY)
    assert lecture.current is second
    assert outbox(db, TUESDAY) == {("lecture", "BG-01")}


def test_a_title_that_returns_is_a_third_version(db, small, loaded):
    catalogue.load(db, retitled(small, "Mở đầu cho khéo"), now=TUESDAY)
    catalogue.load(db, small, now=WEDNESDAY)

    assert catalogue.lecture_by_code(db, "BG-01").current.number == 3


def test_what_vanished_is_kept_and_marked_with_the_day(db, small, loaded):
    report = catalogue.load(db, without_last_lecture(small), now=TUESDAY)

    assert report.lectures.gone == ("BG-04",)
    assert report.modules.gone == ("CD-3",)
    assert report.programmes.gone == ("CT-CU",)
    gone = catalogue.lecture_by_code(db, "BG-04")
    assert gone.withdrawn_on == TUESDAY.date()
    assert gone.title == "An toàn trên mạng"
    assert gone not in catalogue.lectures(db)
    assert ("lecture", "BG-04") in outbox(db, TUESDAY)


def test_what_stays_away_is_told_once(db, small, loaded):
    catalogue.load(db, without_last_lecture(small), now=TUESDAY)

    assert catalogue.load(db, without_last_lecture(small), now=WEDNESDAY).is_quiet


def test_what_returns_as_it_was_takes_up_its_version_again(db, small, loaded):
    catalogue.load(db, without_last_lecture(small), now=TUESDAY)

    report = catalogue.load(db, small, now=WEDNESDAY)

    assert report.lectures.changed == ("BG-04",)
    lecture = catalogue.lecture_by_code(db, "BG-04")
    assert (lecture.withdrawn_on, lecture.current.number) == (None, 1)


def test_another_order_of_modules_is_a_new_version_of_the_programme_alone(db, small, loaded):
    branch, trainers = small.programmes
    turned = replace(branch, modules=tuple(reversed(branch.modules)))

    report = catalogue.load(db, replace(small, programmes=(turned, trainers)), now=TUESDAY)

    assert report.programmes.changed == ("CT-CHI",)
    assert report.modules.is_quiet
    version = catalogue.programme_by_code(db, "CT-CHI")
    assert version.number == 2
    assert catalogue.outline_of(db, version).modules[0].code == "CD-3"


def test_target_groups_keep_the_name_they_have(db, small):
    db.merge(TargetGroup(key="branch_head", name="Chi hội trưởng"))

    catalogue.load(db, small, now=MONDAY)

    assert db.get_one(TargetGroup, "branch_head").name == "Chi hội trưởng"
    assert db.get_one(TargetGroup, "trainer").name


def test_a_version_cannot_be_altered(db, small, loaded):
    version = catalogue.programme_by_code(db, "CT-CHI")
    version.title = "Khác"

    with pytest.raises(ValueError, match=r"never altered: \['title'\]"):
        db.flush()


def test_every_lecture_has_one_current_version(db, small, loaded):
    catalogue.load(db, retitled(small, "Mở đầu cho khéo"), now=TUESDAY)

    current = select(func.count()).select_from(LectureVersion).where(LectureVersion.is_current())
    assert db.scalar(current) == db.scalar(select(func.count()).select_from(Lecture))


def test_dates_and_closing_of_a_programme_are_kept(db, small, loaded):
    old: ProgrammeVersion = catalogue.programme_by_code(db, "CT-CU")

    assert (old.valid_from.year, old.valid_to) == (2019, small.programmes[1].valid_to)
    assert (old.classes_per_province, old.min_class_size) == (1, 100)

"""Published, exported, read and loaded: the database and the folder agree, and stay so."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from elearn import catalogue
from elearn.access import OPERATOR
from elearn.catalogue.queries import published
from elearn.catalogue.writer import write
from tests.catalogue.nasty import nasty
from tests.make import catalogue as make

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)
WEDNESDAY = datetime(2026, 3, 4, 1, tzinfo=UTC)


@pytest.fixture
def loaded(db, small):
    return catalogue.load(db, small, now=MONDAY)


def publish_all(db, wanted):
    """Publish these lectures and modules as an instructor does."""
    for text in wanted.lectures:
        lecture = catalogue.lecture_by_code(db, text.code)
        catalogue.publish_lecture(db, OPERATOR, lecture, text, now=TUESDAY)
    for text in wanted.modules:
        module = catalogue.module_by_code(db, text.code)
        catalogue.publish_module(db, OPERATOR, module, text, now=TUESDAY)


def test_what_was_loaded_is_exported_as_it_was(db, loaded, folder, count_queries):
    with count_queries() as queries:
        found = published(db)

    assert len(queries) <= 16
    assert write(folder, found).written == ()


def test_what_was_loaded_fills_an_empty_folder_that_loads_the_same(db, small, loaded, tmp_path):
    write(tmp_path / "new", published(db))

    again = catalogue.read(tmp_path / "new")

    assert (again.lectures, again.modules) == (small.lectures, small.modules)
    assert catalogue.load(db, again, now=TUESDAY).is_quiet


def test_what_was_withdrawn_is_not_exported(db, loaded, tmp_path):
    for code in ("CT-CHI", "CT-CU"):
        catalogue.programme_by_code(db, code).programme.withdrawn_on = MONDAY.date()
    catalogue.module_by_code(db, "CD-3").withdrawn_on = MONDAY.date()
    catalogue.lecture_by_code(db, "BG-04").withdrawn_on = MONDAY.date()

    found = published(db)

    assert [text.code for text in found.lectures] == ["BG-01", "BG-02", "BG-03"]
    assert [text.code for text in found.modules] == ["CD-1", "CD-2"]
    assert found.programmes == ()


def test_anything_published_comes_back_and_counts_as_unedited(db, small, loaded, folder):
    wanted = nasty(small, 101)
    publish_all(db, wanted)
    assert len(catalogue.load(db, small, now=WEDNESDAY).lectures.skipped) == 4

    write(folder, published(db))
    back = catalogue.load(db, catalogue.read(folder), now=WEDNESDAY)
    again = catalogue.load(db, catalogue.read(folder), now=WEDNESDAY)

    assert (len(back.lectures.settled), len(back.modules.settled)) == (4, 3)
    assert not any(kind.changed or kind.skipped for kind in back.kinds)
    assert again.is_quiet
    assert len(catalogue.load(db, small, now=WEDNESDAY).lectures.changed) == 4


def test_what_was_made_in_the_system_belongs_to_the_folder_once_it_is_loaded(
    db, small, loaded, folder: Path
):
    text = replace(small.lectures[0], code="BG-0001", slides=())
    catalogue.publish_lecture(db, OPERATOR, None, text, now=TUESDAY)
    make.module_like(db, "CD-1", "CD-0001", now=TUESDAY, lectures=("BG-0001",))
    write(folder, published(db))

    report = catalogue.load(db, catalogue.read(folder), now=WEDNESDAY)

    assert (report.lectures.settled, report.modules.settled) == (("BG-0001",), ("CD-0001",))
    assert catalogue.load(db, small, now=WEDNESDAY).lectures.gone == ("BG-0001",)


def test_an_export_is_the_systems_word_where_both_have_moved_on(db, loaded, folder: Path):
    make.edit_lecture(db, "BG-01", now=TUESDAY, title="Tên trên hệ thống")
    path = folder / "BG-01" / "lecture.md"
    path.write_text(path.read_text().replace("minutes: 20", "minutes: 25"))

    assert write(folder, published(db)).written == ("BG-01/lecture.md",)

    assert "title: Tên trên hệ thống\n" in path.read_text()
    assert "planned_minutes: 20\n" in path.read_text()

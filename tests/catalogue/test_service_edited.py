"""What was edited or made in the system stays as it is there, and a load says so."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from elearn import catalogue, media
from elearn.access import OPERATOR
from elearn.audit import AuditEntry
from elearn.catalogue import LectureVersion, ModuleVersion
from elearn.catalogue.queries import programme_texts
from elearn.catalogue.service.kinds import PROGRAMMES
from elearn.catalogue.service.writing import write_versions
from elearn.db import Change
from elearn.errors import NotFound
from elearn.people import TargetGroup
from tests.make import catalogue as make
from tests.make import media as make_media

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)
WEDNESDAY = datetime(2026, 3, 4, 1, tzinfo=UTC)


@pytest.fixture
def loaded(db, small):
    return catalogue.load(db, small, now=MONDAY)


@pytest.fixture
def edited(db, loaded):
    """The lecture BG-01, retitled in the system."""
    return make.edit_lecture(db, "BG-01", now=TUESDAY, title="Tên trên hệ thống")


def reworded(small, code, **words):
    """Return the folder with other words in one lecture."""
    texts = (replace(text, **words) if text.code == code else text for text in small.lectures)
    return replace(small, lectures=tuple(texts))


def without_bg_04(small):
    """Return the folder without BG-04, its module, and the programme made of that alone."""
    branch = replace(small.programmes[0], modules=small.programmes[0].modules[:2])
    return replace(
        small, lectures=small.lectures[:3], modules=small.modules[:2], programmes=(branch,)
    )


def written(db, since):
    return db.scalar(select(func.count()).where(Change.at == since))


def test_an_edited_lecture_is_left_alone_and_told(db, small, edited, count_queries):
    with count_queries() as queries:
        report = catalogue.load(db, small, now=WEDNESDAY)

    assert report.lectures.skipped == ("BG-01",)
    assert (report.is_quiet, report.lectures.unchanged) == (True, 3)
    assert edited.title == "Tên trên hệ thống"
    assert all(query.startswith("SELECT") for query in queries)


def test_it_is_left_alone_when_the_folder_has_moved_on_as_well(db, small, edited):
    folder = reworded(small, "BG-01", title="Tên mới trong thư mục")

    for _ in range(2):
        report = catalogue.load(db, folder, now=WEDNESDAY)

    assert report.lectures.skipped == ("BG-01",)
    assert edited.title == "Tên trên hệ thống"


def test_the_others_are_loaded_all_the_same(db, small, edited):
    report = catalogue.load(db, reworded(small, "BG-02", title="Sổ"), now=WEDNESDAY)

    assert (report.lectures.changed, report.lectures.skipped) == (("BG-02",), ("BG-01",))


def test_it_is_overwritten_when_somebody_says_so_by_its_code(db, small, edited):
    report = catalogue.load(db, small, now=WEDNESDAY, overwrite=["BG-01"])

    assert (report.lectures.changed, report.lectures.skipped) == (("BG-01",), ())
    assert (edited.title, edited.current.number) == (small.lectures[0].title, 3)
    [entry] = db.scalars(select(AuditEntry).where(AuditEntry.action == "overwrite"))
    assert (entry.subject, entry.details) == ("lecture", {"code": "BG-01"})


def test_once_overwritten_it_follows_the_folder_again(db, small, edited):
    catalogue.load(db, small, now=WEDNESDAY, overwrite=["BG-01"])

    report = catalogue.load(db, reworded(small, "BG-01", title="Tiếp"), now=WEDNESDAY)

    assert (report.lectures.changed, edited.title) == (("BG-01",), "Tiếp")


def test_to_overwrite_what_nobody_edited_changes_nothing(db, small, loaded):
    assert catalogue.load(db, small, now=TUESDAY, overwrite=["BG-01", "CD-2"]).is_quiet


@pytest.mark.parametrize("code", ["BG-99", "BG-0001"])
def test_an_unknown_code_is_refused_before_anything_is_written(db, small, loaded, code):
    made = replace(small.lectures[0], code="BG-0001")
    catalogue.publish_lecture(db, OPERATOR, None, made, now=MONDAY)
    folder = replace(reworded(small, "BG-02", title="Sổ"), groups=(("new_group", "nhóm mới"),))

    with pytest.raises(NotFound, match=f"Thư mục không có {code}; chưa nạp gì cả"):
        catalogue.load(db, folder, now=TUESDAY, overwrite=["BG-01", code])

    assert written(db, TUESDAY) == 0
    assert db.get(TargetGroup, "new_group") is None


def test_what_was_made_in_the_system_is_no_affair_of_the_folder(db, small, loaded):
    made = replace(small.lectures[0], code="BG-0001")
    catalogue.publish_lecture(db, OPERATOR, None, made, now=TUESDAY)
    make.module_like(db, "CD-1", "CD-0001", now=TUESDAY, lectures=("BG-0001", "BG-02"))

    report = catalogue.load(db, small, now=WEDNESDAY)

    assert report == catalogue.load(db, small, now=WEDNESDAY)
    assert (report.is_quiet, report.lectures.kept, report.modules.kept) == (True, (), ())
    assert catalogue.lecture_by_code(db, "BG-0001").withdrawn_on is None
    assert catalogue.module_by_code(db, "CD-0001").withdrawn_on is None


def test_what_was_edited_and_is_gone_from_the_folder_is_kept_and_told(db, small, loaded):
    lecture = make.edit_lecture(db, "BG-04", now=TUESDAY, title="Tên trên hệ thống")

    report = catalogue.load(db, without_bg_04(small), now=WEDNESDAY)

    assert (report.lectures.gone, report.lectures.kept) == ((), ("BG-04",))
    assert report.modules.gone == ("CD-3",)
    assert lecture.withdrawn_on is None


def test_what_was_edited_and_is_gone_is_withdrawn_when_somebody_says_so(db, small, loaded):
    make.edit_lecture(db, "BG-04", now=TUESDAY, title="Tên trên hệ thống")

    report = catalogue.load(db, without_bg_04(small), now=WEDNESDAY, overwrite=["BG-04"])

    assert report.lectures.gone == ("BG-04",)


def test_what_a_module_of_the_system_still_needs_is_kept(db, small, loaded):
    made = make.module_like(db, "CD-3", "CD-0001", now=TUESDAY)

    report = catalogue.load(db, without_bg_04(small), now=WEDNESDAY)

    assert (report.modules.gone, report.lectures.kept) == (("CD-3",), ("BG-04",))
    made.withdrawn_on = WEDNESDAY.date()
    assert catalogue.load(db, without_bg_04(small), now=WEDNESDAY).lectures.gone == ("BG-04",)


def test_an_edited_module_keeps_its_lectures_and_its_place(db, small, loaded):
    make.edit_module(
        db, "CD-1", now=TUESDAY, title="Tên trên hệ thống", lectures=("BG-04", "BG-01")
    )

    report = catalogue.load(db, without_bg_04(small), now=WEDNESDAY)

    assert (report.modules.skipped, report.lectures.kept) == (("CD-1",), ("BG-04",))
    outline = catalogue.outline_of(db, catalogue.programme_by_code(db, "CT-CHI"))
    assert [lecture.code for lecture in outline.modules[0].lectures] == ["BG-04", "BG-01"]


def test_programmes_follow_the_same_rule(db, small, loaded):
    programme = catalogue.programme_by_code(db, "CT-CHI").programme
    text = replace(programme_texts(db, [programme.id])["CT-CHI"], title="Tên trên hệ thống")
    keys = {code: catalogue.module_by_code(db, code).id for code in ("CD-1", "CD-2", "CD-3")}
    write_versions(db, PROGRAMMES, [(programme, text)], keys, TUESDAY)

    report = catalogue.load(db, small, now=WEDNESDAY)

    assert report.programmes.skipped == ("CT-CHI",)
    assert catalogue.programme_by_code(db, "CT-CHI").title == "Tên trên hệ thống"


def test_where_the_folder_comes_to_say_the_same_it_counts_as_unedited(db, small, edited):
    same = reworded(small, "BG-01", title="Tên trên hệ thống")

    report = catalogue.load(db, same, now=WEDNESDAY)

    assert (report.lectures.settled, report.lectures.changed) == (("BG-01",), ())
    assert written(db, WEDNESDAY) == 0
    assert catalogue.load(db, same, now=WEDNESDAY).is_quiet
    assert catalogue.load(db, small, now=WEDNESDAY).lectures.changed == ("BG-01",)


def test_target_groups_in_another_order_say_the_same(db, small):
    both = reworded(small, "BG-01", groups=("trainer", "branch_head"))
    catalogue.load(db, both, now=MONDAY)

    turned = reworded(small, "BG-01", groups=("branch_head", "trainer"))
    assert catalogue.load(db, turned, now=TUESDAY).is_quiet


def test_the_film_and_captions_of_an_edited_lecture_are_not_the_folders(db, small, edited):
    version = make_media.medium_version(db)
    catalogue.set_medium(db, OPERATOR, edited, version.medium_id, now=TUESDAY)
    folder = reworded(small, "BG-01", captions="WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nMột.\n")

    assert catalogue.load(db, folder, now=WEDNESDAY).captioned == ()
    assert edited.medium_id == version.medium_id
    assert media.caption_in(db, version.id, "vi") is None


def test_the_products_own_folder_leaves_what_another_has_said_since(db, small):
    catalogue.load(db, small, now=MONDAY, is_packaged=True)
    other = reworded(without_bg_04(small), "BG-01", title="Bài của trường")
    catalogue.load(db, other, now=TUESDAY)

    report = catalogue.load(
        db, reworded(small, "BG-02", title="Sổ"), now=WEDNESDAY, is_packaged=True
    )

    assert (report.lectures.changed, report.lectures.skipped) == (("BG-02",), ("BG-01",))
    assert catalogue.lecture_by_code(db, "BG-01").title == "Bài của trường"
    assert catalogue.lecture_by_code(db, "BG-04").withdrawn_on == TUESDAY.date()


def test_a_lecture_that_only_another_folder_has_stays_when_the_set_up_runs(db, small):
    catalogue.load(db, without_bg_04(small), now=MONDAY, is_packaged=True)
    catalogue.load(db, small, now=TUESDAY)

    assert catalogue.load(db, without_bg_04(small), now=WEDNESDAY, is_packaged=True).is_quiet
    assert catalogue.lecture_by_code(db, "BG-04").withdrawn_on is None


def test_every_thing_has_one_current_version_whatever_was_done(db, small, edited):
    make.edit_module(db, "CD-1", now=TUESDAY, title="Khác")
    catalogue.load(db, small, now=WEDNESDAY, overwrite=["BG-01", "CD-1"])

    for table, count in ((LectureVersion, 4), (ModuleVersion, 3)):
        current = select(func.count()).select_from(table).where(table.is_current())
        assert db.scalar(current) == count

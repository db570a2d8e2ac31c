"""The folder is read as a whole, or refused with every problem in it."""

from pathlib import Path

import pytest

from elearn.catalogue import (
    Block,
    Catalogue,
    CertificateKind,
    ContentTag,
    Slide,
    read,
)
from tests.catalogue.spoiling import problems_of, spoil


def test_a_lecture_is_read_with_its_front_matter_body_and_slides(small: Catalogue):
    lecture = small.lectures[1]

    assert (lecture.code, lecture.title) == ("BG-02", "Ghi sổ hội phí")
    assert lecture.tags == (ContentTag.POSITION_SKILLS, ContentTag.UNION_DUTY)
    assert lecture.objectives.skills == ("Làm được việc này trong một buổi.",)
    assert lecture.body == "Bài này nói về *ghi sổ hội phí*."
    assert lecture.slides[1] == Slide("Tóm lại", (), "Làm đều thì nhẹ.")


def test_the_sentences_of_a_narration_keep_their_lines(small: Catalogue):
    first = small.lectures[0].slides[0]

    assert first.narration == "Chào các chị.\nBài này nói về hai việc."
    assert first.points == ("Việc thứ nhất", "Việc thứ hai")


def test_a_programme_is_read_with_its_modules_in_order(small: Catalogue):
    branch, trainers = small.programmes

    assert [place.module for place in branch.modules] == ["CD-1", "CD-2", "CD-3"]
    assert [place.is_required for place in branch.modules] == [True, False, False]
    assert branch.certificate is CertificateKind.COMPLETION_STATEMENT
    assert trainers.modules[0].block is Block.COMMON
    assert (trainers.planned_to_year, trainers.min_class_size) == (2025, 100)


def test_the_hash_is_of_the_words_and_not_of_the_file(folder: Path, small: Catalogue):
    spoil(
        folder, "BG-01/lecture.md", "region: all\nblock: required", "block: required\nregion: all"
    )

    assert read(folder).lectures[0].content_hash == small.lectures[0].content_hash


LECTURE, SLIDES, CATALOGUE = "BG-01/lecture.md", "BG-01/slides.md", "catalogue.yaml"

TITLE = "title: Mở đầu buổi sinh hoạt chi hội\n"


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (LECTURE, TITLE, "", "dòng 2: thiếu title"),
        (LECTURE, TITLE, "title: ''\n", "dòng 3: title còn trống"),
        (LECTURE, TITLE, "title: 2026\n", "dòng 3: title phải là chữ"),
        (LECTURE, TITLE, TITLE + TITLE, "dòng 4: title ghi hai lần"),
        (LECTURE, TITLE, TITLE + "tite: x\n", "dòng 4: không có mục nào tên là tite"),
        (LECTURE, TITLE, "title:\tx\n", "dòng 3: có dấu tab; thay bằng dấu cách"),
        (LECTURE, "Mở", "Mo\u031b\u0309", "dòng 3: có dấu viết rời (NFD)"),
        (LECTURE, TITLE, "title: a: b\n", "dòng 3: YAML sai cú pháp"),
        (LECTURE, "---\n", "", "dòng 1: dòng đầu phải là ---"),
        (LECTURE, "\n---\n\nBài", "\n\nBài", "dòng 1: phần khai báo chưa được đóng"),
        (LECTURE, "Bài này nói về *mở đầu buổi sinh hoạt chi hội*.", "", "thiếu phần giới thiệu"),
        (LECTURE, "*mở đầu buổi sinh hoạt chi hội*", "[" * 5_000, "Một đoạn có quá nhiều dấu"),
        (LECTURE, "id: BG-01", "id: BG-09", "dòng 2: id là “BG-09”, thư mục là BG-01"),
        (LECTURE, "id: BG-01", "id: bài 1", "dòng 2: mã “bài 1” chỉ được gồm A–Z, 0–9 và -"),
        (LECTURE, "[CD-1]", "[CD-3]", "dòng 4: modules ghi CD-3, catalogue.yaml xếp bài này vào"),
        (LECTURE, "minutes: 20", "minutes: lâu", "dòng 5: planned_minutes phải là số nguyên"),
        (LECTURE, "minutes: 20", "minutes: 0", "dòng 5: planned_minutes phải từ 1 đến 240"),
        (LECTURE, "[branch_head]", "[chair]", "dòng 6: groups ghi chair, không có mục ấy"),
        (LECTURE, "[branch_head]", "branch_head", "dòng 6: groups phải là danh sách"),
        (LECTURE, "region: all", "region: north", "dòng 7: region không có “north”, chỉ có: all"),
        (LECTURE, "[union_duty]", "[duty]", "dòng 9: content_tags không có “duty”"),
        (LECTURE, "[union_duty]", "[]", "dòng 9: content_tags còn trống"),
        (LECTURE, "illustrative: true", "illustrative: có", "dòng 11: illustrative phải là true"),
        (LECTURE, "  skills:", "  skill:", "dòng 15: không có mục nào tên là skill"),
        (LECTURE, "origin: composed", "origin: composed\nsource: X", "source ghi X, không có mục"),
        (SLIDES, "# Tóm lại\n", "", "dòng 11: trang chiếu thiếu tiêu đề"),
        (SLIDES, "> Làm đều thì nhẹ.\n", "", "dòng 10: trang chiếu thiếu lời giảng"),
        (SLIDES, "\n---\n", "", "dòng 1: trang chiếu có nhiều tiêu đề"),
        (SLIDES, "- Việc thứ hai", "Việc thứ hai", "dòng 3: dòng của trang chiếu bắt đầu bằng"),
        (SLIDES, "- Việc thứ hai", "- ", "dòng 1: trang chiếu có gạch đầu dòng trống"),
        (CATALOGUE, "schema_version: 1", "schema_version: 2", "schema_version phải từ 1 đến 1"),
        (CATALOGUE, "code: CD-2", "code: CD-1", "dòng 22: mã CD-1 đã dùng ở trên"),
        (CATALOGUE, "code: CD-2", "code: cd 2", "dòng 22: mã “cd 2” chỉ được gồm A–Z, 0–9 và -"),
        (CATALOGUE, "[BG-04]", "[BG-05]", "dòng 34: lectures ghi BG-05, không có mục ấy"),
        (CATALOGUE, "[BG-04]", "[BG-04, BG-04]", "dòng 34: lectures ghi BG-04 hai lần"),
        (CATALOGUE, "{code: CD-2,", "{code: CD-9,", "dòng 56: không có chuyên đề CD-9"),
        (CATALOGUE, "{code: CD-2,", "{code: CD-1,", "dòng 56: chuyên đề CD-1 ghi hai lần"),
        (
            CATALOGUE,
            "CD-2, required: false",
            "CD-2, required: true",
            "dòng 56: required: false khi",
        ),
        (CATALOGUE, "min_electives: 1", "min_electives: 3", "min_electives phải từ 0 đến 2"),
        (CATALOGUE, "required_modules: all", "required_modules: two", "chỉ có thể là all"),
        (CATALOGUE, "giay_chung_nhan", "diploma", "certificate không có “diploma”"),
        (CATALOGUE, "valid_to: 2025-06-30", "valid_to: 2025-06-31", "không phải ngày có thật"),
        (CATALOGUE, "valid_to: 2025-06-30", "valid_to: 2018-06-30", "đứng trước valid_from"),
        (CATALOGUE, "years: [2019, 2025]", "years: [2025]", "years phải là [năm đầu, năm cuối]"),
        (CATALOGUE, "[trainer]", "[chair]", "target_groups ghi chair, không có mục ấy"),
        (CATALOGUE, "modules:\n", "modules: none\nmodule:\n", "modules phải là danh sách"),
        (CATALOGUE, "  - code: CD-1\n", "  - CD-1\n  - code: CD-1\n", "modules phải là khóa"),
    ],
)
def test_a_problem_is_told_with_its_file_and_line(folder, name, old, new, problem):
    spoil(folder, name, old, new)

    found = problems_of(folder)

    assert any(one.startswith(f"lectures/{name}") and problem in one for one in found), found


def test_all_problems_are_told_at_once_in_the_order_of_the_files(folder: Path):
    spoil(folder, "BG-02/lecture.md", "region: all", "region: x")
    spoil(folder, "BG-02/lecture.md", "title: Ghi sổ hội phí\n", "")
    spoil(folder, "BG-01/slides.md", "# Tóm lại", "#")
    (folder / "BG-03" / "lecture.md").unlink()

    assert problems_of(folder) == [
        "lectures/BG-01/slides.md, dòng 10: trang chiếu thiếu tiêu đề",
        "lectures/BG-02/lecture.md, dòng 2: thiếu title",
        "lectures/BG-02/lecture.md, dòng 6: region không có “x”, chỉ có: all, delta, mountain",
        "lectures/BG-03/lecture.md: thiếu tệp này",
    ]

"""The shell tells what a load changed, and every problem that keeps it from loading."""

from pathlib import Path

from elearn import catalogue
from elearn.catalogue.commands import group
from tests.catalogue.conftest import SMALL


def test_a_load_tells_what_is_new_and_a_second_that_nothing_is(runner, db):
    first = runner.invoke(group, ["load", str(SMALL)])
    second = runner.invoke(group, ["load", str(SMALL)])

    assert "Đã đọc 4 bài giảng, 3 chuyên đề, 2 chương trình." in first.output
    assert "Bài giảng: 4 mới, 0 đổi, 0 thôi dùng, 0 giữ nguyên" in first.output
    assert "Bài giảng: 0 mới, 0 đổi, 0 thôi dùng, 4 giữ nguyên" in second.output
    assert len(catalogue.lectures(db)) == 4


def test_a_load_names_what_changed(runner, folder: Path):
    runner.invoke(group, ["load", str(folder)])
    path = folder / "BG-02" / "lecture.md"
    path.write_text(path.read_text().replace("Ghi sổ hội phí", "Ghi sổ cho gọn", 1))

    assert "đổi: BG-02" in runner.invoke(group, ["load", str(folder)]).output


def test_a_folder_with_problems_is_refused_as_a_whole(runner, db, folder: Path):
    (folder / "BG-01" / "slides.md").unlink()
    (folder / "BG-02" / "slides.md").unlink()

    refused = runner.invoke(group, ["load", str(folder)])

    assert refused.exit_code == 1
    assert "Còn 2 chỗ cần sửa; chưa nạp gì cả." in refused.output
    assert "lectures/BG-01/slides.md: thiếu tệp này" in refused.output
    assert "lectures/BG-02/slides.md: thiếu tệp này" in refused.output
    assert catalogue.lectures(db) == []


def test_checking_tells_the_problems_and_needs_no_database(runner, folder: Path):
    assert (
        "Không có chỗ nào cần sửa: 4 bài giảng"
        in runner.invoke(group, ["check", str(folder)], obj=None).output
    )

    (folder / "BG-01" / "slides.md").unlink()
    assert runner.invoke(group, ["check", str(folder)], obj=None).exit_code == 1

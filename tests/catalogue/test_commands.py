"""The shell tells what a load changed, and every problem that keeps it from loading."""

from pathlib import Path

from elearn import catalogue, clock
from elearn.catalogue.commands import group
from tests.catalogue.conftest import SMALL
from tests.make import catalogue as make
from tests.make import media as make_media


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


def test_a_load_names_what_it_left_to_the_system_and_how_to_overwrite_it(runner, db):
    runner.invoke(group, ["load", str(SMALL)])
    make.edit_lecture(db, "BG-01", now=clock.now(), title="Tên trên hệ thống")
    db.commit()

    told = runner.invoke(group, ["load", str(SMALL)]).output

    assert "Bài giảng: 0 mới, 0 đổi, 0 thôi dùng, 3 giữ nguyên\n" in told
    assert "  sửa trên hệ thống, bỏ qua: BG-01\n" in told
    assert "--overwrite ID" in told
    overwritten = runner.invoke(group, ["load", str(SMALL), "--overwrite", "BG-01"]).output
    assert "  đổi: BG-01\n" in overwritten
    assert "bỏ qua" not in overwritten


def test_an_unknown_code_to_overwrite_is_refused(runner, db):
    refused = runner.invoke(
        group, ["load", str(SMALL), "--overwrite", "BG-01", "--overwrite", "X-1"]
    )

    assert refused.exit_code == 1
    assert "Thư mục không có X-1; chưa nạp gì cả." in refused.output
    assert catalogue.lectures(db) == []


def test_an_export_tells_what_it_wrote_and_what_it_does_not_know(runner, db, folder: Path):
    runner.invoke(group, ["load", str(folder)])
    make.edit_lecture(db, "BG-01", now=clock.now(), title="Tên trên hệ thống")
    catalogue.programme_by_code(db, "CT-CHI").programme.withdrawn_on = clock.today()
    db.commit()

    told = runner.invoke(group, ["export", str(folder)]).output

    assert "Đã xuất 4 bài giảng, 3 chuyên đề, 1 chương trình: ghi 1 tệp.\n" in told
    assert "  ghi: BG-01/lecture.md\n" in told
    assert "  hệ thống không có hoặc đã thôi dùng, để nguyên: CT-CHI\n" in told
    assert "0 đổi" in runner.invoke(group, ["load", str(folder)]).output


def test_an_export_into_another_folder_is_refused(runner, tmp_path: Path):
    (tmp_path / "thư.txt").write_text("không phải bài giảng")

    refused = runner.invoke(group, ["export", str(tmp_path)])

    assert refused.exit_code == 1
    assert "không trống và không có catalogue.yaml; chưa ghi gì cả." in refused.output


def test_a_lecture_is_given_its_film_and_the_shell_says_which(runner, db):
    lecture = make.lecture(db, "BG-01")
    version = make_media.medium_version(db, make_media.medium(db, "Ghi sổ"))
    db.commit()

    told = runner.invoke(group, ["film", "BG-01", str(version.medium_id)])

    assert told.output == f"Bài BG-01 dùng video số {version.medium_id}: Ghi sổ (Sẵn sàng).\n"
    db.refresh(lecture)
    assert lecture.medium_id == version.medium_id


def test_a_film_that_does_not_exist_is_refused(runner, db):
    make.lecture(db, "BG-01")
    db.commit()

    assert "Không có tệp video số 99" in runner.invoke(group, ["film", "BG-01", "99"]).output


def test_a_load_tells_which_films_got_their_captions(runner, db, folder: Path):
    runner.invoke(group, ["load", str(folder)])
    film = make_media.medium_version(db)
    db.commit()
    runner.invoke(group, ["film", "BG-02", str(film.medium_id)])
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nMột.\n"
    (folder / "BG-02" / "captions.vtt").write_text(captions)

    told = runner.invoke(group, ["load", str(folder)])

    assert "Đã đưa phụ đề vào video: BG-02" in told.output


def test_a_folder_with_problems_is_refused_as_a_whole(runner, db, folder: Path):
    (folder / "BG-01" / "lecture.md").unlink()
    (folder / "BG-02" / "lecture.md").unlink()

    refused = runner.invoke(group, ["load", str(folder)])

    assert refused.exit_code == 1
    assert "Còn 2 chỗ cần sửa; chưa nạp gì cả." in refused.output
    assert "lectures/BG-01/lecture.md: thiếu tệp này" in refused.output
    assert "lectures/BG-02/lecture.md: thiếu tệp này" in refused.output
    assert catalogue.lectures(db) == []


def test_checking_tells_the_problems_and_needs_no_database(runner, folder: Path):
    assert (
        "Không có chỗ nào cần sửa: 4 bài giảng"
        in runner.invoke(group, ["check", str(folder)], obj=None).output
    )

    (folder / "BG-01" / "lecture.md").unlink()
    assert runner.invoke(group, ["check", str(folder)], obj=None).exit_code == 1

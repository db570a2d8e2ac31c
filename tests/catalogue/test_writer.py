"""A folder says what is published, in the words and lines it has wherever they say so already."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from elearn.catalogue import Catalogue, Unreadable, read
from elearn.catalogue.writer import write
from elearn.catalogue.writer.merging import means_the_same
from elearn.errors import Conflict
from tests.catalogue.conftest import SMALL
from tests.catalogue.nasty import nasty


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def stamps_in(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_mtime_ns for name in files_in(folder)}


def reworded(small: Catalogue, **words) -> Catalogue:
    """Return the catalogue with other words in BG-01."""
    first, *others = small.lectures
    return replace(small, lectures=(replace(first, **words), *others))


def with_module(small: Catalogue, **words) -> Catalogue:
    """Return the catalogue with other words in CD-1."""
    first, *others = small.modules
    return replace(small, modules=(replace(first, **words), *others))


def test_an_empty_folder_is_filled_and_reads_the_same(tmp_path, small):
    done = write(tmp_path / "new", small)

    assert read(tmp_path / "new") == small
    assert len(done.written) == 9
    assert (done.removed, done.unknown) == ((), ())


def test_a_folder_of_git_alone_counts_as_empty(tmp_path, small):
    (tmp_path / ".git").mkdir()

    assert len(write(tmp_path, small).written) == 9


def test_a_folder_that_says_so_already_is_not_touched(folder, small):
    before = files_in(folder), stamps_in(folder)

    assert write(folder, small).written == ()
    assert (files_in(folder), stamps_in(folder)) == before


def test_one_lecture_is_one_file(folder, small):
    before = stamps_in(folder)

    done = write(folder, reworded(small, title="Mở đầu: cho “khéo”"))

    assert done.written == ("BG-01/lecture.md",)
    assert {name for name, at in stamps_in(folder).items() if before[name] != at} == {
        "BG-01/lecture.md"
    }
    assert "title: 'Mở đầu: cho “khéo”'" in (folder / "BG-01" / "lecture.md").read_text()


def test_what_was_made_in_the_system_is_added_below_the_others(folder, small):
    lecture = replace(small.lectures[0], code="BG-0001", slides=(), source="NGUON-2")
    module = replace(small.modules[0], code="CD-0001", lectures=("BG-0001",), groups=("chair",))
    published = replace(
        small,
        groups=(*small.groups, ("chair", "Chủ tịch: xã")),
        lectures=(*small.lectures, lecture),
        modules=(*small.modules, module),
    )

    done = write(folder, published)

    assert done.written == ("BG-0001/lecture.md", "catalogue.yaml")
    assert read(folder).modules[-1] == module
    text = (folder / "catalogue.yaml").read_text()
    assert text.startswith("# A small catalogue for tests")
    assert "  trainer: giảng viên, báo cáo viên\n  chair: 'Chủ tịch: xã'\n" in text
    assert "  TRANG-1: một trang công khai\n  NGUON-2: NGUON-2\n" in text
    assert "    lectures: [BG-04]\n  - code: CD-0001\n" in text


def test_a_lecture_that_changes_its_module_says_so_in_its_folder(folder, small):
    done = write(folder, with_module(small, lectures=("BG-02", "BG-03")))

    assert done.written == ("BG-01/lecture.md", "BG-03/lecture.md", "catalogue.yaml")
    assert "modules:" not in (folder / "BG-01" / "lecture.md").read_text()
    assert "modules: [CD-1, CD-2]" in (folder / "BG-03" / "lecture.md").read_text()
    assert write(folder, with_module(small, lectures=("BG-02", "BG-03"))).written == ()


def test_slides_and_captions_that_are_no_more_are_removed(folder, small):
    captions = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nMột &amp; hai.\n"
    write(folder, reworded(small, captions=captions))
    assert (folder / "BG-01" / "captions.vtt").read_text() == captions

    done = write(folder, reworded(small, slides=()))

    assert done.removed == ("BG-01/slides.md", "BG-01/captions.vtt")
    assert [path.name for path in (folder / "BG-01").iterdir()] == ["lecture.md"]


def test_what_the_system_does_not_know_stays_and_is_told(folder, small):
    fewer = replace(
        small,
        lectures=small.lectures[1:3],
        modules=(replace(small.modules[1], title="Làm ăn"),),
        programmes=(),
    )
    (folder / "BG-01" / "notes.txt").write_text("của trường")
    (folder / "_nháp").mkdir()

    done = write(folder, fewer)

    assert done.unknown == ("BG-01", "BG-04", "CD-1", "CD-3", "CT-CHI", "CT-CU")
    assert (done.written, done.removed) == (("catalogue.yaml",), ())
    assert (folder / "BG-01" / "notes.txt").exists()
    assert read(folder).modules[1].title == "Làm ăn"


def test_another_folder_is_refused_and_stays_as_it_is(tmp_path, small):
    (tmp_path / "thư.txt").write_text("không phải bài giảng")

    with pytest.raises(Conflict, match=r"không trống và không có catalogue\.yaml"):
        write(tmp_path, small)

    assert list(files_in(tmp_path)) == ["thư.txt"]


def test_a_folder_that_cannot_be_read_is_refused_with_its_problems(folder, small):
    (folder / "BG-02" / "lecture.md").write_text("chưa xong")
    before = files_in(folder)

    with pytest.raises(Unreadable, match=r"BG-02/lecture\.md, dòng 1"):
        write(folder, reworded(small, title="Khác"))

    assert files_in(folder) == before


def test_whoever_reads_meanwhile_meets_a_whole_file(folder, small):
    with (folder / "BG-01" / "lecture.md").open() as reader:
        write(folder, reworded(small, title="Khác"))

        assert reader.read() == (SMALL / "BG-01" / "lecture.md").read_text()
    mode = (folder / "BG-01" / "lecture.md").stat().st_mode
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(mode) == 0o666 & ~umask
    assert not list(folder.rglob(".*"))


@pytest.mark.parametrize("seed", range(2))
def test_any_words_that_can_be_published_come_back_from_a_folder(tmp_path, folder, small, seed):
    published = nasty(small, seed)

    for place in (tmp_path / "new", folder):
        write(place, published)

        assert means_the_same(published, replace(read(place), groups=published.groups))
        assert write(place, published).written == ()

"""A list of modules and programmes is mended where it differs, in whatever layout it stands."""

from dataclasses import replace

import pytest

from elearn.catalogue import Catalogue, Unreadable, read
from elearn.catalogue.writer import write


def with_module(small: Catalogue, **words) -> Catalogue:
    """Return the catalogue with other words in CD-1."""
    first, *others = small.modules
    return replace(small, modules=(replace(first, **words), *others))


def test_only_the_entry_of_a_changed_module_is_exchanged(folder, small):
    before = (folder / "catalogue.yaml").read_text()

    done = write(folder, with_module(small, title="Chi hội"))

    assert done.written == ("catalogue.yaml",)
    assert (folder / "catalogue.yaml").read_text() == before.replace(
        "title: Chi hội và buổi sinh hoạt", "title: Chi hội"
    )


def test_the_ends_of_lines_stay_those_of_windows(folder, small):
    path = folder / "catalogue.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()

    write(folder, with_module(small, title="Chi hội"))

    assert path.read_bytes() == before.replace(" và buổi sinh hoạt".encode(), b"", 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    lectures: [BG-01, BG-02]\n", "    lectures:\n      - BG-01\n      - BG-02\n"),
        ("    title: Chi hội và buổi sinh hoạt\n", "    title: >-\n      Chi hội và\n      buổi\n"),
        ("    lectures: [BG-04]\n", "    lectures: [BG-04]  # một bài\n\n# Hết chuyên đề.\n"),
        ("    lectures: [BG-04]\n", "    lectures: [\n      BG-04]\n"),
    ],
)
def test_other_layouts_of_the_list_are_mended_too(folder, small, old, new):
    path = folder / "catalogue.yaml"
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new, 1))
    wanted = with_module(small, title="Khác")

    write(folder, wanted)

    assert read(folder) == wanted
    assert path.read_text().startswith("# A small catalogue for tests")


def test_a_list_in_brackets_is_written_anew_with_its_legend_and_sources(folder, small):
    path = folder / "catalogue.yaml"
    head, rest = path.read_text().split("\nprogrammes:\n")
    modules = head.index("modules:\n")
    flow = (
        "modules: [{code: CD-1, title: Chi hội và buổi sinh hoạt, block: required, region: all, "
        "origin: composed, lectures: [BG-01, BG-02]}, {code: CD-2, title: Giúp nhau làm kinh tế, "
        "block: elective, region: delta, origin: composed, source: S001.5, lectures: [BG-02, BG-03]"
        "}, {code: CD-3, title: An toàn trên mạng cho phụ nữ, block: elective, region: all, "
        "origin: composed, lectures: [BG-04]}]\n"
    )
    path.write_text(f"{head[:modules]}{flow}\nprogrammes:\n{rest}")
    assert read(folder) == small

    write(folder, with_module(small, title="Khác"))

    assert read(folder) == with_module(small, title="Khác")
    assert "legend:\n  region:\n    all: toàn quốc\n" in path.read_text()
    assert "  TRANG-1: một trang công khai\n" in path.read_text()


def test_what_would_not_read_is_refused_before_anything_is_written(tmp_path, small):
    lost = with_module(small, lectures=("BG-01", "BG-77"))

    with pytest.raises(Unreadable, match="BG-77"):
        write(tmp_path / "new", lost)

    assert not (tmp_path / "new").exists()

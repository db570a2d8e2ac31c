"""What becomes of the folder of the index, and of who is looking into it meanwhile."""

import threading

import pytest

from elearn import search
from elearn.search import Shelf
from tests.make import catalogue
from tests.make import search as make
from tests.make.catalogue import LONG_AGO


@pytest.fixture
def lecture(db):
    return catalogue.lecture(db, "BG-01", title="Hòa giải ở cơ sở")


def test_a_lost_cursor_and_a_lost_index_are_made_anew(db, lecture, shelf, follow):
    follow()
    (shelf.current() / "cursor.json").write_text("{")
    assert follow()
    shelf.condemn(shelf.current())
    assert follow()

    assert make.codes(shelf, "hoa giai") == ["BG-01"]
    assert not follow()


def test_another_format_is_made_anew(db, lecture, shelf, follow):
    follow()
    before = shelf.current()
    old = shelf.folder / "0-old"
    before.rename(old)
    (shelf.folder / "current").unlink()
    (shelf.folder / "current").symlink_to(old.name)

    assert follow()

    assert make.codes(shelf, "hoa giai") == ["BG-01"]


def test_only_the_owner_may_enter(db, shelf, follow):
    follow()

    assert shelf.folder.stat().st_mode & 0o777 == 0o700


def test_a_rebuild_leaves_the_old_index_to_who_is_reading_it(db, lecture, shelf, follow):
    follow()
    with search.reading(shelf.current()) as reader:
        for _ in range(3):
            search.rebuild(db, shelf, now=LONG_AGO)
        found, _said = reader.find(search.Question.of("hoa giai", {}), 5, 5)

    assert found.count == 1
    assert len(list(shelf.folder.glob("1-*"))) == 2


def test_who_looks_while_it_is_made_anew_finds_the_whole_each_time(tmp_path):
    titles = {f"BG-{number}": f"Bài hòa giải {number}" for number in range(8)}
    shelf = make.shelf(tmp_path, make.titled(**titles))
    counts, ended = [], threading.Event()

    def look() -> None:
        while not ended.is_set():
            counts.append(make.ask(Shelf(tmp_path / "search"), "hoa giai").things.count)

    thread = threading.Thread(target=look)
    thread.start()
    for _ in range(4):
        make.shelf(tmp_path, make.titled(**titles))
    ended.set()
    thread.join()

    assert counts
    assert set(counts) == {8}
    assert shelf.current().is_dir()


def test_the_whole_folder_may_be_thrown_away(db, lecture, shelf, follow):
    follow()
    for path in sorted(shelf.folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
    shelf.folder.rmdir()

    assert follow()

    assert make.codes(shelf, "hoa giai") == ["BG-01"]

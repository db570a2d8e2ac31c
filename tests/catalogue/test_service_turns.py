"""A load and an author who publish the same lecture at once: one waits, and nobody's words go."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from elearn import catalogue
from elearn.db import Database
from tests import bases, own
from tests.make import catalogue as make

MONDAY = datetime(2026, 3, 2, 1, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 1, tzinfo=UTC)


@pytest.fixture
def committed(tmp_path, small) -> Iterator[Database]:
    """A database of its own, in which the small catalogue is loaded."""
    with own.address(tmp_path) as url:
        database = Database.at(url)
        bases.METADATA.create_all(database.engine)
        with database.writing() as db:
            catalogue.load(db, small, now=MONDAY)
        yield database
        database.engine.dispose()


@pytest.mark.database
def test_a_load_waits_for_an_author_and_then_sees_what_she_published(committed, small):
    published, begun = Event(), Event()

    def author() -> None:
        with committed.writing() as db:
            make.edit_lecture(db, "BG-01", now=TUESDAY, title="Tên trên hệ thống")
            published.set()
            begun.wait(30)

    def operator() -> catalogue.Report:
        published.wait(30)
        begun.set()
        with committed.writing() as db:
            return catalogue.load(db, small, now=TUESDAY)

    with ThreadPoolExecutor(2) as hands:
        first, second = hands.submit(author), hands.submit(operator)
        first.result()
        report = second.result()

    assert report.lectures.skipped == ("BG-01",)
    with committed.reading() as db:
        assert catalogue.lecture_by_code(db, "BG-01").title == "Tên trên hệ thống"

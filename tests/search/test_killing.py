"""Processes killed outright while they write: what was whole stays whole, and is caught up."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from multiprocessing import get_context

import pytest

from elearn import migrations, search
from elearn.cli import Installation
from elearn.db import changed
from elearn.search import NotReady, Shelf, index
from tests import bases, own
from tests.browser import living
from tests.make import catalogue
from tests.make import search as make
from tests.make.catalogue import LONG_AGO
from tests.survival.processes import wait_until


def half():
    """Yield entries, and be killed when half of them are in."""
    yield from make.titled(**{f"NEW-{number}": "Hòa giải" for number in range(200)})
    os.kill(os.getpid(), signal.SIGKILL)


def write_and_die(folder):
    dying = get_context("fork").Process(
        target=index.replace, args=(folder, half(), {}), kwargs={"gone": ["lecture OLD"]}
    )
    dying.start()
    dying.join()
    assert dying.exitcode == -signal.SIGKILL


def test_who_is_killed_in_the_midst_of_writing_leaves_what_was_there(tmp_path):
    shelf = make.shelf(tmp_path, make.titled(OLD="Hòa giải"))

    write_and_die(shelf.current())

    assert make.codes(shelf, "hoa giai") == ["OLD"]
    index.replace(shelf.current(), make.titled(NEW="Hòa giải"), {}, gone=["lecture OLD"])
    assert make.codes(shelf, "hoa giai") == ["NEW"]


def test_who_is_killed_in_the_midst_of_making_anew_leaves_the_old(tmp_path):
    shelf = make.shelf(tmp_path, make.titled(OLD="Hòa giải"))
    with shelf.writing():
        half_made = shelf.begin()
        index.create(half_made)

    write_and_die(half_made)

    assert make.codes(shelf, "hoa giai") == ["OLD"]
    make.shelf(tmp_path, make.titled(NEW="Hòa giải"))
    assert not half_made.exists()
    assert make.codes(shelf, "hoa giai") == ["NEW"]


@pytest.fixture
def place(tmp_path):
    """An installation with empty tables that other processes can work on."""
    with own.address(tmp_path) as address:
        settings = replace(bases.settings_at(tmp_path), database_url=address)
        here = Installation.of(settings)
        bases.METADATA.create_all(here.database.engine)
        migrations.stamp(here.database.engine)
        yield here
        here.database.engine.dispose()


def found(shelf, text):
    """Return the codes found by now: before there is an index, none."""
    try:
        return make.codes(shelf, text)
    except NotReady:
        return []


@pytest.mark.database
def test_a_worker_makes_the_index_and_follows_until_it_is_killed(place):
    shelf = Shelf.of(place.settings)
    with place.database.writing() as db:
        catalogue.lecture(db, "BG-01", title="Hòa giải ở cơ sở")
    command = [sys.executable, "-m", "elearn", "worker"]
    worker = subprocess.Popen(command, cwd=living.ROOT, env=living.environment_of(place))
    wait_until(lambda: found(shelf, "hoa giai") == ["BG-01"], "the index is made")
    with place.database.writing() as db:
        catalogue.lecture(db, "BG-02", title="Kỹ năng lắng nghe")
        changed(db, "lecture", "BG-02", now=LONG_AGO)
    wait_until(lambda: found(shelf, "lang nghe") == ["BG-02"], "the outbox is followed")
    worker.kill()
    worker.wait()

    with place.database.writing() as db:
        catalogue.module(db, "CD-1", title="Nghe và ghi")
        changed(db, "module", "CD-1", now=LONG_AGO)
    with place.database.reading() as db:
        assert search.follow(db, shelf, now=LONG_AGO)
    assert found(shelf, "nghe va ghi") == ["CD-1"]

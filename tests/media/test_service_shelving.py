"""Parts of a film on their shelf; no ffmpeg."""

import pytest
from sqlalchemy import select

from elearn import clock, jobs
from elearn.jobs import LeaseLost, Work
from elearn.media.models import TranscodePart, VersionState
from elearn.media.service import StoreShelf, clear_parts, forget_parts
from elearn.storage import StoredFile
from tests.make import media as make


@pytest.fixture
def version(db):
    return make.medium_version(db, state=VersionState.AT_WORK)


@pytest.fixture
def work(here, db, version):
    job = make.job(db, version)
    db.commit()
    return Work(job.id, "a worker", job.payload, here.settings, here.database, here.store)


@pytest.fixture
def shelf(work, version):
    return StoreShelf(work, version.id)


@pytest.fixture
def files(tmp_path):
    made = [tmp_path / "part-00000-240p.mp4", tmp_path / "part-00000-gray"]
    for path in made:
        path.write_bytes(path.name.encode())
    return made


def taken(shelf, folder, recipe="as always"):
    folder.mkdir()
    count = shelf.take(recipe, folder)
    return count, {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_part_comes_back_as_it_was(shelf, files, tmp_path):
    shelf.keep("as always", 0, files)

    count, found = taken(shelf, tmp_path / "taken")

    assert count == 1
    assert found == {path.name: path.name.encode() for path in files}


def test_parts_after_a_gap_and_parts_made_otherwise_are_left_alone(shelf, files, tmp_path):
    shelf.keep("as always", 1, files)
    shelf.keep("otherwise", 0, files)

    assert taken(shelf, tmp_path / "taken") == (0, {})


def test_a_part_that_is_made_again_takes_the_place_of_the_first(shelf, files, tmp_path, db):
    shelf.keep("otherwise", 0, files)
    shelf.keep("as always", 0, files)

    assert taken(shelf, tmp_path / "taken")[0] == 1
    assert len(db.scalars(select(TranscodePart)).all()) == 1


def test_a_part_that_was_lost_is_made_again(shelf, files, tmp_path, db, here):
    shelf.keep("as always", 0, files)
    here.store.discard(db.scalars(select(TranscodePart)).one().file.sha256)

    assert taken(shelf, tmp_path / "taken") == (0, {})


def test_who_lost_the_work_keeps_nothing(shelf, files, db, work):
    db.get(jobs.Job, work.job_id).worker = "another worker"
    db.commit()

    with pytest.raises(LeaseLost):
        shelf.keep("as always", 0, files)

    assert db.scalars(select(TranscodePart)).all() == []


def test_a_shelf_is_cleared_to_the_last_byte(shelf, files, db, here, version):
    shelf.keep("as always", 0, files)
    sha256 = db.scalars(select(TranscodePart)).one().file.sha256

    clear_parts(db, here.store, forget_parts(db, version.id), now=clock.now())

    assert not here.store.exists(sha256)
    assert db.scalar(select(StoredFile).where(StoredFile.sha256 == sha256)) is None


def test_bytes_that_another_film_needs_stay(shelf, files, db, here):
    shelf.keep("as always", 0, files)
    StoreShelf(shelf.work, make.medium_version(db).id).keep("as always", 0, files)
    sha256 = db.scalars(select(StoredFile.sha256).join(TranscodePart)).first()

    clear_parts(db, here.store, forget_parts(db, shelf.version_id), now=clock.now())

    assert here.store.exists(sha256)

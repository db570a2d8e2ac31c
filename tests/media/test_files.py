"""`elearn media verify` and `clean`: what is lost, what is damaged, and what nobody needs."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from elearn import clock, storage
from elearn.cli import Installation
from elearn.errors import Refusal
from elearn.jobs import Job
from elearn.media import cleaning, commands
from elearn.storage import Kept, Store, StoredFile, referring_columns
from tests.make import media as make
from tests.stores import S3Server, make_old, spoil

FILM = b"pictures and sound " * 1000
OTHER = b"of a film that was taken away"


@dataclass(frozen=True)
class Shelf:
    """A store of either kind, and what a test does to it."""

    store: Store
    db: Session
    s3: S3Server
    folder: Path

    def keep(self, data: bytes) -> Kept:
        path = self.folder / "film.mp4"
        path.write_bytes(data)
        return self.store.keep(path)

    def remember(self, data: bytes) -> StoredFile:
        kept = self.keep(data)
        return storage.record(self.db, kept, media_type="video/mp4", now=make.LONG_AGO)

    def age(self) -> None:
        make_old(self.store, self.s3)

    def spoil(self, sha256: str, data: bytes) -> None:
        spoil(self.store, self.s3, sha256, data)


@pytest.fixture
def here(settings, database, either):
    return Installation(settings, database, either)


@pytest.fixture
def shelf(db, either, s3, tmp_path):
    return Shelf(either, db, s3, tmp_path)


@pytest.fixture
def version(db, shelf):
    """A version of a film whose source lies in the store."""
    row = make.medium_version(db)
    without_bytes, row.source = row.source, shelf.remember(FILM)
    db.flush()
    db.delete(without_bytes)
    db.flush()
    return row


@pytest.fixture
def clean(database, either):
    return lambda: storage.clean(database, either, now=clock.now())


@pytest.fixture
def verify(runner):
    def verify(*more):
        result = runner.invoke(commands.group, ["verify", *more])
        return result.exit_code, result.output + str(result.exception or "")

    return verify


def test_a_store_that_is_whole_is_said_to_be(version, verify):
    code, told = verify()

    assert version.source.size == len(FILM)
    assert (code, "Đã xem 1 tệp, 0,0 MB: đều đủ và nguyên vẹn." in told) == (0, True)


def test_a_lost_file_is_named_with_whoever_needs_it(shelf, version, verify):
    shelf.store.discard(version.source.sha256)

    code, told = verify("--quick")

    assert code == 1
    assert f"MẤT  {version.source.sha256}" in told
    assert f"medium_version {version.id} (source_id)" in told
    assert "1 trong 1 tệp không nguyên vẹn" in told


@pytest.mark.parametrize(
    ("data", "how", "said"),
    [
        (b"pictures", ["--quick"], "SAI KÍCH THƯỚC"),
        (FILM.upper(), [], "HỎNG NỘI DUNG"),
        (FILM.upper(), ["--quick"], "đều đủ"),
    ],
)
def test_a_damaged_file_is_found(shelf, version, verify, data, how, said):  # noqa: PLR0913  # Its rows.
    shelf.spoil(version.source.sha256, data)

    _code, told = verify(*how)

    assert said in told


def test_what_nobody_needs_is_told_and_then_removed(shelf, version, verify, runner):
    other = shelf.remember(OTHER).sha256
    shelf.age()

    assert "Không nơi nào dùng: 1 tệp" in verify()[1]
    assert "Đã xóa 1 tệp" in runner.invoke(commands.group, ["clean"]).output

    assert not shelf.store.exists(other)
    assert shelf.store.is_whole(version.source.sha256)
    assert shelf.db.scalars(select(StoredFile.sha256)).all() == [version.source.sha256]


def test_bytes_that_no_transaction_recorded_go_after_a_day(shelf, verify, clean):
    kept = shelf.keep(OTHER)

    assert clean().files == 0
    assert shelf.store.exists(kept.sha256)

    shelf.age()
    assert "Không có trong cơ sở dữ liệu: 1 tệp" in verify()[1]
    assert clean() == storage.Cleaned(1, kept.size)
    assert not shelf.store.exists(kept.sha256)


def test_what_a_table_we_do_not_know_of_refers_to_stays(shelf, clean):
    alone, referred = shelf.remember(OTHER).id, shelf.remember(FILM).id
    shelf.db.execute(text("CREATE TABLE elsewhere (file_id INTEGER REFERENCES stored_file (id))"))
    shelf.db.execute(text("INSERT INTO elsewhere VALUES (:id)"), {"id": referred})
    shelf.age()

    assert clean().files == 1
    assert shelf.db.scalars(select(StoredFile.id)).all() == [referred] != [alone]


def test_a_store_full_of_what_the_database_does_not_know_is_left_alone(database, store):
    for number in range(101):
        path = store.path(f"{number:064x}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"of another installation")
    (store.folder / "00" / "README").write_bytes(b"laid here by somebody")
    make_old(store)

    with pytest.raises(Refusal, match="101 tệp mà cơ sở dữ liệu này không biết"):
        storage.clean(database, store, now=clock.now())
    assert len(list(store.files())) == 101

    assert storage.clean(database, store, now=clock.now(), is_sure=True).files == 101
    assert [one.name for one in store.folder.glob("??/*")] == ["README"]


def test_what_was_kept_today_stays_for_whoever_is_about_to_record_it(shelf, clean):
    shelf.remember(OTHER)
    shelf.age()

    kept = shelf.keep(OTHER)
    clean()

    assert shelf.store.is_whole(kept.sha256)
    assert shelf.remember(OTHER).sha256 == kept.sha256


def test_every_reference_to_a_file_restricts_it():
    columns = referring_columns()

    assert {"medium_version", "rendition", "certificate_file"} <= {c.table.name for c in columns}
    for column in columns:
        [key] = [one for one in column.foreign_keys if one.column.table.name == "stored_file"]
        assert key.ondelete in (None, "RESTRICT"), column


def test_only_old_files_nobody_refers_to_are_unreferenced(db):
    make.medium_version(db)
    alone = make.stored_file(db)

    assert [one.id for one in storage.unreferenced(db, before=clock.now())] == [alone.id]
    assert storage.unreferenced(db, before=make.LONG_AGO - timedelta(days=1)) == []


def test_the_cleaning_of_a_day_is_queued_once(db, database, settings):
    for _ in range(2):
        cleaning.want_cleaning(settings, database)

    assert len(db.scalars(select(Job).where(Job.key == "clean-files")).all()) == 1

"""Who holds the pen, how much room is left, and what becomes of what nobody goes on with."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from elearn import accounts
from elearn.access import Role
from elearn.media.arriving import clear
from elearn.media.models import FileUpload, UploadPiece, UploadState
from elearn.media.queries.uploads import upload_of, uploads_of, use_of
from elearn.media.rules.uploading import GIGABYTE, BeingWritten, Limits, TooMuch, Use
from elearn.media.service import uploading
from elearn.media.service.uploading import LEASE, Arrived, Asked, Claim
from elearn.people import Person
from tests.make import accounts as people
from tests.make import media as make
from tests.make.uploads import NOW, file_upload

WEEK = timedelta(days=7)
LIMITS = Limits(file=GIGABYTE, person=2 * GIGABYTE, all=3 * GIGABYTE, keeps=WEEK)


def reload(db, upload):
    return db.get(FileUpload, upload.id, populate_existing=True)


def pen_of(db, upload, writer="one", offset=0, *, now=NOW):
    claim = Claim(writer, offset, 10 - offset)
    return uploading.take_pen(db, upload.person_id, upload.token, claim, keeps=WEEK, now=now)


def test_one_request_writes_at_a_time(db):
    upload = file_upload(db)
    pen = pen_of(db, upload)

    with pytest.raises(BeingWritten):
        pen_of(db, upload, "two")
    uploading.lay_down_pen(db, pen)
    assert pen_of(db, upload, "two").writer == "two"


def test_a_request_that_has_fallen_silent_is_taken_over_and_writes_nothing_more(db):
    upload = file_upload(db)
    silent = pen_of(db, upload)
    later = NOW + LEASE + timedelta(seconds=1)

    pen_of(db, upload, "two", now=later)

    for act in (
        lambda: uploading.keep_pen(db, silent, now=later),
        lambda: uploading.note_arrived(db, silent, [Arrived(0, 4, "a")], now=later),
    ):
        with pytest.raises(BeingWritten):
            act()
    uploading.lay_down_pen(db, silent)
    assert (reload(db, upload).writer, reload(db, upload).received) == ("two", 0)


def test_a_request_that_is_heard_of_keeps_its_pen(db):
    upload = file_upload(db)
    pen = pen_of(db, upload)
    uploading.keep_pen(db, pen, now=NOW + LEASE)

    with pytest.raises(BeingWritten):
        pen_of(db, upload, "two", now=NOW + LEASE + timedelta(seconds=1))


def test_bytes_give_an_upload_new_time(db):
    upload = file_upload(db)
    later = NOW + timedelta(seconds=5)

    received = uploading.note_arrived(db, pen_of(db, upload), [Arrived(0, 4, "a")], now=later)

    found = reload(db, upload)
    assert (received, found.received, found.expires_at) == (4, 4, later + WEEK)


def test_an_upload_taken_back_while_it_is_sent_takes_no_more(db):
    upload = file_upload(db)
    pen = pen_of(db, upload)
    owner = accounts.actor_of(db, upload.person_id, day=NOW.date())

    uploading.remove_upload(db, owner, upload.token, now=NOW)

    with pytest.raises(BeingWritten):
        uploading.keep_pen(db, pen, now=NOW)


def test_films_and_uploads_count_against_the_same_room(db):
    person = people.account(db).person_id
    source = make.stored_file(db, size=700)
    make.medium_version(db, source_id=source.id, uploaded_by_id=person)
    make.medium_version(db, source_id=make.stored_file(db, size=50).id)
    owner = db.get_one(Person, person)
    for state in (UploadState.RECEIVING, UploadState.WHOLE, UploadState.REMOVED):
        received = 0 if state is UploadState.RECEIVING else 10
        file_upload(db, owner, state=state, received=received)
    file_upload(db)

    assert use_of(db, person) == Use(person=720, all=780)


def test_room_is_given_once(db):
    account = people.account(db)
    people.role_grant(db, account, Role.INSTRUCTOR)
    actor = accounts.actor_of(db, account.person_id, day=NOW.date())
    asked = Asked(length=GIGABYTE, file_name="a.mp4")
    for _ in range(2):
        uploading.begin_upload(db, actor, asked, limits=LIMITS, now=NOW)

    with pytest.raises(TooMuch, match="của anh/chị còn 0 MB"):
        uploading.begin_upload(db, actor, asked, limits=LIMITS, now=NOW)


def test_a_name_typed_late_is_that_of_the_film(db):
    version = make.medium_version(db)
    upload = file_upload(db, state=UploadState.TAKEN, received=10, version_id=version.id)
    owner = accounts.actor_of(db, upload.person_id, day=NOW.date())

    uploading.rename_upload(db, owner, upload.token, "Thu hút hội viên", now=NOW)

    assert version.medium.title == "Thu hút hội viên"
    assert version.medium.title_folded == "thu hut hoi vien"


def test_her_list_is_found_in_one_query(db, count_queries):
    person = people.person(db)
    for _ in range(5):
        version = make.medium_version(db)
        file_upload(db, person, state=UploadState.TAKEN, received=10, version_id=version.id)
    db.expunge_all()

    with count_queries() as queries:
        rows = uploads_of(db, person.id, now=NOW)
        assert len([one.version and one.version.medium_id for one in rows]) == 5

    assert len(queries) == 1


def test_what_has_run_out_is_ended_and_its_bytes_go(db, database, settings, store):
    late = NOW - timedelta(days=400)
    lost = file_upload(db, received=4, expires_at=late)
    going_on = file_upload(db, received=4, expires_at=NOW + 10_000 * WEEK)
    for upload in (lost, going_on):
        name = f"{upload.folder}/{0:016}-one"
        store.lay(name, b"0123")
        db.add(UploadPiece(upload_id=upload.id, start=0, size=4, name=name))
    db.commit()

    clear(settings, database)

    assert (reload(db, lost).state, reload(db, lost).cleared_at is None) == ("expired", False)
    assert store.pieces(lost.folder) == []
    assert len(store.pieces(going_on.folder)) == 1
    assert db.scalar(select(func.count()).select_from(UploadPiece)) == 1
    assert upload_of(db, going_on.person_id, going_on.token, now=NOW).is_open


def test_what_ended_long_ago_is_forgotten(db, database, settings):
    long_ago = NOW - timedelta(days=400)
    file_upload(db, state=UploadState.REMOVED, cleared_at=long_ago)
    db.commit()

    clear(settings, database)

    assert db.scalar(select(FileUpload)) is None


@pytest.mark.parametrize("writer_until", [NOW + timedelta(days=4000), None])
def test_what_is_being_written_does_not_run_out(db, database, settings, writer_until):
    writer = "one" if writer_until else None
    late = NOW - timedelta(days=400)
    upload = file_upload(db, expires_at=late, writer=writer, writer_until=writer_until)
    db.commit()

    clear(settings, database)

    assert reload(db, upload).state == ("receiving" if writer else "expired")

"""What is held of a person who sends files, and what an erasure leaves of it."""

from elearn import accounts
from elearn.media import personal
from elearn.media.models import UploadState
from elearn.personal import Erasure
from tests.make import accounts as people
from tests.make import media as make
from tests.make.uploads import NOW, file_upload


def test_what_is_held_of_a_person_names_her_uploads_and_an_erasure_removes_them(db):
    person = people.person(db)
    waits = file_upload(db, person, told="filename YQ==")
    done = file_upload(
        db, person, state=UploadState.TAKEN, received=10, version_id=make.medium_version(db).id
    )

    told = personal.personal_data_of(db, [person.id])
    assert [row[:2] for row in told[-1].rows] == [("Quản lý hội viên", "HV-15.mp4")] * 2
    actor = accounts.actor_of(db, None, day=NOW.date())
    personal.forget(db, Erasure(actor, frozenset({person.id}), NOW, "a secret"))
    db.expire_all()

    assert waits.state is UploadState.REMOVED
    assert done.state is UploadState.TAKEN
    assert [one.told + one.origin for one in (waits, done)] == ["", ""]

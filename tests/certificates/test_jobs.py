"""A certificate is drawn once, from what was frozen, whoever draws and however often."""

from hashlib import sha256

import pytest
from sqlalchemy import select

from elearn import certificates, clock, jobs
from elearn.certificates import CertificateFile, FileKind, typst
from elearn.certificates.jobs import render
from elearn.jobs import LeaseLost, Work
from tests.make import certificates as make
from tests.make import people


@pytest.fixture
def issued(db):
    return make.certificate(db, people.person(db, "Nguyễn Thị Ngọc Ưỡng"))


@pytest.fixture
def work(here, db, issued):
    """The work of a worker that has claimed the certificate's job."""
    job = jobs.job_by_key(db, issued.job_key)
    assert job
    job.state, job.worker = jobs.JobState.RUNNING, "a worker"
    db.commit()
    return Work(job.id, "a worker", job.payload, here.settings, here.database, here.store)


def _files(db):
    db.expire_all()
    return db.scalars(select(CertificateFile)).all()


def test_it_is_kept_whole_under_its_hash(db, store, work, issued):
    render(work)

    [file] = _files(db)
    kept = store.path(file.file.sha256).read_bytes()
    assert (file.certificate_id, file.kind) == (issued.id, FileKind.RENDERED)
    assert kept.startswith(b"%PDF-")
    assert (sha256(kept).hexdigest(), len(kept)) == (file.file.sha256, file.file.size)
    assert list(work.settings.temporary.iterdir()) == []


def test_drawing_again_stores_nothing_new(db, work, issued):
    render(work)
    before = [(file.id, file.file_id) for file in _files(db)]

    render(work)

    assert [(file.id, file.file_id) for file in _files(db)] == before


def test_a_second_file_of_a_kind_is_left_aside(db, store, work, issued, tmp_path):
    render(work)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF- other")

    certificates.service.keep_file(
        db, issued, FileKind.RENDERED, store.keep(other), now=clock.now()
    )

    [file] = _files(db)
    assert file.file.sha256 != sha256(b"%PDF- other").hexdigest()


def test_who_lost_the_work_keeps_nothing(db, work):
    db.scalars(select(jobs.Job)).one().worker = "another worker"
    db.commit()

    with pytest.raises(LeaseLost):
        render(work)

    assert _files(db) == []


def test_it_says_what_was_frozen_though_the_person_is_called_otherwise_by_now(
    db, store, work, issued
):
    issued.participation.person.full_name = "Người Khác"
    db.commit()

    render(work)

    [file] = _files(db)
    drawn = typst.draw(issued.facts, at=issued.issued_at)
    assert sha256(drawn).hexdigest() == file.file.sha256
    assert issued.facts.full_name == "Nguyễn Thị Ngọc Ưỡng"

"""A list that lies in a bucket while it is read."""

import pytest

from elearn import areas, clock
from elearn.access import OPERATOR
from elearn.people.roster import jobs, service
from elearn.people.roster.models import BatchState
from tests.make.areas import area


@pytest.fixture
def store(bucket):
    return bucket


def test_it_is_read_and_no_copy_stays_on_this_machine(here, db, bucket, tmp_path):
    file = tmp_path / "danh sách.csv"
    file.write_text("STT,Họ và tên,Chức vụ\n1,Lê Thị Na,Chi hội trưởng\n2,Vũ Thị Xã,Chi hội phó\n")
    at = areas.version_on(db, area(db).id, clock.today())
    sent = service.Sent(file, file.name, at)
    batch = service.receive(db, bucket, OPERATOR, sent, now=clock.now())
    db.flush()

    jobs.run_step(here.database, bucket, here.settings, batch.id)

    db.expire_all()
    assert batch.state is not BatchState.READING
    assert batch.state is BatchState.COLUMNS, batch.refusal
    assert [one.size for one in bucket.files()] == [file.stat().st_size]
    assert list(bucket.access.cache.iterdir()) == []

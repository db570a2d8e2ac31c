"""Certificates whose files lie in a bucket."""

import pytest

from elearn.certificates.queries import inspect
from tests.stores import spoil


@pytest.fixture
def store(bucket):
    return bucket


def test_the_holder_fetches_her_file(client, sign_in_holder, drawn):
    answer = client.get(f"/certificates/{drawn.id}/file")

    assert answer.data == b"%PDF-1.7 a certificate" * 5000
    assert (answer.mimetype, answer.content_length) == ("application/pdf", 110_000)
    again = client.get(
        f"/certificates/{drawn.id}/file", headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


def test_a_file_that_was_changed_is_found(db, bucket, s3, drawn):
    assert inspect(db, bucket).problems == ()

    [file] = bucket.files()
    spoil(bucket, s3, file.name, b"%PDF-1.7 of somebody else")

    assert len(inspect(db, bucket).problems) == 1

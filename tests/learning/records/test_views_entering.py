"""Papers are photographed, entered and taken back on pages of their own."""

from io import BytesIO

import pytest
from sqlalchemy import select

from elearn import clock
from elearn.learning import ExternalRecord
from elearn.learning.rules.external import RecordState
from elearn.web import limits
from tests.learning.records.typing_in import FORM, plain
from tests.make import papers


@pytest.mark.parametrize("address", ["/records", "/records/new", "/records/waiting", "/records/1"])
def test_whoever_is_signed_out_is_asked_to_sign_in(client, address):
    assert client.get(address).status_code == 303


def test_her_photograph_becomes_a_page_of_ours_that_waits(as_, her, db, tmp_path, store):
    client = as_(her)
    photo = papers.picture(tmp_path / "photo.jpg").read_bytes()
    files = {"pages": [(BytesIO(photo), "../ảnh.jpg")]}

    answer = client.post("/records/new", data={**FORM, **files})

    found = db.scalars(select(ExternalRecord)).one()
    assert (answer.status_code, answer.location) == (303, f"/records/{found.id}")
    assert (found.state, found.form, found.entered_by_id) == (
        RecordState.WAITING,
        "earlier_paper",
        her.person_id,
    )
    with client.get(f"/records/{found.id}/pages/1") as shown:
        assert shown.data[:4] == b"RIFF" != photo[:4]
    assert (shown.mimetype, shown.headers["Cache-Control"]) == ("image/webp", "no-store")


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([], "Chụp hoặc quét giấy rồi chọn tệp."),
        ([(b"<script>alert(1)</script>", "giay.jpg")], "không phải ảnh"),
        ([(b"%PDF-1.7 torn", "giay.pdf")], "không phải ảnh"),
    ],
)
def test_what_is_no_paper_is_refused_beside_its_field(as_, her, db, pages, told):
    client = as_(her)
    files = {"pages": [(BytesIO(content), name) for content, name in pages]}

    answer = client.post("/records/new", data={**FORM, **files})

    assert answer.status_code == 422
    assert told in plain(answer)
    assert FORM["course"] in answer.text
    assert db.scalars(select(ExternalRecord)).all() == []


def test_far_too_much_is_refused_in_words(as_, her, monkeypatch):
    client = as_(her)
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 1_000)

    answer = client.post("/records/new", data={**FORM, "pages": [(BytesIO(b"x" * 2_000), "x")]})

    assert answer.status_code == 413
    assert "nặng quá 40 MB" in plain(answer)


def test_a_refusal_is_read_by_her_who_puts_it_right(as_, record, province, her, db):
    client = as_(province)
    assert client.post(f"/records/{record.id}/refuse", data={"reason": " "}).status_code == 422
    client.post(f"/records/{record.id}/refuse", data={"reason": "Ảnh mờ."})
    client = as_(her)
    assert "Ảnh mờ." in plain(client.get(f"/records/{record.id}"))
    assert "Trường Chính trị tỉnh Hưng Yên" in client.get(f"/records/{record.id}/correct").text

    answer = client.post(f"/records/{record.id}/correct", data=FORM)

    new = db.scalars(select(ExternalRecord).order_by(ExternalRecord.id.desc())).first()
    assert (answer.status_code, new.replaces_id) == (303, record.id)
    assert [one.file_id for one in new.pages] == [one.file_id for one in record.pages]
    assert "Giấy này đã có bản sửa." in plain(client.get(f"/records/{record.id}"))


def test_she_takes_back_what_waits(as_, record, her, db):
    client = as_(her)
    client.post(f"/records/{record.id}/withdraw")

    db.expire_all()
    assert record.state is RecordState.WITHDRAWN
    assert record.decided_at <= clock.now()

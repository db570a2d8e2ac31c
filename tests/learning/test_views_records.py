"""Pages of papers from elsewhere: hers, her commune's, the province's, a stranger's."""

from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from elearn import clock, people
from elearn.access import Role
from elearn.learning import ExternalRecord
from elearn.learning.rules.external import RecordState
from elearn.storage import remember
from elearn.web import limits
from tests.make import accounts, catalogue, papers
from tests.make import people as make
from tests.make.areas import area

FORM = {
    "course": "Kỹ năng tuyên truyền",
    "organiser": "Trường Chính trị tỉnh",
    "last_on": "12/09/2025",
    "kind": "earlier_paper",
    "programme_version_id": "0",
}


@pytest.fixture
def her(db):
    head = make.tenure(db, make.person(db, "Vũ Thị Ngát")).person
    return accounts.account(db, head)


@pytest.fixture
def province(db):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.ADMINISTRATOR, area_id=area(db, "Tỉnh Hưng Yên").id)
    return account


@pytest.fixture
def record(db, store, tmp_path, her):
    page = tmp_path / "page.webp"
    page.write_bytes(b"a page")
    file = remember(db, store, page, media_type="image/webp", now=papers.NOW)
    person = people.person_by_id(db, her.person_id)
    return papers.record(db, person, pages=(file,))


@pytest.fixture
def as_(db, client, sign_in):
    """`as_(account)` goes on as somebody else, with all that was made committed."""

    def enter(account):
        db.commit()
        sign_in(account)
        return client

    return enter


def plain(answer):
    return answer.text.replace("\u00a0", " ")


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


def test_a_stranger_finds_nothing(as_, record, db):
    client = as_(accounts.account(db))

    for address in ("", "/pages/1", "/correct"):
        assert client.get(f"/records/{record.id}{address}").status_code == 404
    assert client.get(f"/records?person={record.person_id}").status_code == 404
    assert client.get("/records/waiting").status_code == 403


def test_the_province_sees_what_waits_and_how_much(as_, record, province):
    client = as_(province)
    page = plain(client.get("/records/waiting"))

    assert "Vũ Thị Ngát" in page
    assert "Đang chờ:" in page
    assert "Chờ xác nhận (1)" in page


def test_the_province_looks_at_the_paper_and_confirms(as_, record, province, db):
    programme = catalogue.programme(db, "CT-9", title="Chương trình 9")
    client = as_(province)
    page = plain(client.get(f"/records/{record.id}"))
    assert f"/records/{record.id}/pages/1" in page

    lacking = client.post(f"/records/{record.id}/confirm", data={"kind": "external"})
    assert (lacking.status_code, record.state) == (422, RecordState.WAITING)
    said = {"kind": "earlier_paper", "programme_version_id": programme.id}
    answer = client.post(f"/records/{record.id}/confirm", data=said)

    db.expire_all()
    assert (answer.status_code, record.state) == (303, RecordState.CONFIRMED)
    assert record.completion.form == "earlier_paper"
    again = client.post(f"/records/{record.id}/confirm", data=said)
    assert again.status_code == 409


def test_what_is_alike_is_ticked_off_first(as_, record, province, db):
    programme = catalogue.programme(db, "CT-9")
    other = papers.record(db, record.person, entered_at=papers.NOW + timedelta(minutes=1))
    client = as_(province)
    assert "Có giấy giống thế này" in plain(client.get(f"/records/{record.id}"))
    said = {"kind": "external", "programme_version_id": programme.id, "seen": [other.id]}

    assert client.post(f"/records/{record.id}/confirm", data=said).status_code == 422
    del said["seen"]
    assert client.post(f"/records/{record.id}/confirm", data=said).status_code == 409
    said |= {"seen": [other.id], "is_checked": "y"}
    assert client.post(f"/records/{record.id}/confirm", data=said).status_code == 303


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


def test_her_own_page_and_that_of_the_province_tell_of_it(as_, record, her, province):
    for account in (her, province):
        client = as_(account)
        page = plain(client.get(f"/people/{record.person_id}"))
        assert "Học ở nơi khác" in page
        assert record.course in page


def test_each_list_takes_as_many_queries_for_many(as_, record, province, db, count_queries):
    def queries():
        counted = []
        for address in ("/records/waiting", f"/records?person={record.person_id}"):
            with count_queries() as found:
                client.get(address)
            counted.append(len(found))
        return counted

    client = as_(province)
    before = queries()
    for number in range(4):
        papers.record(db, record.person, number_key=f"{number}")
    db.commit()

    assert queries() == before

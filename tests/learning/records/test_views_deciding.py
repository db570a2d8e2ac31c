"""Papers are looked at by who decides, and by nobody else."""

from datetime import timedelta

from elearn.learning.rules.external import RecordState
from tests.learning.records.typing_in import plain
from tests.make import accounts, catalogue, papers


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

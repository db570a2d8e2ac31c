"""Receipts: what a learner has is listed, signed, shown to anybody, and told from a forgery."""

import subprocess
from datetime import timedelta
from io import BytesIO
from typing import Any
from urllib.parse import quote

import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import select

from elearn import catalogue, learning, media, people, personal
from elearn.access import Actor
from elearn.learning import queries, service, signing
from elearn.learning.models import SignedReceipt
from elearn.learning.rules import Line, Told, claims_of, still_holds, told_by
from tests.learning.players import START
from tests.make import accounts
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films
from tests.make import people as make

SIGNER = service.Signer("https://hoc.example.org", "not a secret")
LINE = Line("HV-32", "Vai trò", 2880, 2460, 0, START, START, 1)
TOLD = Told("https://x", "t", 7, START, "H'Hen Niê", "05/3/1979", "Chi hội 1", (LINE,))


@pytest.fixture
def learner(db, sign_in) -> Any:
    """Somebody signed in who watched 41 minutes of a lecture of 48, and a minute of another."""
    learning.load_rules(db)
    account = accounts.account(db, make.person(db, "H'Hen Niê", birth_year=1979))
    person = people.person_by_id(db, account.person_id)
    for code, seconds in (("HV-32", 2460), ("HV-33", 60)):
        film = films.playable(db, seconds=2880)
        teaching.lecture(db, code, medium_id=film.medium_id, title="Vai trò của chi hội trưởng")
        studying.watched(db, person, film, seconds=seconds)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def given(db, learner) -> SignedReceipt:
    made = service.give_receipt(db, learner.person_id, SIGNER, share_percent=80, now=START)
    db.commit()
    return made


def look(db, text: str) -> service.Look:
    return service.look_into(db, text, share_percent=80)


def test_what_was_signed_is_read_as_it_was():
    assert told_by(claims_of(TOLD)) == TOLD


def test_a_receipt_holds_as_long_as_nothing_of_it_is_gone():
    more = Line("HV-32", "Tên mới", 2880, 2880, 0, START, START, 1)
    less = Line("HV-32", "Vai trò", 2880, 2459, 0, START, START, 1)
    unseen = Line("HV-32", "Vai trò", 2880, 2460, 10, START)

    assert [still_holds(TOLD, now) for now in ([LINE], [more], [less], [unseen], [])] == [
        *(True, True),
        *(False, False, False),
    ]


def test_the_list_tells_of_every_lecture_what_is_held_and_whether_it_counts(client, learner):
    page = client.get("/receipts").text

    assert "Đã ghi nhận 41/48 phút" in page
    assert "Được tính là đã xem lúc" in page
    assert "Đã ghi nhận 1/48 phút" in page
    assert "cần thêm 38 phút" in page
    assert 'data-held="[[0, 2460]]"' in page


def test_the_list_costs_as_many_queries_for_two_lectures_as_for_four(
    client, db, learner, count_queries
):
    client.get("/receipts")
    with count_queries() as few:
        client.get("/receipts")
    person = people.person_by_id(db, learner.person_id)
    for code in ("HV-34", "HV-35"):
        film = films.playable(db)
        teaching.lecture(db, code, medium_id=film.medium_id)
        studying.watched(db, person, film)
    db.commit()

    with count_queries() as many:
        client.get("/receipts")

    assert len(many) == len(few)


def test_a_film_that_no_lecture_shows_any_more_is_still_hers(client, db, learner):
    lecture = catalogue.lecture_by_code(db, "HV-33")
    title = db.get_one(media.Medium, lecture.medium_id).title
    lecture.medium_id = None
    db.commit()

    page = client.get("/receipts").text

    assert title in page
    assert "HV-33" not in page


def test_whoever_has_watched_nothing_is_told_so_and_given_nothing(client, db, enter):
    learning.load_rules(db)
    enter()

    assert "Chưa có phút nào được ghi nhận" in client.get("/receipts").text
    assert client.post("/receipts").status_code == 409


def test_a_receipt_is_given_and_anybody_may_read_it(client, db, learner):
    made = client.post("/receipts")

    hers = client.get(made.location).text
    client.delete_cookie("session")
    page = client.get(made.location)

    assert "Tải bản in PDF" in hers
    assert "Biên nhận này có thật" in page.text
    for told in ("H&#39;Hen Niê", "1979", "HV-32 · Vai trò của chi hội trưởng", "41:00", "48:00"):
        assert told in page.text
    assert "vẫn đúng" in page.text
    assert "Tải bản in PDF" not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_somebody_else_who_is_signed_in_is_shown_no_more_than_anybody(client, given, enter):
    enter()

    page = client.get(f"/receipts/{given.token}").text

    assert "Biên nhận này có thật" in page
    assert "Tải tệp có chữ ký" not in page


def test_whoever_asks_again_and_has_no_more_is_given_the_same_that_day(db, given, learner):
    def again(later: timedelta) -> SignedReceipt:
        now = START + later
        return service.give_receipt(db, learner.person_id, SIGNER, share_percent=80, now=now)

    assert again(timedelta(hours=1)) is given
    tomorrow = again(timedelta(days=1))
    assert tomorrow is not given
    kept = db.scalars(select(learning.WatchMap).order_by(learning.WatchMap.seconds)).first()
    kept.bits, kept.seconds = learning.Seconds.of([(0, 61)], 2880).to_bytes(), 61
    assert again(timedelta(days=1, hours=1)) is not tomorrow


def test_the_file_has_her_name_and_is_known_again_pasted_or_chosen(client, given, learner):
    file = client.get(f"/receipts/{given.token}/file")
    name = "Biên nhận học tập H'Hen Niê 21-11-2026.txt"

    chosen = client.post("/receipts/check", data={"file": (BytesIO(file.data), "x.txt")})
    pasted = client.post("/receipts/check", data={"text": file.text.replace(".", ".\n")})

    assert f"filename*=UTF-8''{quote(name, safe='')}" in file.headers["Content-Disposition"]
    assert (
        "filename=bien-nhan-hoc-tap-h-hen-nie-21-11-2026.txt"
        in (file.headers["Content-Disposition"])
    )
    assert given.text in file.text
    assert [one.status_code for one in (chosen, pasted)] == [200, 200]
    assert "Biên nhận này có thật" in chosen.text


def test_one_letter_changed_and_it_is_no_longer_true(client, db, given):
    head, said, mark = given.text.split(".")
    changed = ".".join((head, said[:-6] + ("A" if said[-6] != "A" else "B") + said[-5:], mark))

    answer = client.post("/receipts/check", data={"text": changed})

    assert answer.status_code == 422
    assert "Biên nhận này đã bị sửa" in answer.text
    assert look(db, given.text[:-2]).told is None


@pytest.mark.parametrize("text", ["", "Biên nhận", "eyJ.eyJ.eyJ", "eyJ" + "a" * 90_000])
def test_what_is_no_receipt_is_not_called_false(client, given, text):
    answer = client.post("/receipts/check", data={"text": text})

    assert answer.status_code == 422
    assert "Không có nghĩa là giả" in answer.text


def test_what_another_installation_signed_is_not_ours(db, given):
    other = signing.signed("another secret", "elearn-receipt+jwt", claims_of(TOLD))

    assert look(db, other).finding is service.Finding.FOREIGN


def test_a_new_secret_leaves_old_receipts_true(db, given, learner):
    anew = service.Signer(SIGNER.public_url, "a new secret")
    later = START + timedelta(days=5)

    service.give_receipt(db, learner.person_id, anew, share_percent=80, now=later)

    assert look(db, given.text).finding is service.Finding.KEPT
    assert len(queries.receipt_keys(db)) == 2


def test_whoever_watches_on_has_a_receipt_that_still_holds(db, given, learner):
    kept = db.scalars(select(learning.WatchMap).order_by(learning.WatchMap.seconds)).first()

    kept.bits, kept.seconds = learning.Seconds.of([(0, 900)], 2880).to_bytes(), 900
    assert look(db, given.text).still_holds

    kept.bits, kept.seconds = learning.Seconds.of([(0, 30)], 2880).to_bytes(), 30
    assert not look(db, given.text).still_holds


def test_whoever_was_forgotten_takes_a_receipt_that_is_still_signed(client, db, given, learner):
    hers = frozenset({learner.person_id})
    learning.personal.forget(db, personal.Erasure(Actor(None), hers, START, "not a secret"))

    assert db.scalars(select(SignedReceipt)).all() == []
    answer = client.post("/receipts/check", data={"text": given.text})
    assert "Máy chủ không còn giữ bản sao" in answer.text
    assert client.get(f"/receipts/{given.token}").status_code == 404


def test_any_program_of_the_standard_is_told_the_keys(client, given):
    [key] = client.get("/receipts/keys").json["keys"]

    assert (key["kty"], key["crv"], key["alg"]) == ("OKP", "Ed25519", "Ed25519")
    found = signing.read(given.text, {key["kid"]: key["x"]})
    assert found
    assert found.is_true


def test_the_code_on_her_screen_leads_to_the_page(client, given, learner):
    page = client.get(f"/receipts/{given.token}").text

    assert "Đưa mã này cho người cần xem" in page
    assert "<svg" in page.partition("Mã QR mở trang này trên máy khác")[2][:40]


def test_in_a_messenger_there_is_a_code_and_nothing_to_download(client, given, learner):
    zalo = {"User-Agent": "Mozilla/5.0 (Linux; Android 12) Chrome/99 Zalo android/23"}

    page = client.get(f"/receipts/{given.token}", headers=zalo).text

    assert "Đưa mã này cho người cần xem" in page
    assert "/paper" not in page
    assert "/file" not in page


def test_the_paper_says_the_same_and_its_code_leads_to_the_check(client, given, learner):
    paper = client.get(f"/receipts/{given.token}/paper")

    assert paper.data.startswith(b"%PDF-")
    assert paper.data == client.get(f"/receipts/{given.token}/paper").data
    assert quote("H'Hen Niê 21-11-2026.pdf", safe="") in paper.headers["Content-Disposition"]
    assert "41:00" in _poppler("pdftotext", "-layout", "-", "-", of=paper.data).decode()
    [code] = zxingcpp.read_barcodes(_picture(paper.data))
    assert code.text.endswith(f"/receipts/{given.token}")


def _poppler(*command: str, of: bytes) -> bytes:
    return subprocess.run(command, input=of, capture_output=True, check=True).stdout


def _picture(pdf: bytes) -> Image.Image:
    return Image.open(BytesIO(_poppler("pdftoppm", "-r", "80", "-png", "-singlefile", "-", of=pdf)))

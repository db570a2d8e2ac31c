"""What was signed is known again, and told from a forgery."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import quote

import pytest
import zxingcpp
from sqlalchemy import select

from elearn import learning, personal
from elearn.access import Actor
from elearn.learning import queries, service, signing
from elearn.learning.models import SignedReceipt
from elearn.learning.rules import Line, claims_of, still_holds, told_by
from tests.learning.players import START
from tests.learning.receipts.looking import LINE, SIGNER, TOLD, look, picture, poppler


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


def test_the_paper_says_the_same_and_its_code_leads_to_the_check(client, given, learner):
    paper = client.get(f"/receipts/{given.token}/paper")

    assert paper.data.startswith(b"%PDF-")
    assert paper.data == client.get(f"/receipts/{given.token}/paper").data
    assert quote("H'Hen Niê 21-11-2026.pdf", safe="") in paper.headers["Content-Disposition"]
    assert "41:00" in poppler("pdftotext", "-layout", "-", "-", of=paper.data).decode()
    [code] = zxingcpp.read_barcodes(picture(paper.data))
    assert code.text.endswith(f"/receipts/{given.token}")

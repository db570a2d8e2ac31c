"""What a learner has is listed, signed, and shown as far as she wants."""

from datetime import timedelta

from sqlalchemy import select

from elearn import catalogue, learning, media, people
from elearn.learning import service
from elearn.learning.models import SignedReceipt
from tests.learning.players import START
from tests.learning.receipts.looking import SIGNER
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films


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

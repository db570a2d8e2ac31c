"""The transcript as a page of its own."""

import pytest

from elearn import learning, media
from elearn.media.models import Caption, CaptionOrigin
from tests.make import catalogue as teaching
from tests.make import media as make


@pytest.fixture
def film(db):
    learning.load_rules(db)
    shown = make.playable(db)
    teaching.lecture(db, "HV-15", medium_id=shown.medium_id, title="Quản lý hội viên")
    db.commit()
    return shown


def test_who_is_not_signed_in_is_asked_to(client, film):
    assert "sign-in" in client.get("/lectures/HV-15/transcript").location


def test_each_line_leads_to_its_place_and_nothing_of_the_film_is_fetched(client, film, learner):
    page = client.get("/lectures/HV-15/transcript").text

    assert "Chào các chị." in page
    assert "/lectures/HV-15?t=1" in page
    assert "<video" not in page
    assert "/lectures/HV-15/transcript" in client.get("/lectures/HV-15").text


def test_a_language_is_chosen_and_what_a_machine_heard_is_said(client, db, film, learner):
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nChào pí noọng.\n"
    make.caption(db, db.get_one(media.MediumVersion, film.version_id), "tyz", text=text)
    db.query(Caption).filter_by(language="tyz").update({"origin": CaptionOrigin.MACHINE})
    db.commit()

    first = client.get("/lectures/HV-15/transcript").text
    other = client.get("/lectures/HV-15/transcript?spoken=tyz").text

    assert "Tày" in first
    assert "Máy nghe, chưa soát." not in first
    assert "Chào pí noọng." in other
    assert "Máy nghe, chưa soát." in other


def test_without_captions_it_says_what_will_be_here(client, db, learner):
    teaching.lecture(db, "HV-16")
    db.commit()

    assert "Khi người soạn bài gõ phụ đề xong" in client.get("/lectures/HV-16/transcript").text
    assert client.get("/lectures/HV-99/transcript").status_code == 404


def test_it_costs_a_bounded_number_of_queries(client, film, learner, count_queries):
    with count_queries() as queries:
        client.get("/lectures/HV-15/transcript")

    assert len(queries) <= 12

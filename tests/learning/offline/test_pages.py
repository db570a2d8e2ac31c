"""The page of a whole module to fetch, and the one that is there without a line."""

from elearn import catalogue
from elearn.access import OPERATOR
from elearn.media import carried_beside
from tests.learning.players import START
from tests.make import catalogue as make
from tests.make import media


def test_a_module_tells_what_each_lecture_weighs_in_each_way(client, db, enter):
    shown = media.playable(db)
    first, second = make.lecture(db, "TV-01"), make.lecture(db, "TV-02")
    catalogue.set_medium(db, OPERATOR, first, shown.medium_id, now=START)
    make.module(db, "TV", [first, second])
    enter()

    page = client.get("/modules/TV/download").text

    assert page.index("Video 480p") < page.index("Video 240p") < page.index("Chỉ tiếng")
    whole = 240_000 + carried_beside(db, [shown.version_id])[shown.version_id]["240p"]
    assert f"&#34;240p&#34;: [&#34;240p&#34;, {whole}, {whole}]" in page
    assert "Chưa có video" in page


def test_a_module_that_nobody_knows_is_not_there_and_a_stranger_signs_in_first(client, enter):
    assert "/sign-in" in client.get("/modules/TV/download").location
    enter()
    assert client.get("/modules/TV/download").status_code == 404


def test_the_page_without_a_line_is_the_same_for_everybody(client, enter):
    before = client.get("/offline").text
    enter()

    page = client.get("/offline").text

    assert "csrf" not in page
    assert "data-install hidden" in page
    assert page.replace(' data-worker="/worker.js"', "") == before

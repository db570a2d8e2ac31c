"""How much a stranger can make the server read."""

import pytest

from elearn.web.limits import SMALL_BYTES, TAKING_FILES

TOO_MUCH = b"x" * (SMALL_BYTES + 1)


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]
)
def test_a_form_of_megabytes_is_not_read(probe, kind):
    answer = probe.post("/probes/form", data=TOO_MUCH, content_type=kind)

    assert answer.status_code == 413
    assert "Tệp quá lớn" in answer.text


def test_json_of_megabytes_is_not_read(probe):
    answer = probe.post("/probes/json", data=TOO_MUCH, content_type="application/json")

    assert answer.status_code == 413
    assert answer.json["title"] == "Tệp quá lớn"


def test_what_a_page_needs_is_read(probe):
    assert probe.post("/probes/json", json=["x"] * 1000).json == {"length": 1000}


def test_the_pages_that_take_files_are_there(web):
    assert web.view_functions.keys() >= TAKING_FILES


@pytest.mark.parametrize("page", ["/media/upload", "/media/1/upload"])
def test_a_page_that_takes_files_sends_strangers_away_before_it_reads(client, page):
    answer = client.post(page, data=TOO_MUCH, content_type="multipart/form-data; boundary=b")

    assert answer.location == "/sign-in"

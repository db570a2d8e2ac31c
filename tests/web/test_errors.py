"""Refusals and failures as a person and as a script are told them."""

import pytest

TOLD = [
    ("not-found", 404, "Không có bài này."),
    ("forbidden", 403, "Trang này của tỉnh khác."),
    ("conflict", 409, "Người khác vừa lưu."),
    ("invalid", 422, "Còn 1 chỗ cần sửa."),
    ("refusal", 400, "Hôm nay không làm được."),
]
JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(("kind", "status", "words"), TOLD)
def test_a_refusal_has_a_page(probe, kind, status, words):
    answer = probe.get(f"/probes/refuse/{kind}")

    assert (answer.status_code, answer.mimetype) == (status, "text/html")
    assert words in answer.text
    assert answer.text.count("<h1>") == 1


@pytest.mark.parametrize("kind", [kind for kind, _, _ in TOLD])
def test_no_refusal_is_said_to_be_a_page_that_was_open_too_long(probe, kind):
    assert "đã mở quá lâu" not in probe.get(f"/probes/refuse/{kind}").text


@pytest.mark.parametrize(("kind", "status", "words"), TOLD)
def test_a_refusal_is_told_to_a_script(probe, kind, status, words):
    answer = probe.get(f"/probes/refuse/{kind}", headers=JSON)

    assert (answer.status_code, answer.json["text"]) == (status, words)


def test_a_script_that_sends_json_is_answered_in_json(probe):
    answer = probe.post("/probes/refuse/forbidden", json={})

    assert (answer.status_code, answer.json["text"]) == (403, "Trang này của tỉnh khác.")


def test_a_browser_gets_a_page_although_it_takes_everything(probe):
    accepts = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    answer = probe.get("/probes/refuse/forbidden", headers={"Accept": accepts})

    assert answer.mimetype == "text/html"


def test_a_failure_is_told_with_a_code_that_stands_in_the_log_and_nothing_else(probe, caplog):
    answer = probe.get("/probes/fail", headers=JSON)

    assert answer.status_code == 500
    assert answer.json["code"] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "hoa-sen" not in answer.text
    assert "ZeroDivision" not in answer.text


def test_a_page_says_that_nobody_is_there_only_where_somebody_was_looked_for(probe):
    assert " data-nobody" in probe.get("/probes/abort/404").text
    assert " data-nobody" not in probe.get("/probes/fail").text


def test_a_full_disk_is_told_as_one(probe, caplog):
    answer = probe.get("/probes/full", headers=JSON)

    assert (answer.status_code, answer.json["title"]) == (507, "Máy chủ hết chỗ trống")
    assert answer.json["code"] in caplog.text


def test_a_wrong_way_of_asking_says_which_is_right(probe):
    answer = probe.get("/probes/kept/a")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert "Quay lại trang trước" in answer.text


def test_a_range_that_is_not_there_is_told_as_one(probe):
    answer = probe.get("/probes/range")

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */100"
    assert "đã mở quá lâu" not in answer.text


@pytest.mark.parametrize("status", [400, 403, 404, 410, 415, 429, 503])
def test_every_way_of_stopping_has_a_page_with_a_title(probe, status):
    answer = probe.get(f"/probes/abort/{status}")

    assert answer.status_code == status
    assert "<h1></h1>" not in answer.text


def test_a_form_without_its_token_is_refused(probe):
    answer = probe.post("/probes/form", data={"words": "a"})

    assert answer.status_code == 400
    assert "Mở lại trang rồi làm lại" in answer.text


@pytest.mark.parametrize(
    ("came_from", "leads_to"),
    [("http://localhost/sign-in", "http://localhost/sign-in"), ("https://example.org/", "/")],
)
def test_the_way_back_from_a_refused_form_stays_on_this_site(probe, came_from, leads_to):
    answer = probe.post("/probes/form", data={"words": "a"}, headers={"Referer": came_from})

    assert f'<a class="btn" href="{leads_to}">' in answer.text
    assert "example.org" not in answer.text


def test_the_token_of_another_browser_is_no_good(probed, probe):
    page = probed.test_client().get("/sign-in").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    probe.get("/sign-in")

    assert token
    assert probe.post("/probes/form", data={"csrf_token": token}).status_code == 400


def test_the_token_may_come_with_a_script_in_a_header(probe):
    page = probe.get("/sign-in").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]

    answer = probe.post("/probes/form", data={"words": "a"}, headers={"X-CSRFToken": token})

    assert answer.text == "a"

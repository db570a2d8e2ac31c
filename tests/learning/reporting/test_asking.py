"""Only pages of ours send reports."""

import pytest

from elearn.learning.reporting import is_from_our_page

JSON = {"CONTENT_TYPE": "application/json", "HTTP_HOST": "hoc.vn"}


@pytest.mark.parametrize(
    "said",
    [
        {"HTTP_SEC_FETCH_SITE": "same-origin"},
        {"HTTP_ORIGIN": "https://hoc.vn"},
        {"HTTP_REFERER": "https://hoc.vn/lectures/HV-32"},
        {"HTTP_ORIGIN": "http://hoc.vn", "HTTP_REFERER": ""},
        {"HTTP_SEC_FETCH_SITE": "same-origin", "CONTENT_TYPE": "Application/JSON; charset=utf-8"},
    ],
)
def test_a_page_of_ours_is_known_by_what_its_browser_says(said):
    assert is_from_our_page(JSON | said)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "https://hoc.vn"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_ORIGIN": "null"},
        {"HTTP_ORIGIN": "https://hoc.vn.xau.example"},
        {"HTTP_ORIGIN": "https://xau.example", "HTTP_REFERER": "https://hoc.vn/"},
        {"HTTP_REFERER": "https://xau.example/https://hoc.vn/"},
        {"HTTP_SEC_FETCH_SITE": "same-origin", "CONTENT_TYPE": "text/plain"},
        {"HTTP_SEC_FETCH_SITE": "same-origin", "CONTENT_TYPE": ""},
    ],
)
def test_whoever_else_sends_something_is_not(said):
    assert not is_from_our_page(JSON | said)

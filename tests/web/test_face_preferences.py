"""Language and colours are chosen by an address and kept by the device."""

import pytest
from flask import Flask
from flask.testing import FlaskClient


@pytest.fixture
def browser(web: Flask) -> FlaskClient:
    """A browser of somebody unknown, on an application that needs no database for it."""
    return web.test_client()


def test_a_page_is_vietnamese_unless_english_was_chosen(browser):
    assert 'lang="vi"' in browser.get("/nowhere").text

    browser.get("/nowhere?language=en")

    assert '<html lang="en">' in browser.get("/nowhere").text


def test_a_choice_comes_back_to_its_page_and_keeps_the_rest_of_the_address(browser):
    answer = browser.get("/nowhere?next=%2Fa&language=en&next=b")

    assert answer.location == "/nowhere?next=%2Fa&next=b"


def test_a_language_nobody_speaks_is_no_choice(browser):
    assert browser.get("/nowhere?language=tlh").status_code == 404


def test_colours_follow_the_device_until_they_are_chosen(browser):
    assert "data-theme" not in browser.get("/nowhere").text

    browser.get("/nowhere?theme=dark")
    assert 'data-theme="dark"' in browser.get("/nowhere").text

    browser.get("/nowhere?theme=device")
    assert "data-theme" not in browser.get("/nowhere").text


def test_a_path_of_two_slashes_leads_nowhere_else(browser):
    elsewhere = {"PATH_INFO": "//example.org/"}

    answer = browser.get("/?language=en", environ_overrides=elsewhere)
    page = browser.get("/", environ_overrides=elsewhere).text

    assert answer.location == "/example.org/"
    assert 'href="/example.org/?language=' in page
    assert 'href="//' not in page


def test_a_phone_can_keep_the_product_on_its_home_screen(browser):
    answer = browser.get("/manifest.webmanifest")

    assert answer.mimetype == "application/manifest+json"
    assert answer.json is not None
    assert answer.json["name"] == "Bồi dưỡng cơ sở"
    with browser.get(answer.json["icons"][0]["src"]) as icon:
        assert icon.mimetype == "image/svg+xml"

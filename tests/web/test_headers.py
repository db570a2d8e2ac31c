"""What every answer says about itself."""

import pytest


@pytest.mark.parametrize(
    "page", ["/sign-in", "/nowhere", "/probes/fail", "/probes/refuse/forbidden"]
)
def test_every_page_keeps_foreign_scripts_and_frames_out(probe, page):
    headers = probe.get(page).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("page", ["/sign-in", "/nowhere"])
def test_a_page_is_not_kept_by_a_phone_that_several_use(probe, page):
    assert probe.get(page).headers["Cache-Control"] == "no-store"


def test_what_says_how_long_it_may_be_kept_is_kept(probe):
    assert probe.get("/probes/cached").headers["Cache-Control"] == "public, max-age=31536000"


def test_built_files_are_kept_for_a_year(probe):
    address = probe.get("/sign-in").text.partition('rel="stylesheet" href="')[2].partition('"')[0]

    with probe.get(address) as answer:
        assert "max-age=31536000" in answer.headers["Cache-Control"]


def test_the_cookie_is_for_encrypted_lines_only_where_the_operator_says_so(probed, probe):
    probed.config["SESSION_COOKIE_SECURE"] = True
    try:
        cookie = probe.get("/sign-in").headers["Set-Cookie"]
    finally:
        probed.config["SESSION_COOKIE_SECURE"] = False

    assert "Secure" in cookie

"""The address of the worker: what stands there, and how long a browser may believe it."""

from dataclasses import replace

import pytest

from elearn.web import assets


@pytest.fixture
def withdrawn(client, app, here):
    """A browser of an installation whose operator has withdrawn the worker."""
    settings = replace(here.settings, offline=False)
    app.extensions["installation"] = replace(here, settings=settings)
    return client


def test_the_worker_is_told_what_the_page_without_a_line_is_made_of(client):
    answer = client.get("/worker.js")

    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    first = answer.text.splitlines()[0]
    assert first.startswith('self.SHELL={"page": "/offline", "assets": ["/static/')
    with client.application.test_request_context():
        assert all(assets.asset(name) in first for name in ("elearn.css", "offline.js", "site.js"))


def test_a_browser_that_has_it_is_sent_nothing(client):
    tag = client.get("/worker.js").headers["ETag"]

    assert client.get("/worker.js", headers={"If-None-Match": tag}).status_code == 304


def test_a_worker_that_was_withdrawn_leaves_and_no_page_brings_it_back(withdrawn, enter):
    enter()

    assert "unregister" in withdrawn.get("/worker.js").text
    assert "data-worker" not in withdrawn.get("/account").text


def test_only_who_is_signed_in_and_not_within_a_messenger_gets_it(client, enter):
    assert "data-worker" not in client.get("/sign-in").text
    enter()
    assert 'data-worker="/worker.js"' in client.get("/account").text
    zalo = {"User-Agent": "Mozilla/5.0 (Linux; Android 9) Chrome/100.0 Mobile Zalo android/12"}
    assert "data-worker" not in client.get("/account", headers=zalo).text

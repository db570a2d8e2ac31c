"""What another house says that is refused in words: lies, answers heard before, none at all."""

import socket
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.accounts.openid.arriving import answer_to, arrive, at_home, link
from tests.accounts.visiting import Visitor


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    "lie",
    [
        {"nonce": "another"},
        {"aud": "somebody else"},
        {"iss": "https://elsewhere.example"},
        {"exp": "1000000000"},
        {"azp": "somebody else"},
        {"key": "foreign"},
        {"sub": ""},
    ],
    ids=lambda lie: next(iter(lie)),
)
def test_what_a_provider_says_wrongly_is_refused_in_words(visitor, house, lie, app):
    house("alice")
    link(at_home(visitor))
    other = Visitor(app.test_client())
    house("alice", **lie)

    answer = arrive(other)

    assert answer.status_code == 400
    assert "không hợp lệ nên không được nhận" in answer.text
    assert other.open("/account").status_code == 303


@pytest.mark.usefixtures("account")
def test_an_answer_is_heard_once_and_by_the_browser_that_asked(visitor, house, app):
    house("alice")
    link(at_home(visitor))
    other = Visitor(app.test_client())
    path = answer_to(other.open("/sign-in/openid").location)

    stranger = Visitor(app.test_client())
    assert "mở một lần rồi" in stranger.open(path).text
    assert other.open(path).status_code == 303
    assert "mở một lần rồi" in other.open(path).text


@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("wrong", ["state=x", "state=", "error=access_denied&state={state}"])
def test_an_answer_to_something_else_is_refused(visitor, wrong):
    address = visitor.open("/sign-in/openid").location
    state = parse_qs(urlsplit(address).query)["state"][0]

    answer = visitor.open(f"/sign-in/openid/back?code=x&{wrong.format(state=state)}")

    assert answer.status_code == 400
    assert "VNeID" in answer.text


def test_a_code_used_before_opens_nothing(visitor, house):
    house("alice")
    used = parse_qs(urlsplit(answer_to(visitor.open("/sign-in/openid").location)).query)["code"][0]
    visitor.open("/sign-in/openid")

    state = parse_qs(urlsplit(visitor.open("/sign-in/openid").location).query)["state"][0]
    answer = visitor.open(f"/sign-in/openid/back?code={used}&state={state}")

    assert answer.status_code == 400
    assert "đã cũ hoặc đã dùng rồi" in answer.text


def test_a_provider_that_is_down_is_told_in_words(visitor, app, here):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    changed = replace(here.settings, oidc_issuer=nowhere)
    app.extensions["installation"] = replace(here, settings=changed)

    answer = visitor.open("/sign-in/openid")

    assert answer.status_code == 400
    assert "VNeID đang không trả lời như cần" in answer.text


def test_a_provider_that_calls_itself_otherwise_is_none_of_ours(visitor, app, here, provider):
    changed = replace(here.settings, oidc_issuer=provider + "/")
    app.extensions["installation"] = replace(here, settings=changed)

    assert "không trả lời như cần" in visitor.open("/sign-in/openid").text


@pytest.mark.parametrize("page", ["/sign-in/openid", "/sign-in/openid/back"])
def test_without_the_setting_there_is_no_such_way(visitor, app, here, page):
    app.extensions["installation"] = replace(here, settings=replace(here.settings, oidc_issuer=""))

    assert visitor.open(page).status_code == 404
    assert "VNeID" not in visitor.open("/sign-in").text


@pytest.mark.parametrize("act", ["", "/end"])
def test_who_is_signed_out_links_nothing(client, act):
    assert client.post(f"/account/openid{act}").location == "/sign-in"
    assert client.get("/account/openid/go").location == "/sign-in?next=/account/openid/go"

"""Who may send, and that nobody may touch what another sends."""

import io

import pytest
from sqlalchemy import delete

from elearn.access import Role
from elearn.accounts import RoleGrant
from elearn.web.limits import TAKING_PIECES
from tests.media.tus import BYTES, UPLOADS, VERSION, Speaker

FILM = b"0123456789"
SOMEWHERE = f"{UPLOADS}/{'0' * 32}"


class Untouched(io.BytesIO):
    """A body that nobody may read."""

    def read(self, *_size):
        raise AssertionError("the body was read")

    readline = readinto = read


def test_who_is_signed_out_is_told_so_and_nothing_is_read(client):
    facts = {**VERSION, "Upload-Length": "10", "Upload-Offset": "0", "Content-Type": BYTES}
    asked = [("POST", UPLOADS), ("PATCH", SOMEWHERE), ("DELETE", SOMEWHERE), ("HEAD", SOMEWHERE)]

    for method, address in asked:
        body = Untouched(FILM) if method in ("POST", "PATCH") else None
        answer = client.open(address, method=method, headers=facts, input_stream=body)
        assert (method, answer.status_code) == (method, 401)
        assert answer.headers["Tus-Resumable"] == "1.0.0"


@pytest.mark.parametrize("role", [None, Role.LEARNER, Role.INSPECTOR])
def test_who_makes_no_films_sends_none(client, enter, role):
    enter(role)

    assert Speaker(client).create(10, FILM).status_code == 403
    assert client.get(UPLOADS).status_code == 403
    assert client.put(f"{SOMEWHERE}/title", json={"title": "x"}).status_code == 403


@pytest.mark.parametrize("role", [Role.INSTRUCTOR, Role.ADMINISTRATOR, Role.CENTRAL])
def test_what_another_sends_is_not_there(client, enter, role):
    enter(Role.INSTRUCTOR)
    speaker = Speaker(client)
    address = speaker.begun(10)
    enter(role)

    answers = [
        speaker.ask(address),
        speaker.send(address, 0, FILM),
        speaker.remove(address),
        client.put(f"{address}/title", json={"title": "x"}),
    ]

    assert [one.status_code for one in answers] == [404] * 4
    assert speaker.listed() == []


def test_who_lost_her_role_sends_nothing_more(client, db, enter):
    account = enter(Role.INSTRUCTOR)
    speaker = Speaker(client)
    address = speaker.begun(10)
    db.execute(delete(RoleGrant).where(RoleGrant.person_id == account.person_id))
    db.commit()

    assert speaker.send(address, 0, FILM).status_code == 403


def test_a_page_from_elsewhere_sends_nothing(client, app, enter):
    enter(Role.INSTRUCTOR)
    app.config["WTF_CSRF_ENABLED"] = True
    speaker = Speaker(client)

    assert speaker.create(10).status_code == 400
    assert speaker.send(SOMEWHERE, 0, FILM).status_code == 400
    assert speaker.remove(SOMEWHERE).status_code == 400


def test_an_address_that_never_was_is_not_there(client, enter):
    enter(Role.INSTRUCTOR)

    assert Speaker(client).ask(SOMEWHERE).status_code == 404


def test_the_addresses_that_take_pieces_are_there(web):
    assert web.view_functions.keys() >= TAKING_PIECES

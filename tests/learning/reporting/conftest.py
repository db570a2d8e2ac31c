"""A device that watches, and both ways its reports are taken."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from elearn import accounts, clock, learning
from elearn.access import Role
from elearn.learning import Visit
from elearn.learning.reporting import Board, Desk, Pace
from elearn.learning.reporting.heads import Asked
from tests.learning.reporting.devices import LENGTH, Device
from tests.make import accounts as make
from tests.make import media


@pytest.fixture
def device(db, app) -> Callable[..., Device]:
    def sit(*, role: Role | None = None, is_proved: bool = True) -> Device:
        account = make.account(db)
        if role:
            make.role_grant(db, account, role)
        learning.load_rules(db)
        since = clock.now() - timedelta(minutes=1)
        terms = learning.terms_on(db, since.date(), interval=60)
        visit = Visit(media.medium_version(db, seconds=LENGTH).id, LENGTH)
        opened = learning.open_watch(db, account.person_id, visit, terms=terms, now=since)
        token = accounts.open_session(db, account, now=clock.now(), is_proved=is_proved)
        db.commit()
        signer = app.session_interface.get_signing_serializer(app)
        cookie = signer.dumps({"_user_id": token, "_fresh": True})
        return Device(account.person_id, f"session={cookie}", opened.session)

    return sit


@pytest.fixture
def desk(app):
    """A desk of the application that has not seen a slow machine yet."""
    before = app.extensions["desk"]
    app.extensions["desk"] = Desk(before.house, Pace(60, Board()))
    yield app.extensions["desk"]
    app.extensions["desk"] = before


@pytest.fixture
def page(app, desk) -> Callable[..., Any]:
    """`page(device, body)` gives the answer of the page that takes reports."""
    browser = FlaskClient(app, use_cookies=False)

    def ask(device: Device, body: dict[str, Any]) -> Any:
        headers = {"Cookie": device.cookie, "Sec-Fetch-Site": "same-origin"}
        return browser.post("/watching/reports", json=body, headers=headers)

    return ask


@pytest.fixture(params=["desk", "page"])
def send(request, desk, page) -> Callable[..., Any]:
    """`send(device, …)` sends reports by one of the two ways, and returns the answer's body."""

    def by_desk(device: Device, body: dict[str, Any]) -> Any:
        [told] = desk.keeper.answers([Asked(device.cookie, json.dumps(body).encode())])
        return json.loads(told.partition(b"\r\n\r\n")[2])

    way = by_desk if request.param == "desk" else lambda *sent: page(*sent).json
    return lambda device, *reports, **more: way(device, {"reports": reports, **more})

"""The world of the table: two branches, their visitors signed in, and requests that are undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from sqlalchemy import Connection, event
from werkzeug.test import TestResponse

from tests import bases
from tests.make import accounts
from tests.permissions.branches import NOW, Branch, Sent
from tests.permissions.lines import ASKED_TO_SIGN_IN, NOTHING_WRITTEN, VISITORS, Line
from tests.permissions.things import MAKERS

BRANCHES = (("Tỉnh Hưng Yên", "Xã Hưng Hà"), ("Tỉnh Quảng Ninh", "Phường Hạ Long"))
_WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class Request:
    """What a line asks for about one branch."""

    method: str
    address: str
    sent: Sent


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and what was written for it."""

    status: str
    written: tuple[str, ...]

    def told(self, cell: str) -> str:
        """Return the answer as the cell would tell it, were it right."""
        if cell.endswith(NOTHING_WRITTEN) and not self.written:
            return f"{self.status}{NOTHING_WRITTEN}"
        return self.status


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two branches: what each line asks about it, and its visitors' cookies."""

    requests: dict[str, Request]
    cookies: dict[str, str]


class World:
    """The two sides, and the application they are asked of."""

    def __init__(self, app: Flask, connection: Connection, own: Side, other: Side) -> None:
        self._connection, self.own, self.other = connection, own, other
        self._client = FlaskClient(app, use_cookies=False)
        self._client.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"

    def ask(self, request: Request, cookie: str = "") -> Answer:
        """Send a request in the name of whoever holds the cookie, and undo what it did."""
        headers = {"Cookie": f"session={cookie}", "Accept": "application/json"} if cookie else {}
        headers |= request.sent.headers if cookie else {}
        with writes_on(self._connection) as written, undone(self._connection):
            came = self._client.open(
                request.address, method=request.method, headers=headers, **request.sent.arguments
            )
            came.close()
        return Answer(_status(came), tuple(written))


def _status(came: TestResponse) -> str:
    is_asked = came.status_code == 303 and came.location.startswith("/sign-in")
    return ASKED_TO_SIGN_IN if is_asked else str(came.status_code)


@contextmanager
def writes_on(connection: Connection) -> Iterator[list[str]]:
    """Collect the statements by which rows come, change or go."""
    found: list[str] = []

    def note(_connection: object, cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith(_WRITES) and cursor.rowcount:
            found.append(statement)

    event.listen(connection.engine, "after_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(connection.engine, "after_cursor_execute", note)


@contextmanager
def undone(connection: Connection) -> Iterator[None]:
    savepoint = connection.begin_nested()
    try:
        yield
    finally:
        savepoint.rollback()


def built(app: Flask, connection: Connection, folder: Path, lines: list[Line]) -> World:
    """Make all there is on both sides, so that no answer depends on what was asked before."""
    with bases.within(connection).writing() as db:
        own, other = (Branch(db, folder, *names) for names in BRANCHES)
        own.other, other.other = other, own
        for branch in (own, other):
            for name in sorted(MAKERS):
                _ = branch[name]
        return World(app, connection, _side(app, own, lines), _side(app, other, lines))


def _side(app: Flask, branch: Branch, lines: list[Line]) -> Side:
    rules = {
        (method, rule.endpoint): rule
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
    }
    addresses = app.url_map.bind("localhost")
    requests = {
        str(line): Request(
            line.method,
            addresses.build(line.endpoint, branch.filling(rules[line.route])),
            branch.sending(line.name, line.method),
        )
        for line in lines
        if line.route in rules
    }
    return Side(requests, {who: _cookie(app, branch, who) for who in VISITORS})


def _cookie(app: Flask, branch: Branch, who: str) -> str:
    """Return the cookie of a visitor's browser that signed in a moment ago."""
    token = accounts.token(branch.db, branch[who], now=NOW)
    cookies = SecureCookieSessionInterface()
    signing = cookies.get_signing_serializer(app)
    assert signing, "an application without a secret"
    return str(signing.dumps({"_user_id": token, "_fresh": True}))

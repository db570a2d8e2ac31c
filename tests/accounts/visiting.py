"""A browser as a person uses it: opens a page, fills the form that stands there, sends it."""

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.make import accounts as make

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


class Visitor:
    """One browser, with its cookies."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def open(self, address: str, **extra: Any) -> TestResponse:
        return self.client.get(address, **extra)

    def send(self, page: str, fields: dict[str, Any], to: str = "") -> TestResponse:
        """Open a page and send its form, to the page itself unless it goes elsewhere."""
        found = _TOKEN.search(self.open(page).text)
        assert found, f"no form on {page}"
        return self.client.post(to or page, data={"csrf_token": found[1], **fields})

    def sign_in(
        self, name: str, password: str = make.PASSWORD, *, page: str = "/sign-in"
    ) -> TestResponse:
        return self.send(page, {"name": name, "password": password})

    @property
    def cookie(self) -> str:
        """Return the cookie that says who is signed in, as the browser holds it."""
        held = self.client.get_cookie("session")
        return held.value if held else ""

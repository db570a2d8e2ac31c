"""Pages of accounts are tested with a cheap hasher, and with forms that carry their token."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.accounts.visiting import Visitor
from tests.make import accounts as make


@pytest.fixture
def visitor(app: Flask) -> Iterator[Visitor]:
    """A browser that opens a page, and sends its form with the token that stood in it."""
    app.config["WTF_CSRF_ENABLED"] = True
    before = app.extensions["passwords"]
    app.extensions["passwords"] = make.PASSWORDS
    yield Visitor(app.test_client())
    app.extensions["passwords"] = before

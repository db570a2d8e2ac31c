"""Going to another house and coming back, as a browser does."""

from urllib.parse import urljoin

import requests

from tests.make import accounts as make

BACK = "http://localhost:8000/sign-in/openid/back"


def answer_to(address):
    """Go to the provider as a browser does; return the path that it sends one back to."""
    with requests.Session() as browser:
        while not address.startswith(BACK):
            said = browser.get(address, allow_redirects=False, timeout=60)
            address = urljoin(address, said.headers["Location"])
    return address.removeprefix("http://localhost:8000")


def arrive(visitor, start="/sign-in/openid"):
    return visitor.open(answer_to(visitor.open(start).location))


def link(visitor):
    """Link the account of whoever is signed in: by her password, then at the provider."""
    visitor.send("/account/openid", {"password": make.PASSWORD})
    return arrive(visitor, "/account/openid/go")


def at_home(visitor, name="chihoi1"):
    visitor.sign_in(name)
    return visitor

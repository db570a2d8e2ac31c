"""A mail server, and the job that hands letters in to it."""

from dataclasses import replace

import pytest

from elearn import jobs
from elearn.notices.jobs import send
from tests.make.notices import Postman, mail_server
from tests.notices.handing import FROM, SECRET


@pytest.fixture
def postman():
    return Postman()


@pytest.fixture
def server(postman):
    with mail_server(postman) as address:
        yield f"smtp://{address}"


@pytest.fixture
def post(here):
    """`post(url)` does the job that hands letters in, as the worker does."""

    def post(url):
        settings = replace(here.settings, mail_url=url, mail_from=FROM, secret_key=SECRET)
        send(jobs.Work(1, "a test", {}, settings, here.database, here.store))

    return post

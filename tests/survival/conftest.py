"""An installation that several processes work on, and people with an open lecture."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from elearn import clock, learning, migrations
from elearn.app import create_app
from elearn.cli import Installation
from elearn.learning.rules import Visit
from tests import bases, own
from tests.browser import living
from tests.make import accounts, media, people
from tests.survival.learners import Learner

LENGTH = 3600


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation with empty tables and the watch rule, in a database of its own."""
    home = tmp_path_factory.mktemp("survival")
    with own.address(home) as address:
        settings = replace(bases.settings_at(home), database_url=address, secret_key=living.SECRET)
        here = Installation.of(settings)
        migrations.upgrade(here.database.engine)
        with here.database.writing() as db:
            learning.load_rules(db)
        yield here
        here.database.engine.dispose()


@pytest.fixture(scope="session")
def doorkeeper(place: Installation) -> Flask:
    """The application as the servers run it, to sign cookies as they do."""
    return create_app(place.settings, database=place.database)


@pytest.fixture
def learner(place: Installation, doorkeeper: Flask) -> Iterator[Callable[..., list[Learner]]]:
    """`learner(devices=2)` has one open lecture a device; the clock has run for her since then."""

    made: list[Learner] = []

    def make(*, devices: int = 1, watching: timedelta = timedelta(hours=1)) -> list[Learner]:
        since = clock.now() - watching
        with place.database.writing() as db:
            person = people.person(db)
            account = accounts.account(db, person)
            terms = learning.terms_on(db, since.date(), interval=15)
            sessions = [
                learning.open_watch(
                    db, person.id, Visit(version.id, LENGTH), terms=terms, now=since
                ).session
                for version in (media.medium_version(db, seconds=LENGTH) for _ in range(devices))
            ]
            tokens = [accounts.token(db, account) for _ in sessions]
        pairs = zip(tokens, sessions, strict=True)
        made.extend(Learner.of(doorkeeper, token, session) for token, session in pairs)
        return made[-devices:]

    yield make
    for one in made:
        one.hang_up()

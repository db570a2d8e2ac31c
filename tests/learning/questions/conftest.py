"""A lecture with its film, somebody who learns, and somebody who teaches."""

import pytest

from tests.learning.questions.acting import actor
from tests.make import catalogue as teaching
from tests.make import media as films
from tests.make import people


@pytest.fixture
def film(db):
    return films.medium_version(db, seconds=100)


@pytest.fixture
def lecture(db, film):
    return teaching.lecture(db, "HV-15", medium_id=film.medium_id, title="Quản lý hội viên")


@pytest.fixture
def learner(db):
    return people.person(db)


@pytest.fixture
def teacher(db):
    return actor(db)

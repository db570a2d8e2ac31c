"""Somebody who has watched, and a receipt she was given."""

from typing import Any

import pytest

from elearn import learning, people
from elearn.learning import service
from elearn.learning.models import SignedReceipt
from tests.learning.players import START
from tests.learning.receipts.looking import SIGNER
from tests.make import accounts
from tests.make import catalogue as teaching
from tests.make import learning as studying
from tests.make import media as films
from tests.make import people as make


@pytest.fixture
def learner(db, sign_in) -> Any:
    """Somebody signed in who watched 41 minutes of a lecture of 48, and a minute of another."""
    learning.load_rules(db)
    account = accounts.account(db, make.person(db, "H'Hen Niê", birth_year=1979))
    person = people.person_by_id(db, account.person_id)
    for code, seconds in (("HV-32", 2460), ("HV-33", 60)):
        film = films.playable(db, seconds=2880)
        teaching.lecture(db, code, medium_id=film.medium_id, title="Vai trò của chi hội trưởng")
        studying.watched(db, person, film, seconds=seconds)
    db.commit()
    sign_in(account)
    return account


@pytest.fixture
def given(db, learner) -> SignedReceipt:
    made = service.give_receipt(db, learner.person_id, SIGNER, share_percent=80, now=START)
    db.commit()
    return made

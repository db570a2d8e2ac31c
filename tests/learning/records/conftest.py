"""Whose paper it is, who decides, and the paper."""

import pytest

from elearn import people
from elearn.access import Role
from elearn.storage import remember
from tests.make import accounts, papers
from tests.make import people as make
from tests.make.areas import area


@pytest.fixture
def her(db):
    head = make.tenure(db, make.person(db, "Vũ Thị Ngát")).person
    return accounts.account(db, head)


@pytest.fixture
def province(db):
    account = accounts.account(db)
    accounts.role_grant(db, account, Role.ADMINISTRATOR, area_id=area(db, "Tỉnh Hưng Yên").id)
    return account


@pytest.fixture
def record(db, store, tmp_path, her):
    page = tmp_path / "page.webp"
    page.write_bytes(b"a page")
    file = remember(db, store, page, media_type="image/webp", now=papers.NOW)
    person = people.person_by_id(db, her.person_id)
    return papers.record(db, person, pages=(file,))


@pytest.fixture
def as_(db, client, sign_in):
    """`as_(account)` goes on as somebody else, with all that was made committed."""

    def enter(account):
        db.commit()
        sign_in(account)
        return client

    return enter

"""Somebody signed in who holds a role over an area, or who holds a certificate."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.orm import Session

from elearn import accounts
from elearn.access import Role
from elearn.certificates import Certificate, FileKind
from elearn.certificates.service import keep_file
from elearn.people import Person
from elearn.storage import Store
from tests.make import accounts as make_accounts
from tests.make import certificates as make
from tests.make import people
from tests.make.areas import area

SignIn = Callable[[accounts.Account], None]


@pytest.fixture
def november() -> Iterator[None]:
    """The clock stands at the day on which the makers issue."""
    with time_machine.travel(make.NOW, tick=False):
        yield


@pytest.fixture
def enter(db: Session, sign_in: SignIn) -> Callable[..., None]:
    """`enter(Role.ADMINISTRATOR, "Tỉnh Hưng Yên")` signs in a new account with that role there."""

    def enter(role: Role, place: str) -> None:
        account = make_accounts.account(db)
        make_accounts.role_grant(db, account, role, area_id=area(db, place).id)
        sign_in(account)

    return enter


@pytest.fixture
def holder(db: Session) -> Person:
    return people.person(db, "Nguyễn Thị Ngọc Ưỡng", birth_year=1979)


@pytest.fixture
def issued(db: Session, holder: Person) -> Certificate:
    return make.certificate(db, holder)


@pytest.fixture
def drawn(db: Session, store: Store, issued: Certificate, tmp_path: Path) -> Certificate:
    """The certificate with a file of 110 kB in the store."""
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7 a certificate" * 5000)
    keep_file(db, issued, FileKind.RENDERED, store.keep(paper), now=make.NOW)
    db.flush()
    return issued


@pytest.fixture
def sign_in_holder(db: Session, sign_in: SignIn, holder: Person) -> None:
    sign_in(make_accounts.account(db, holder))

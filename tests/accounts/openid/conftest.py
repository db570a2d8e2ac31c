"""Another house to sign in by: a real provider, in a process of its own, that may lie."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests

from elearn import accounts, clock
from tests.accounts.openid.arriving import BACK
from tests.make import accounts as make
from tests.make import people

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """The address of an oidc-provider that lives as long as the tests run."""
    script = [str(ROOT / ".venv/bin/node"), str(Path(__file__).with_name("provider.mjs")), BACK]
    with subprocess.Popen(script, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        yield process.stdout.readline().decode().strip()
        process.terminate()


@pytest.fixture
def settings(settings, provider):
    chosen = {
        "issuer": provider,
        "client_id": "elearn",
        "client_secret": "a secret",
        "name": "VNeID",
    }
    return replace(settings, **{f"oidc_{name}": value for name, value in chosen.items()})


@pytest.fixture
def account(db):
    made = make.account(db, people.person(db, "Nguyễn Thị Ngọc Ưỡng"), user_name="chihoi1")
    version = accounts.notice_on(clock.today()).version
    accounts.accept_notice(db, [made.id], version, now=clock.now())
    db.commit()
    return made


@pytest.fixture
def house(provider):
    """`house("alice")` says who sits at the provider; further words are its next lies."""

    def as_(subject, **lies):
        requests.get(f"{provider}/as", {"subject": subject}, timeout=60)
        if lies:
            requests.get(f"{provider}/lie", lies, timeout=60)

    return as_

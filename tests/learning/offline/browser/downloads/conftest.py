"""Two lectures to fetch, and a phone on a line that may break, in which somebody is signed in."""

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from elearn.accounts import Account
from tests.browser import looking
from tests.browser.living import Live
from tests.learning.offline.browser.cutting import Line, line_to
from tests.learning.offline.browser.downloads.cards import SIZE, TWO_LECTURES, sign_in
from tests.make import accounts, media
from tests.make import catalogue as teaching


@pytest.fixture(scope="session")
def bytes_of_film() -> bytes:
    return random.Random(9).randbytes(SIZE)


@pytest.fixture(scope="session")
def films(
    live: Live,
    household: object,
    bytes_of_film: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[str, ...]:
    """Two lectures of a module whose pictures are so many bytes."""
    assert household  # The rules of watching came with it.
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    path.write_bytes(bytes_of_film)
    kept = live.here.store.keep(path)
    with live.here.database.writing() as db:
        file = media.stored_file(db, digest=kept.sha256, size=SIZE)
        made = []
        for code in TWO_LECTURES:
            film = media.medium_version(db, seconds=2700)
            media.rendition(db, film, "240p", file_id=file.id, size_bytes=SIZE)
            media.caption(db, film)
            made.append(
                teaching.lecture(db, code, medium_id=film.medium_id, title=f"Tải về {code}")
            )
        teaching.module(db, "TV", made, title="Chuyên đề tải về")
    return TWO_LECTURES


@pytest.fixture
def learner(live: Live) -> Account:
    with live.here.database.writing() as db:
        return accounts.account(db)


@pytest.fixture
def line(live: Live) -> Iterator[Line]:
    with line_to(live.address) as line:
        yield line


@pytest.fixture
def phone(chromium: Browser, live: Live, line: Line, learner: Account) -> Iterator[BrowserContext]:
    """A phone on a line that may break, in which somebody is signed in."""
    context = looking.open_context(chromium, line.address, service_workers="allow")
    sign_in(context, live, learner)
    yield context
    looking.shut(context)

"""A short film, the chair of a commune and those who come to see it, and the screen before them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from elearn import learning
from elearn.people import Person
from tests.browser import looking
from tests.browser import screening as screenings
from tests.browser.living import Live
from tests.browser.screening import Screening
from tests.learning.viewings.browser.halls import NAMES, Hall
from tests.make import accounts, areas, people

SCREEN = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def film(live: Live, medium_id: int) -> Screening:
    return screenings.put_up(live, medium_id, "HV-02")


@pytest.fixture(scope="session")
def communes() -> Iterator[str]:
    """Give each hall its own: nobody of another is on its roster."""
    return iter(("Xã Hưng Hà", "Phường Phố Hiến"))  # As many as there are trials before a screen.


@pytest.fixture
def hall(live: Live, communes: Iterator[str]) -> Hall:
    with live.here.database.writing() as db:
        learning.load_rules(db)
        commune = areas.area(db, next(communes))
        unit = people.org_unit(db, at=commune)
        chair = accounts.account(db)
        accounts.role_grant(db, chair, area_id=commune.id)
        sitters = {name: accounts.account(db, accounts.person(db, name)) for name in NAMES}
        for one in sitters.values():
            people.tenure(db, db.get_one(Person, one.person_id), at=unit)
    return Hall(chair, sitters)


@pytest.fixture
def screen(chromium: Browser, live: Live, hall: Hall) -> Iterator[Page]:
    """The chair's laptop, with a projector."""
    laptop = looking.open_context(chromium, live.address, viewport=SCREEN)
    laptop.add_cookies([live.cookie_of(hall.chair)])  # type: ignore[list-item]  # a cookie
    yield laptop.new_page()
    laptop.close()

"""Somebody who leads a shared viewing, at moments of the test's choosing."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import catalogue, learning, media
from elearn.access import Actor, Grant, Role
from elearn.learning import Form, Seconds, Terms, Visit, WatchMap, WatchReport
from elearn.learning.viewings import SharedPresence, SharedViewing, service
from elearn.learning.viewings.rules import Brought, Span
from elearn.people import OrgUnit, Person
from tests.learning.players import START
from tests.make import areas
from tests.make import catalogue as taught
from tests.make import media as films
from tests.make import people as make

LENGTH = 600


def shown(db: Session, code: str = "BG-01") -> tuple[catalogue.Lecture, media.Playable]:
    """Return a lecture with a film of ten minutes."""
    version = films.medium_version(db, seconds=LENGTH)
    films.rendition(db, version)
    lecture = taught.lecture(db, code, medium_id=version.medium_id)
    return lecture, media.playable_of(db, version.medium_id)


def sitters(db: Session, unit: OrgUnit, count: int) -> list[Person]:
    """Return so many who hold a post in a unit."""
    people = [make.person(db, f"Trần Thị Số {number:02}") for number in range(count)]
    for one in people:
        make.tenure(db, one, at=unit, post="branch_head")
    return people


class Leader:
    """The chair of a commune before her screen; seconds are counted from START."""

    def __init__(self, db: Session, terms: Terms, unit: OrgUnit, place: str = "Xã Hưng Hà") -> None:
        self.db, self.terms, self.area = db, terms, areas.area(db, place)
        self.person = make.tenure(db, make.person(db, "Vũ Thị Ngát"), at=unit).person
        path = areas.path(db, place)
        grant = Grant(Role.ADMINISTRATOR, path, date(2025, 7, 1), proposes=True)
        self.actor = Actor(self.person.id, (grant,))

    def open(
        self, what: tuple[catalogue.Lecture, media.Playable], *, at: float = 0
    ) -> SharedViewing:
        """Open a viewing, and the lecture in her own player."""
        wanted = service.Opening(*what, self.area.id, "Nhà văn hóa thôn Đông")
        viewing = service.open_viewing(
            self.db, self.actor, wanted, terms=self.terms, now=moment(at)
        )
        self.visit(viewing, at=at)
        return viewing

    def visit(self, viewing: SharedViewing, *, at: float) -> None:
        visit = Visit(viewing.medium_version_id, viewing.length)
        opened = learning.open_watch(
            self.db, self.person.id, visit, terms=self.terms, now=moment(at)
        )
        self.session = opened.session

    def play(self, *ranges: tuple[int, int], at: float) -> None:
        """Have her own player report what it played."""
        said = WatchReport(self.session, Form.VIDEO, ranges, ranges[-1][1])
        learning.record(self.db, self.person.id, said, terms=self.terms, now=moment(at))

    def say(
        self, viewing: SharedViewing, *stretches: Brought, at: float, ended: bool = False
    ) -> service.Taken:
        said = service.Said(stretches, has_ended=ended)
        return service.take(self.db, viewing.id, said, terms=self.terms, now=moment(at))

    def state(self, viewing: SharedViewing, *, at: float) -> None:
        service.state(self.db, self.actor, viewing.id, terms=self.terms, now=moment(at))


def moment(second: float) -> datetime:
    return START + timedelta(seconds=second)


def stretch(
    number: int, present: Iterable[Person], *played: tuple[int, int], at: tuple[float, float]
) -> Brought:
    """Return a stretch, from when to when it was played."""
    span = Span(moment(at[0]), moment(at[1]))
    return Brought(number, Form.VIDEO, tuple(one.id for one in present), played, span)


def maps(db: Session, viewing: SharedViewing) -> dict[int, tuple[Seconds, Seconds]]:
    """Return, by person, what is held of the film, and what of it as shared."""
    rows = select(WatchMap).where(WatchMap.medium_version_id == viewing.medium_version_id)
    found = db.scalars(rows.execution_options(populate_existing=True))
    return {
        one.person_id: (Seconds.from_bytes(one.bits), Seconds.from_bytes(one.shared or b""))
        for one in found
    }


def presence(db: Session, viewing: SharedViewing, who: Person) -> SharedPresence:
    return db.get_one(SharedPresence, (viewing.id, who.id), populate_existing=True)


def seconds(*ranges: tuple[int, int]) -> Seconds:
    return Seconds.of(ranges, LENGTH)

"""Somebody with lectures on her phones, at moments of the test's choosing."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from elearn import learning
from elearn.learning import Form, Terms, Visit, WatchReport
from elearn.learning.models import OfflineLease
from elearn.learning.offline import queries, sealing, service
from elearn.learning.offline.service import EnvelopeOutcome
from elearn.learning.rules import Receipt, Seconds, SessionKind
from tests.learning.offline.phones import Phone
from tests.learning.players import START
from tests.make import catalogue, people

SECRET = "not a secret"
LENGTH = 600


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


class Away:
    """A person who fetches lectures, plays them without a line, and is online now and then."""

    def __init__(self, db: Session, terms: Terms, person_id: int | None = None) -> None:
        self.db, self.terms, self.phone = db, terms, Phone()
        self.person_id = person_id or people.person(db).id
        self.lecture_id = catalogue.lecture(db, f"XA-{self.person_id}").id
        rule = queries.lease_rule_on(db, START.date())
        self.leave = service.Leave(rule, terms)

    def lease(self, film: int, second: float = 0, **visit: Any) -> str:
        """Fetch a film of ten minutes; return the token of its lease."""
        wanted = service.Wanted(self.lecture_id, Visit(film, LENGTH, **visit), "240p", 1000)
        given, _ = service.lease(self.db, self.person_id, wanted, self.leave, now=at(second))
        key = sealing.told(sealing.key_of(SECRET, given.token))
        told = {"lease": given.token, "key": key, "server": sealing.server_of(SECRET)}
        return self.phone.keep(told)

    def row(self, lease: str) -> OfflineLease:
        return queries.leases_named(self.db, [lease])[lease]

    def renew(self, lease: str, second: float) -> None:
        service.renew(self.db, self.row(lease), self.leave, now=at(second))

    def bring(self, second: float, *lines: str) -> list[EnvelopeOutcome]:
        return bring(self.db, self.terms, second, *lines)

    def played(self, lease: str, second: float, *ranges: tuple[int, int]) -> EnvelopeOutcome:
        """Play without a line and bring it at once."""
        [outcome] = self.bring(second, self.phone.played(lease, *ranges))
        return outcome

    def online(self, film: int, second: float = 0) -> str:
        visit = Visit(film, LENGTH)
        opened = learning.open_watch(
            self.db, self.person_id, visit, terms=self.terms, now=at(second)
        )
        return opened.session

    def watched(self, session: str, second: float, *ranges: tuple[int, int]) -> Receipt:
        said = WatchReport(session, Form.VIDEO, ranges, ranges[-1][1])
        return learning.record(self.db, self.person_id, said, terms=self.terms, now=at(second))

    def held(self) -> dict[int, Seconds]:
        """Return the map of each film."""
        kept = learning.WatchMap
        rows = self.db.execute(
            select(kept.medium_version_id, kept.bits).where(kept.person_id == self.person_id)
        )
        return {version_id: Seconds.from_bytes(bits) for version_id, bits in rows}

    def credited(self, kind: SessionKind) -> int:
        evidence, visit = learning.WatchEvidence, learning.WatchSession
        hers = select(evidence.credited_seconds).join(visit)
        hers = hers.where(visit.person_id == self.person_id, visit.kind == kind)
        return sum(self.db.scalars(hers))


def bring(db: Session, terms: Terms, second: float, *lines: str) -> list[EnvelopeOutcome]:
    """Bring lines of whomever."""
    given = [one.encode() for one in lines]
    taken = service.take(db, given, secret_key=SECRET, terms=terms, now=at(second))
    db.expire_all()
    return taken

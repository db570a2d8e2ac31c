"""A person at a player, at moments of the test's choosing."""

from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from elearn import learning
from elearn.learning import Form, Terms, Visit, WatchReport
from elearn.learning.rules import Receipt
from tests.make import people

START = datetime(2026, 11, 21, 13, tzinfo=UTC)


class Player:
    """A person at a player: opens lectures and reports seconds, at moments counted from START."""

    def __init__(self, db: Session, terms: Terms) -> None:
        self.db = db
        self.terms = terms
        self.person_id = people.person(db).id

    def open(self, version_id: int, *, at: float = 0, length: int = 600) -> str:
        now = START + timedelta(seconds=at)
        visit = Visit(version_id, length)
        opened = learning.open_watch(self.db, self.person_id, visit, terms=self.terms, now=now)
        return opened.session

    def report(
        self, session: str, *ranges: tuple[int, int], at: float, closing: bool = False
    ) -> Receipt:
        now = START + timedelta(seconds=at)
        position = ranges[-1][1] if ranges else 0
        said = WatchReport(session, Form.VIDEO, ranges, position, closing)
        return learning.record(self.db, self.person_id, said, terms=self.terms, now=now)

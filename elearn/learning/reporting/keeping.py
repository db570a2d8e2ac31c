"""Many requests with reports kept in one transaction, each answered as a page would answer it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from elearn import accounts, clock
from elearn.db import Database
from elearn.errors import InvalidInput
from elearn.learning.queries import terms_on
from elearn.learning.reporting import wire
from elearn.learning.reporting.heads import Asked
from elearn.learning.reporting.pace import Pace
from elearn.learning.reporting.reading import Batch, batch_of
from elearn.learning.reporting.telling import encoded, receipts
from elearn.learning.rules import Terms
from elearn.learning.service import Claim, Outcome, record_many

_FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class House:
    """What reports are kept with: the database, and who reads cookies as the pages do."""

    database: Database
    token_in: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class _Brought:
    """Reports that could be read, and the token they came with."""

    token: str
    batch: Batch


class Keeper:
    """Keeps reports of many people at once."""

    def __init__(self, house: Callable[[], House], pace: Pace) -> None:
        self._house, self._pace = house, pace
        self._terms: tuple[datetime, Terms] | None = None

    def answers(self, some: Sequence[Asked]) -> list[bytes | None]:
        """Keep what requests bring, and return their answers, which hold once this returns.

        There is none for what a page has to answer: somebody signed out or who may owe a code, and
        whatever no player would send.
        """
        house, now = self._house(), clock.now()
        brought = [self._brought(house, asked, now) for asked in some]
        tokens = {one.token for one in brought if one}
        if not tokens:
            return [None] * len(some)
        with house.database.writing() as db:
            persons = accounts.persons_signed_in(db, tokens, now=now)
            known = [one if one and _is_hers(one, persons) else None for one in brought]
            return _told(db, known, persons, self._terms_on(db, now))

    def _brought(self, house: House, asked: Asked, now: datetime) -> _Brought | None:
        token = house.token_in(asked.cookies)
        if token is None:
            return None
        try:
            return _Brought(token, batch_of(asked.body, self._pace.board, now))
        except InvalidInput:
            return None

    def _terms_on(self, db: Session, now: datetime) -> Terms:
        kept, day = self._terms, clock.day_of(now)
        if kept is None or now - kept[0] > _FRESH or clock.day_of(kept[0]) != day:
            kept = self._terms = now, terms_on(db, day, interval=self._pace.interval)
        return replace(kept[1], interval=self._pace.interval)


def _is_hers(one: _Brought, persons: Mapping[str, int]) -> bool:
    """Return whether reports come from whoever is signed in, and a page of hers."""
    return one.token in persons and one.batch.is_of(persons[one.token])


def _told(
    db: Session, known: Sequence[_Brought | None], persons: Mapping[str, int], terms: Terms
) -> list[bytes | None]:
    now = clock.now()
    claims = [
        Claim(persons[one.token], said.report)
        for one in known
        if one is not None
        for said in one.batch.said
    ]
    outcomes = iter(record_many(db, claims, terms=terms, now=now))
    return [
        None if one is None else _answer(one.batch, outcomes, terms.interval, now) for one in known
    ]


def _answer(batch: Batch, outcomes: Iterator[Outcome], interval: int, now: datetime) -> bytes:
    hers = [next(outcomes) for _ in batch.said]
    return wire.kept(encoded(receipts(batch, hers, interval=interval, now=now)))

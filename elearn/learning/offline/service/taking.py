"""Envelopes come in, by a line or in a file: what their seals prove is taken as reports are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_

from sqlalchemy.orm import Session

from elearn.learning.models import OfflineLease
from elearn.learning.offline.models import EnvelopeState
from elearn.learning.offline.queries import leases_named
from elearn.learning.offline.reading import envelope_in
from elearn.learning.offline.rules import Envelope, Reason, Stretch
from elearn.learning.offline.service.leasing import end
from elearn.learning.rules import Receipt, Seconds, Standing, Terms, WatchReport
from elearn.learning.service import Claim, Outcome, record_many
from elearn.learning.service.keeping import hold_sessions


@dataclass(frozen=True, slots=True)
class EnvelopeOutcome:
    """What became of an envelope."""

    envelope: Envelope | None
    lease: OfflineLease | None = None
    #: Why it was not taken; None: it was.
    reason: Reason | None = None
    receipts: tuple[Receipt, ...] = field(default=())
    has_ended: bool = False

    @property
    def state(self) -> EnvelopeState:
        if self.reason is not None:
            return EnvelopeState.QUARANTINED if self.reason.may_pass else EnvelopeState.REFUSED
        return EnvelopeState.KNOWN if self.is_known else EnvelopeState.TAKEN

    @property
    def is_known(self) -> bool:
        """Whether all it says had come before."""
        return bool(self.receipts) and all(one.is_repeated for one in self.receipts)

    @property
    def standing(self) -> Standing | None:
        return self.receipts[-1].standing if self.receipts else None

    @property
    def claimed_seconds(self) -> int:
        """How many distinct seconds of its film it tells of, in whatever form."""
        standing = self.standing
        return self.envelope.seconds_of(standing.length) if self.envelope and standing else 0

    @property
    def is_cut(self) -> bool:
        """Whether it told, too, of seconds that its film does not have; they are left out."""
        told = len(self.envelope.stretches) if self.envelope else 0
        return len(self.receipts) < told or any(one.is_cut for one in self.receipts)

    @property
    def credited_seconds(self) -> int:
        """How many of them were new and paid for."""
        return sum(one.credited for one in self.receipts)

    @property
    def refused(self) -> Seconds:
        """The seconds that nothing pays for yet."""
        return reduce(or_, (one.refused for one in self.receipts), Seconds())


def take(
    db: Session, lines: Sequence[bytes], *, secret_key: str, terms: Terms, now: datetime
) -> list[EnvelopeOutcome]:
    """Take envelopes, and return what became of each, in their order; nine queries at most.

    They may come twice, late, out of order and from anybody: whose they are says the lease, and
    that they are hers says the seal. One that cannot be taken spoils no other.
    """
    envelopes = [envelope_in(line, secret_key) for line in lines]
    leases = leases_named(db, {one.lease for one in envelopes if one})
    _hold_ending(db, envelopes, leases)
    claims = [claim for one in envelopes for claim in _claims(one, leases)]
    outcomes = iter(record_many(db, claims, terms=terms, now=now) if claims else ())
    taken = [_outcome(one, leases, outcomes) for one in envelopes]
    for one in taken:
        if one.has_ended and one.lease and one.envelope and one.envelope.ended:
            end(one.lease, one.envelope.ended, now=now)
    db.flush()
    return taken


def _hold_ending(
    db: Session, envelopes: Sequence[Envelope | None], leases: Mapping[str, OfflineLease]
) -> None:
    """Lock the budgets of all where a lease is to end, in the order in which reports lock them."""
    sealed = [one for one in envelopes if one and one.is_sealed and one.lease in leases]
    if any(one.ended for one in sealed):
        hold_sessions(db, {leases[one.lease].watch_session.token for one in sealed})


def _claims(one: Envelope | None, leases: Mapping[str, OfflineLease]) -> Iterator[Claim]:
    if one is None or not one.is_sealed or one.lease not in leases:
        return
    lease = leases[one.lease]
    for stretch in one.stretches:
        yield Claim(lease.person_id, _report(lease, stretch, one.ahead_ms))


def _report(lease: OfflineLease, stretch: Stretch, ahead_ms: int | None) -> WatchReport:
    return WatchReport(
        session=lease.watch_session.token,
        form=stretch.form,
        ranges=stretch.ranges,
        position=stretch.position,
        played=stretch.played,
        ahead_ms=ahead_ms,
        is_late=True,
    )


def _outcome(
    one: Envelope | None, leases: Mapping[str, OfflineLease], outcomes: Iterator[Outcome]
) -> EnvelopeOutcome:
    if one is None:
        return EnvelopeOutcome(None, reason=Reason.UNREADABLE)
    lease = leases.get(one.lease)
    if not one.is_sealed:
        return EnvelopeOutcome(one, reason=Reason.FORGED if lease else Reason.ELSEWHERE)
    if lease is None:
        return EnvelopeOutcome(one, reason=Reason.LOST)
    found = [next(outcomes) for _ in one.stretches]
    receipts = tuple(each for each in found if isinstance(each, Receipt))
    reason = Reason.OUTSIDE if found and not receipts else None
    return EnvelopeOutcome(one, lease, reason, receipts, has_ended=one.ended is not None)

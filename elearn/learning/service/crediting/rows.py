"""The rows that reports touch, as values that change report by report."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from elearn.learning.rules import (
    Budget,
    Credit,
    LeasePurse,
    Seconds,
    SessionKind,
    Standing,
    Terms,
    WatchReport,
)
from elearn.learning.service.keeping import Record

_NOTHING = Budget(0, datetime.min.replace(tzinfo=UTC))


@dataclass(slots=True)
class Purse:
    """A person's budget as reports draw on it, and how often she was last told to report."""

    now: Budget
    told_interval: int
    #: What pays for what was played without a line, if she ever had a lease.
    leased: LeasePurse | None

    def open_to(self, kind: SessionKind) -> Budget:
        """Return what the reports of a session of this kind may draw on."""
        if kind is SessionKind.ONLINE:
            return self.now
        return Budget(self.leased.unspent, self.leased.grown_at) if self.leased else _NOTHING

    def spend(self, kind: SessionKind, outcome: Credit, new: int) -> None:
        """Take out what was credited; what players with a line took is owed to the other."""
        if kind is SessionKind.ONLINE:
            self.now = outcome.budget
            self.leased = self.leased and self.leased.owing(new)
        else:
            self.leased = self.leased and self.leased.spent(new)

    def row(self) -> dict[str, Any]:
        leased = self.leased
        return {
            "unspent": self.now.unspent,
            "grown_at": self.now.grown_at,
            "told_interval": self.told_interval,
            "leased_unspent": leased.unspent if leased else 0,
            "leased_owed": leased.owed if leased else 0,
            "leased_grown_at": leased.grown_at if leased else None,
        }


@dataclass(slots=True)
class Held:
    """What is held of a medium version, and by which rule it was seen, if it was."""

    held: Seconds
    position: int
    changed_at: datetime
    length: int
    required: Seconds
    seen_at: datetime | None
    seen_by: int | None

    def add(self, report: WatchReport, held: Seconds, terms: Terms, *, now: datetime) -> Standing:
        """Hold these seconds, and return where she stands; once seen, it stays seen."""
        self.held = held
        if not report.was_played_before(self.changed_at):
            self.position = min(report.position, self.length)
        self.changed_at = now
        standing = Standing(
            held,
            self.length,
            terms.share_percent,
            self.position,
            was_seen=self.seen_at is not None,
            required=self.required,
        )
        if standing.is_seen and self.seen_at is None:
            self.seen_at, self.seen_by = now, terms.version
        return standing

    def row(self, now: datetime) -> dict[str, Any]:
        return {
            "bits": self.held.to_bytes(),
            "seconds": len(self.held),
            "position": self.position,
            "changed_at": now,
            "seen_at": self.seen_at,
            "seen_by": self.seen_by,
        }


@dataclass(slots=True)
class Evidence:
    """What a session claimed in one form, and when by the clock of its device."""

    claimed: Seconds
    refused: Seconds
    credited: int
    reports: int
    last_at: datetime
    first_played_at: datetime | None
    last_played_at: datetime | None

    def says(self, claimed: Seconds) -> bool:
        """Return whether all of this was claimed before."""
        return self.reports > 0 and not claimed - self.claimed

    def add(
        self, report: WatchReport, claimed: Seconds, outcome: Credit, *, now: datetime, new: Seconds
    ) -> None:
        """Keep all that is claimed; what is credited later is no longer counted as refused."""
        self.claimed |= claimed
        self.refused = (self.refused | outcome.refused) - outcome.held
        self.credited += len(new)
        self.reports += 1
        self.last_at = max(self.last_at, now)
        if report.played:
            first, last = report.played
            self.first_played_at = min(self.first_played_at or first, first)
            self.last_played_at = max(self.last_played_at or last, last)

    def row(self) -> dict[str, Any]:
        return {
            "claimed": self.claimed.to_bytes(),
            "refused": self.refused.to_bytes(),
            "credited_seconds": self.credited,
            "reports": self.reports,
            "last_at": self.last_at,
            "device_first_at": self.first_played_at,
            "device_last_at": self.last_played_at,
        }


@dataclass(slots=True)
class Visit:
    """A session: whose and of what, when it ended, and how far its clock ran ahead."""

    person_id: int
    medium_version_id: int
    id: int
    kind: SessionKind
    opened_at: datetime
    closed_at: datetime | None
    ahead_ms: int | None
    is_changed: bool = False

    @property
    def watched(self) -> tuple[int, int]:
        """Return the key of its map."""
        return self.person_id, self.medium_version_id

    def add(self, report: WatchReport, *, now: datetime) -> None:
        """End it with its closing report; keep how far its clock ran ahead, as first told."""
        if report.is_closing and self.closed_at is None:
            self.closed_at, self.is_changed = max(now, self.opened_at), True
        if report.ahead_ms is not None and self.ahead_ms is None:
            self.ahead_ms, self.is_changed = report.ahead_ms, True

    def row(self) -> dict[str, Any]:
        return {"id": self.id, "closed_at": self.closed_at, "clock_ahead_ms": self.ahead_ms}


def purse_in(one: Record) -> Purse:
    at = one.leased_grown_at
    leased = LeasePurse(one.leased_unspent, one.leased_owed, at) if at else None
    return Purse(Budget(one.unspent, one.grown_at), one.told_interval, leased)


def held_in(one: Record) -> Held:
    held, required = Seconds.from_bytes(one.bits), Seconds.from_bytes(one.required or b"")
    kept = (one.position, one.changed_at, one.length)
    return Held(held, *kept, required, one.seen_at, one.seen_by)


def visit_in(one: Record) -> Visit:
    key = (one.person_id, one.medium_version_id, one.session_id, one.kind)
    return Visit(*key, one.opened_at, one.closed_at, one.clock_ahead_ms)


def evidence_in(one: Record) -> Evidence:
    claimed, refused = Seconds.from_bytes(one.claimed), Seconds.from_bytes(one.refused)
    said = (one.credited_seconds, one.reports, one.last_at)
    return Evidence(claimed, refused, *said, one.device_first_at, one.device_last_at)
